"""How well drafts agree with people: GUM, FactAppeal and the seed, in one table.

Run by hand from the top of the repository:

    uv run python benchmarks/extraction.py

With the extra `spacy` and a pipeline, name it: `… extraction.py en_core_web_sm`. With
textacy installed as well, its quotation finder stands beside.

Reads ../shared/data. Goals stand beside what is measured. Times are CPU time, and are
printed beside those of splitting the same text by a regular expression.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

from claimtrack import extract
from claimtrack.extract import Article, Mention, measure

HERE = Path(__file__).resolve()
SHARED = next(
    (up / "shared/data" for up in HERE.parents if (up / "shared/data").exists()),
    HERE.parents[1] / "../shared/data",
)

Extractor = Callable[[Article], Iterable[Mention]]


def spans(rows: list[list[Any]]) -> Any:  # noqa: ANN401
    """Return gold pieces as one span."""
    pairs = tuple((row[0], row[1]) for row in rows)
    return None if not pairs else pairs[0] if len(pairs) == 1 else pairs


def letters(span: Any, text: str) -> set[int]:  # noqa: ANN401
    """Return the places of letters and digits in a span."""
    pairs = () if span is None else (span,) if isinstance(span[0], int) else span
    return {i for a, b in pairs for i in range(a, b) if text[i].isalnum()}


def documents() -> list[tuple[dict[str, Any], str]]:
    """Return GUM's news texts with their annotation."""
    return [
        (
            json.loads(file.read_text("utf-8")),
            file.with_suffix(".txt").read_text("utf-8"),
        )
        for file in sorted((SHARED / "extraction/gum").glob("GUM_news*.json"))
    ]


def gum(using: Extractor) -> dict[str, float]:
    """Return recall over attributions without picture credits, and more."""
    total = hit = close = nested = nested_hit = drafted = matched = 0
    whole = [0, 0, 0]
    for gold, text in documents():
        found = list(using(Article(text=text)))
        rows = [a for a in gold["attributions"] if a.get("cue_from") != "credit"]
        marked = [
            Mention(
                source=spans(a["source"]),
                cue=spans(a.get("cue", [])),
                content=spans(a["content"]),
                rule="gold",
            )
            for a in rows
        ]
        result = measure(found, marked, text)
        close += result.close.right
        drafted += len(found)
        matched += result.content.right
        whole = [
            whole[0] + result.whole.right,
            whole[1] + len(found),
            whole[2] + len(marked),
        ]
        places = [(letters(m.cue, text), letters(m.content, text)) for m in found]
        for row, mark in zip(rows, marked, strict=True):
            cue, content = letters(mark.cue, text), letters(mark.content, text)
            is_hit = any(content & b and (cue & a or not cue) for a, b in places)
            total += 1
            hit += is_hit
            if row.get("inside"):
                nested += 1
                nested_hit += is_hit
    return {
        "attributions": total,
        "recall": 100 * hit / total,
        "contents IoU 0.8": 100 * close / total,
        "nested": 100 * nested_hit / nested,
        "whole overlap F1": 200 * whole[0] / (whole[1] + whole[2]),
        "content F1": 200 * matched / (drafted + total),
    }


def pronouns() -> tuple[int, int]:
    """Return personal pronouns of GUM whose candidates hold the right source."""
    right = total = 0
    for gold, text in documents():
        names = {
            e["id"]: [m[2].lower() for m in e["mentions"]] for e in gold["entities"]
        }
        drafted = extract.draft(Article(text=text))
        dossier = drafted.dossier
        by_place: dict[int, Any] = {}
        for attribution in dossier.attributions:
            for excerpt in attribution.excerpts:
                if excerpt.role == "source" and excerpt.link is not None:
                    by_place[excerpt.start or 0] = attribution.chain[excerpt.link]
        for row in gold["attributions"]:
            if row.get("pronoun") != "personal":
                continue
            place = row["source"][0][0]
            if place not in by_place:
                continue
            total += 1
            link = by_place[place]
            held = [dossier[c.source] for c in link.candidates or ()]
            phrases = [(s.name or s.description or "").lower() for s in held]
            wanted = names.get(row["entity"], [])
            right += any(
                phrase
                and any(
                    phrase in name or name in phrase for name in wanted if len(name) > 2
                )
                for phrase in phrases
            )
    return right, total


