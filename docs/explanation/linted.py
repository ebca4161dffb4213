"""What the page on the linted article says. `docs/reference/generate.py` writes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimtrack.dossier import Dossier
from claimtrack.lint import RULES, Config, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import Finding

EXAMPLE: Final = "examples/us-air-cover.claims.json"
TOP: Final = Path(__file__).resolve().parents[2]

ADVICE: Final = {
    "CT102": (
        (
            "Everything that Bloomberg is cited for without a speaker depends on "
            "Bloomberg alone."
        ),
        (
            "Read Bloomberg's reports. If they name or describe their sources, extend "
            "the chains to these; if Bloomberg saw it itself, record that as its "
            "basis. A desk that accepts Bloomberg's word as it is says so once, with "
            "`accept_open`."
        ),
    ),
    "CT106": (
        "Readers cannot follow the citation: none of the three documents has a url.",
        "Link to Bloomberg's reports, or archive them, and record where.",
    ),
    "CT107": (
        (
            "Three claims rest on Ushakov's word, and the article does not say where "
            "or to whom Ushakov spoke."
        ),
        (
            "Find the statement. If UNN was not there, somebody else was, and belongs "
            "in the chain."
        ),
    ),
    "CT201": (
        (
            "One person whom nobody names is the only source for a change of view of "
            "several governments."
        ),
        (
            "Ask a government. Until one answers, say in the text that it is one "
            "source, as Bloomberg does."
        ),
    ),
    "CT203": (
        'The text says "one source" and "sources", without an office or a country.',
        (
            "UNN cannot mend this alone, because it passes on what Bloomberg says. It "
            "can tell readers that Bloomberg does not describe its sources."
        ),
    ),
    "CT207": (
        (
            "Officials say what is needed and what will come, and nobody answers for "
            "it by name."
        ),
        "Leave out the forecast, or find somebody who says it by name.",
    ),
    "CT216": (
        "One person says what European governments now believe.",
        "Write that a source says so, not that governments believe so.",
    ),
    "CT301": (
        '"In April" counts from an article without a date.',
        "Date the article. The year of April follows.",
    ),
    "CT501": (
        (
            "In the headline the US refuses in public. The body has plans, a refusal "
            "that nobody announced, and what allies concluded."
        ),
        "Let the headline say what the lead says: that this is Bloomberg's report.",
    ),
    "CT502": (
        (
            '"Has announced" needs somebody who announced it. No chain of the body '
            "ends with the US or anybody who belongs to it."
        ),
        "Take the verb out of the headline, or find the announcement and report it.",
    ),
    "CT503": (
        "The block quote has no speaker. It may be Starmer or the officials.",
        "Look it up at Bloomberg. Until then the two claims belong to nobody.",
    ),
}
"""Code → what it means here, and what one would do about it."""


def pages() -> dict[str, Iterator[str]]:
    """Return the lines of each page by its file name."""
    return {"the-article-linted.md": _lines()}


def _lines() -> Iterator[str]:
    dossier = Dossier.load(TOP / EXAMPLE)
    found = sorted(check(dossier), key=lambda each: each.code)
    severities = [each.severity for each in found]
    yield "# The article, linted"
    yield ""
    yield (
        "For editors and developers who want to see what the newsroom rules find in a "
        "real text: every finding in the example, what it means, and what to do about "
        "it. [Reading the article](reading-the-article.md) explains how the dossier "
        "was made, and [Rules](../reference/rules.md) what each rule asks for."
    )
    yield ""
    yield (
        f"`claimtrack check {EXAMPLE}` reports {len(found)} findings: "
        f"{severities.count('error')} errors, {severities.count('warning')} warnings "
        f"and {severities.count('info')} infos, so its exit status is 1. None of them "
        "is waived: a waiver says that a desk has looked at a finding and stands by "
        "the text, and no desk has done that."
    )
    yield ""
    yield (
        "None of this means that a claim is wrong. It is what an editor would ask "
        "before the article runs."
    )
    yield ""
    for each in sorted(found, key=_severity):
        yield from _finding(each, dossier)
    yield from _presets(dossier)


def _severity(finding: Finding) -> tuple[int, str]:
    return (("error", "warning", "info").index(finding.severity), finding.code)


def _finding(finding: Finding, dossier: Dossier) -> Iterator[str]:
    rule = RULES[finding.code]
    meaning, advice = ADVICE[finding.code]
    yield f"## {finding.code} {rule.name}"
    yield ""
    yield f"{finding.severity.capitalize()}. {rule.text}. {meaning}"
    yield ""
    yield "```text"
    yield f"{finding.record}: {finding.message}"
    yield "```"
    yield ""
    claims = sorted(
        {
            each.claim
            for each in dossier.attributions
            if each.id in finding.related or each.id == finding.record
        }
        | {each.id for each in dossier.claims if each.id in finding.related}
    )
    if claims:
        yield f"Claims: {', '.join(f'`{each}`' for each in claims)}."
        yield ""
    yield f"What to do: {advice}"
    yield ""


def _presets(dossier: Dossier) -> Iterator[str]:
    usual = {(e.code, e.record): e.severity for e in check(dossier)}
    yield "## By other newsrooms' rules"
    yield ""
    yield (
        "A preset changes how severe a finding is and how much a rule asks for; it "
        "does not change what the rules look for. UNN did not deal with any unnamed "
        "source itself, so all of them are relayed, with or without `--desk UNN`, and "
        "no preset raises such a finding above a warning."
    )
    yield ""
    yield "| preset | differs from the default in |"
    yield "|---|---|"
    for name in ("ap", "bbc", "ifcn", "reuters"):
        changed = [
            f"{each.code}: {each.severity} instead of {usual[each.code, each.record]}"
            for each in check(dossier, config=Config.from_preset(name))
            if usual.get((each.code, each.record)) != each.severity
        ]
        yield f"| `{name}` | {'; '.join(sorted(changed)) or 'nothing'} |"
