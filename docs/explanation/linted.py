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
            "Everything that Bloomberg is cited for without a speaker hangs on "
            "Bloomberg "
            "alone."
        ),
        (
            "Read Bloomberg's reports. Where they name or describe whom they have it "
            "from, "
            "let the chains go on to these; where Bloomberg saw it itself, record "
            "that as "
            "its basis. A desk that takes Bloomberg's word as it stands says so "
            "once, by "
            "`accept_open`."
        ),
    ),
    "CT106": (
        "No reader can follow the citation: none of the three documents has a url.",
        "Link Bloomberg's reports, or archive them, and record where.",
    ),
    "CT107": (
        (
            "Ushakov speaks for three claims, and the article does not say where or to "
            "whom."
        ),
        (
            "Find the statement. If UNN was not there, somebody else was, and "
            "belongs into "
            "the chain."
        ),
    ),
    "CT201": (
        (
            "One person whom nobody names is all there is behind a change of view of "
            "governments."
        ),
        (
            "Ask a government. Until one answers, say in the text that it is one "
            "source, "
            "as Bloomberg does."
        ),
    ),
    "CT203": (
        "One source, sources: not even an office or a country.",
        (
            "Nothing that UNN can mend alone: it passes on what Bloomberg tells. It "
            "can "
            "say that Bloomberg does not describe them."
        ),
    ),
    "CT207": (
        "Officials say what is needed and what will come. Nobody answers for it.",
        "Leave out the forecast, or ask somebody who says it by name.",
    ),
    "CT216": (
        "One person tells what European governments now believe.",
        "Write that a source says so, not that governments believe so.",
    ),
    "CT301": (
        '"In April" counts from an article without a date.',
        "Date the article. The year of April follows.",
    ),
    "CT501": (
        (
            "The headline has the US refuse in public. The body has plans, a refusal "
            "that "
            "nobody announced, and what allies concluded."
        ),
        "Let the headline say what the lead says: that Bloomberg writes so.",
    ),
    "CT502": (
        (
            '"Has announced" needs somebody who announced it. No chain of the body '
            "ends with the US or anybody of it."
        ),
        "Take the verb out of the headline, or find the announcement and report it.",
    ),
    "CT503": (
        "The block quote has no speaker. It may be Starmer, it may be the officials.",
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
        "For editors and developers who want to see what the newsroom rules say of a "
        "real text: every finding of the example, what it means, and what one would do "
        "about it. [Reading the article](reading-the-article.md) says how the dossier "
        "came about, and [Rules](../reference/rules.md) what each rule asks."
    )
    yield ""
    yield (
        f"`claimtrack check {EXAMPLE}` reports {len(found)} findings: "
        f"{severities.count('error')} errors, {severities.count('warning')} warnings "
        f"and {severities.count('info')} infos. So its exit status is 1, as the "
        f"article "
        "deserves. Nothing of it is waived: a waiver says that a desk has looked at a "
        "finding and stands by the text, and no desk has."
    )
    yield ""
    yield (
        "None of this says that a claim is wrong. It says what an editor would ask "
        "before it runs."
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
    yield f"What one would do: {advice}"
    yield ""


def _presets(dossier: Dossier) -> Iterator[str]:
    usual = {(e.code, e.record): e.severity for e in check(dossier)}
    yield "## By other newsrooms' rules"
    yield ""
    yield (
        "A preset changes how severe a finding is, and what is asked for; what the "
        "rules look for stays the same. UNN deals with no unnamed source itself: with "
        "or without `--desk UNN`, all of them are relayed, and no preset lifts such a "
        "finding above a warning."
    )
    yield ""
    yield "| preset | differs from the default in |"
    yield "|---|---|"
    for name in ("ap", "bbc", "ifcn", "reuters"):
        changed = [
            f"{each.code}: {each.severity} in place of {usual[each.code, each.record]}"
            for each in check(dossier, config=Config.from_preset(name))
            if usual.get((each.code, each.record)) != each.severity
        ]
        yield f"| `{name}` | {'; '.join(sorted(changed)) or 'nothing'} |"