def unnamed() -> tuple[int, int, int]:
    """Return right, drafted and gold unnamed people of FactAppeal's sentences.

    Only sentences are counted in which people are marked as sources, and pronouns
    and documents are left out: neither is an unnamed source of ours.
    """
    right = drafted = gold = 0
    for name in ("train", "val"):
        for line in (
            (SHARED / f"extraction/factappeal/{name}.jsonl")
            .read_text("utf-8")
            .splitlines()
        ):
            row = json.loads(line)
            text = row["text"]
            marked = [s for s in row["spans"] if s[2].startswith("Source:")]
            if not marked:
                continue
            made = extract.draft(Article(text=text)).dossier
            ours = [
                e
                for a in made.attributions
                for e in a.excerpts
                if e.role == "source"
                and e.link is not None
                and (s := a.chain[e.link].source) is not None
                and made[s].kind == "unnamed"
            ]
            places = {(e.start, e.end) for e in ours}
            people = [
                s
                for s in marked
                if s[2].startswith("Source:Unnamed")
                and not s[2].endswith(("Document", "Evidence", "Report"))
                and s[3].lower().strip(" ,.")
                not in ("he", "she", "they", "i", "we", "it", "who")
            ]
            gold += len(people)
            hit = [p for p in people if any(a < p[1] and p[0] < b for a, b in places)]
            right += len(hit)
            named = [s for s in marked if s not in people]
            for a, b in places:
                if any(a < p[1] and p[0] < b for p in people) or any(
                    a < s[1] and s[0] < b for s in named
                ):
                    drafted += 1
    return right, drafted, gold


def seed(using: Extractor = extract.mentions) -> tuple[int, int, int, int]:
    """Return claims drafted, gold ones covered, exact, and exact as their own."""
    text = (SHARED / "seed/article.txt").read_text("utf-8")
    gold = json.loads((SHARED / "seed/annotation.json").read_text("utf-8"))
    dossier = extract.draft(Article(text=text), using=using).dossier
    names = {s["id"]: _names(s) for s in gold["sources"]}
    drafted: list[tuple[set[int], list[set[str]]]] = []
    for attribution in dossier.attributions:
        content = {
            i
            for e in attribution.excerpts
            if e.role == "content"
            for i in range(e.start or 0, e.end or 0)
            if text[i].isalnum()
        }
        chain = [
            {
                name.lower().removeprefix("the ")
                for c in (
                    [link.source]
                    if link.source
                    else [k.source for k in link.candidates or ()]
                )
                if c
                for name in (
                    getattr(dossier[c], "name", None),
                    getattr(dossier[c], "description", None),
                    link.mention,
                )
                if name
            }
            for link in attribution.chain
        ]
        drafted.append((content, chain))
    covered = exact = own = 0
    for claim in gold["claims"]:
        wanted = {
            i
            for s in claim["content"]
            for i in range(s["start"], s["end"])
            if text[i].isalnum()
        }
        chain = [names[link["source"]] for link in claim["chain"]]
        near = [
            (len(content & wanted) / len(content | wanted), _is_chain(chain, ours))
            for content, ours in drafted
            if len(content & wanted) * 2 >= len(wanted)
        ]
        covered += bool(near)
        exact += any(same for _, same in near)
        own += any(same and iou >= 0.5 for iou, same in near)
        if "-v" in sys.argv and not any(same and iou >= 0.5 for iou, same in near):
            print(
                "   ", claim["id"], [row["source"] for row in claim["chain"]], near[:3]
            )
    return len(drafted), covered, exact, own


def _names(source: dict[str, Any]) -> set[str]:
    names = {source["label"], source.get("descriptor") or "", *source.get("alias", [])}
    names |= {m["text"] for m in source.get("mention", [])}
    names |= {c["source"] for c in source.get("candidates", [])}
    return {n.lower().removeprefix("the ") for n in names if n} - {"they"}


def _is_chain(gold: list[set[str]], ours: list[set[str]]) -> bool:
    return len(gold) == len(ours) and all(
        any(a == b or a.endswith(" " + b) for a in wanted for b in names)
        for wanted, names in zip(gold, ours, strict=True)
    )


def speed(using: Callable[[Article], object]) -> tuple[float, float]:
    """Return millions of characters per second of CPU, and the ratio to a split."""
    text = "\n\n".join(text for _, text in documents()) * 8
    article = Article(text=text)
    using(Article(text=text[:5_000]))
    start = time.process_time()
    using(article)
    spent = time.process_time() - start
    start = time.process_time()
    re.findall(r"\w+|[^\w\s]", text)
    split = time.process_time() - start
    return len(text) / spent / 1e6, spent / split


def with_pipeline() -> list[tuple[str, str, str]]:
    """Return the rows of a spaCy pipeline, and of textacy over it."""
    names = [each for each in sys.argv[1:] if not each.startswith("-")]
    if not names:
        return [("GUM news with spaCy: no pipeline was named", "not reached", ">= 78")]
    pipeline = extract.spacy.load(names[0])

    def parsed(article: Article) -> Iterable[Mention]:
        return extract.spacy.mentions(article, pipeline=pipeline)

    result = gum(parsed)
    rows = [
        (f"GUM news with spaCy: {key}", f"{result[key]:.1f}", goal)
        for key, goal in (
            ("recall", ">= 78"),
            ("contents IoU 0.8", ">= 62"),
            ("nested", ""),
            ("whole overlap F1", ">= 65"),
            ("content F1", ""),
        )
    ]
    drafted, *counts = seed(parsed)
    shown = ", ".join(map(str, counts))
    rows.append((f"seed with spaCy: covered, exact, own of {drafted}", shown, ""))
    if importlib.util.find_spec("textacy") is None:
        return [*rows, ("GUM news, textacy: it is not installed", "not reached", "")]
    finder = importlib.import_module("textacy.extract.triples").direct_quotations

    def quotations(article: Article) -> Iterable[Mention]:
        # It refuses a text whose quotation marks are odd, so it gets paragraphs.
        for line in re.finditer(r"[^\n]+", article.text):
            with contextlib.suppress(ValueError):
                for each in finder(cast("Any", pipeline)(line[0])):
                    tokens = [[*each.speaker], [*each.cue], [*each.content]]
                    who, cue, content = (
                        (
                            line.start() + part[0].idx,
                            line.start() + part[-1].idx + len(part[-1]),
                        )
                        for part in tokens
                    )
                    yield Mention(source=who, cue=cue, content=content, rule="textacy")

    result = gum(quotations)
    return [
        *rows,
        *(
            (f"GUM news, textacy: {key}", f"{result[key]:.1f}", "")
            for key in ("recall", "contents IoU 0.8", "whole overlap F1", "content F1")
        ),
    ]


def main() -> None:
    """Print the table."""
    rows: list[tuple[str, str, str]] = []
    result = gum(extract.mentions)
    for key, goal in (
        ("recall", ">= 73"),
        ("contents IoU 0.8", ">= 58"),
        ("nested", ""),
        ("whole overlap F1", ""),
        ("content F1", ""),
    ):
        rows.append(
            (
                f"GUM news, {int(result['attributions'])} attributions: {key}",
                f"{result[key]:.1f}",
                goal,
            )
        )
    right, total = pronouns()
    rows.append(
        (
            f"GUM news, {total} pronouns: candidates hold the right one",
            f"{100 * right / max(1, total):.1f}",
            ">= 80",
        )
    )
    hit, made, gold = unnamed()
    rows.append(
        (
            f"FactAppeal, {gold} unnamed sources: precision",
            f"{100 * hit / max(1, made):.1f}",
            ">= 90",
        )
    )
    rows.append(("FactAppeal: recall", f"{100 * hit / gold:.1f}", ">= 80"))
    drafted, covered, exact, own = seed()
    rows += [
        ("seed: claims drafted", str(drafted), ""),
        ("seed: of 36 claims covered", str(covered), ">= 34"),
        ("seed: exact chains", str(exact), ">= 27"),
        ("seed: claims of their own with the exact chain", str(own), ">= 22"),
    ]
    for name, using, goal in (
        ("mentions", extract.mentions, ">= 1"),
        ("draft", extract.draft, ">= 0.5"),
    ):
        rate, ratio = speed(using)
        rows.append(
            (
                f"{name}: million characters per second",
                f"{rate:.2f} ({ratio:.0f} times a split)",
                goal,
            )
        )
    rows += with_pipeline()
    width = max(len(row[0]) for row in rows)
    for label, value, goal in rows:
        print(f"{label:<{width}}  {value:>24}  {goal}")


if __name__ == "__main__":
    main()
