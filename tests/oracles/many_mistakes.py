"""Files with as many mistakes of one kind as one asks for, and what it takes to check.

Run as a script, it prints the CPU seconds that its own process needs for one of them:
`python tests/oracles/many_mistakes.py CT701 4000`.
"""

from __future__ import annotations

import itertools
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from claimtrack.lint import (
    RULES,
    Notices,
    check_examination,
    collect_notices,
    load_config,
)
from claimtrack.validation import examine_all, render_sarif, render_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["FORMER", "JUDGED", "MISTAKES", "as_sequence"]

HEAD: Final = '{"type": "dossier", "claimtrack": "1.0"}'
POST: Final = {"type": "source", "id": "post", "kind": "outlet", "name": "Post"}


def whole(records: Iterable[dict[str, Any]], **head: object) -> str:
    """Return a dossier."""
    return json.dumps({"claimtrack": "1.0", **head, "records": list(records)})


def source(key: object, **fields: object) -> dict[str, Any]:
    """Return an outlet with a name of its own."""
    made = {"type": "source", "id": f"s{key}", "kind": "outlet", "name": f"Name {key}"}
    return {**made, **fields}


def claim(key: object, **fields: object) -> dict[str, Any]:
    """Return a claim."""
    return {"type": "claim", "id": f"c{key}", "text": "T.", **fields}


def says(key: object, **fields: object) -> dict[str, Any]:
    """Return an attribution of the claim c0 to the Post."""
    made = {"type": "attribution", "id": f"a{key}", "claim": "c0", "chain": ["post"]}
    return {**made, **fields}


def document(key: object, **fields: object) -> dict[str, Any]:
    """Return an article."""
    made = {"type": "document", "id": f"d{key}", "kind": "article", "title": "T"}
    return {**made, **fields}


def waiver(key: object, rule: str, target: str) -> dict[str, Any]:
    """Return a waiver of a rule."""
    made = {"type": "waiver", "id": f"w{key}", "rule": rule, "target": target}
    return {**made, "reason": "r", "by": "x"}


def relation(key: int, kind: str, subject: int, other: int) -> dict[str, Any]:
    """Return a relation of two claims."""
    made = {"type": "relation", "id": f"r{key}", "kind": kind}
    return {**made, "subject": f"c{subject}", "object": f"c{other}"}


def unnamed(key: object, **fields: object) -> dict[str, Any]:
    """Return a source that is not named."""
    made = {"type": "source", "id": f"u{key}", "kind": "unnamed"}
    return {**made, "description": "An official", **fields}


def rated(key: object, **fields: object) -> dict[str, Any]:
    """Return the Post's assessment of the claim c0."""
    made = {"type": "assessment", "id": f"m{key}", "subject": "c0", "by": "post"}
    return {**made, **fields}


def joined(
    count: int,
    one: Callable[[str], dict[str, Any]],
    other: Callable[[str], dict[str, Any]],
) -> str:
    """Return pairs of sources that are said to be one."""
    pairs = [(one(f"a{n}"), other(f"b{n}")) for n in range(count)]
    ends = [{"subject": a["id"], "object": b["id"]} for a, b in pairs]
    relations = ({**relation(n, "same-as", n, n), **e} for n, e in enumerate(ends))
    return whole([*itertools.chain(*pairs), *relations])


def as_sequence(text: str) -> str | None:
    """Return a dossier with a record on each line; None for what is not clean JSON."""
    if not text.startswith('{"claimtrack"'):
        return None
    root = json.loads(text)
    if json.dumps(root) != text:
        return None
    lines = [{"type": "dossier", **root}, *root["records"]]
    del lines[0]["records"]
    return "\n".join(map(json.dumps, lines))


def own_bases(count: int) -> str:
    """Return dossiers that each have a notice, as a sequence."""
    head = HEAD.replace("}", ', "base": "https://e.example/%d/"}')
    note = {"type": "notice", "id": "n1", "kind": "correction", "target": "c1"}
    told = f"{json.dumps(claim(1))}\n{json.dumps(note)}"
    return "\n".join(f"{head % n}\n{told}" for n in range(count))


FITTING: Final = [POST, claim(0)]
"""What attributions refer to."""

MISTAKES: Final[dict[str, Callable[[int], str]]] = {
    "CT002 lines": lambda n: f"{HEAD}\n" + "{\n" * n,
    "CT002 conflicts": lambda n: "<<<<<<< a\n=======\n>>>>>>> b\n" * n,
    "CT003": lambda n: whole(claim(e) for e in range(n)).replace(
        '"text"', '"text": "T.", "text"'
    ),
    "CT004 lines": lambda n: f"{HEAD}\n" + f"{'[' * 70}{']' * 70}\n" * n,
    "CT005": lambda n: whole([claim(0, ext={"a": [2**60] * n})]),
    "CT006": lambda n: whole(claim(e, text="\0") for e in range(n)),
    "CT010": lambda n: whole([7] * n),  # type: ignore[list-item]
    "CT011": lambda n: whole({"type": "claim", "id": f"c{e}"} for e in range(n)),
    "CT012": lambda n: whole(claim(e, tone="dry") for e in range(n)),
    "CT012 of many names": lambda n: whole(claim(e, **{f"k{e}": 1}) for e in range(n)),
    "CT012 misspelt": lambda n: whole(
        {"type": "claim", "id": f"c{e}", "txet": "T."} for e in range(n)
    ),
    "CT012 in one": lambda n: json.dumps(claim(0, **{f"k{e}": 1 for e in range(n)})),
    "CT012 in heads": lambda n: (HEAD.replace("}", ', "k": 1}') + "\n") * n,
    "CT013": lambda n: whole(source(e, kind="x") for e in range(n)),
    "CT014": lambda n: whole(source(e, url="x y") for e in range(n)),
    "CT015": lambda n: whole(claim(e, text="") for e in range(n)),
    "CT016": lambda n: whole(says(e, chain=[]) for e in range(n)),
    "CT017": lambda n: whole(unnamed(e, count={"min": -1}) for e in range(n)),
    "CT019": lambda n: whole(source(e, anonymity={}) for e in range(n)),
    "CT020": lambda n: whole(document(e, published="soon") for e in range(n)),
    "CT021": lambda n: whole(
        document(e, published="2025-01-01T10:00:00") for e in range(n)
    ),
    "CT022": lambda n: whole(document(e, published="2025-02-30") for e in range(n)),
    "CT023": lambda n: whole(document(e, published="2025/2024") for e in range(n)),
    "CT024": lambda n: whole(unnamed(e, count={"min": 5, "max": 2}) for e in range(n)),
    "CT025": lambda n: whole(
        [*FITTING]
        + [
            says(e, excerpts=[{"exact": "said", "role": "cue", "link": 7}])
            for e in range(n)
        ]
    ),
    "CT026": lambda n: whole(relation(e, "same-as", e, e) for e in range(n)),
    "CT028": lambda n: whole((claim(e, k=1) for e in range(n)), claimtrack="1.9"),
    "CT029": lambda n: whole(claim(e, lang="ua") for e in range(n)),
    "CT040": lambda n: whole(
        [*FITTING]
        + [
            says(e, excerpts=[{"exact": "said", "start": 1, "end": 9}])
            for e in range(n)
        ]
    ),
    "CT041": lambda n: whole(
        [*FITTING]
        + [document(e, published="2025-02", modified="2024") for e in range(n)]
        + [says(e, document=f"d{e}") for e in range(n)]
    ),
    "CT042": lambda n: whole(
        [*FITTING]
        + [
            rated(e, rating={"value": 9, "best": 5, "worst": 1}, verdict="False")
            for e in range(n)
        ]
    ),
    "CT043": lambda n: joined(
        n, lambda e: source(e, kind="person"), lambda e: source(e, kind="organization")
    ),
    "CT044": lambda n: joined(
        n,
        lambda e: unnamed(e, count={"max": 3}),
        lambda e: unnamed(e, count={"min": 5}),
    ),
    "CT701": lambda n: whole([*FITTING, *(says(e, claim=f"x{e}") for e in range(n))]),
    "CT701 beside as many that fit": lambda n: whole(
        [*FITTING]
        + [claim(f"y{e}") for e in range(n)]
        + [says(e, claim=f"x{e}") for e in range(n)]
    ),
    "CT702": lambda n: whole(claim(0, text=f"T{e}") for e in range(n)),
    "CT702 of the same": lambda n: whole([claim(1)] * n),
    "CT703": lambda n: whole(source(e, name="Post") for e in range(n)),
    "CT705": lambda n: whole(source(e) for e in range(n)),
    "CT706": lambda n: whole(
        [claim(e) for e in range(2 * n)]
        + [relation(e, "supersedes", e, e ^ 1) for e in range(2 * n)]
    ),
    "CT707": lambda n: whole(
        [*FITTING, says(0), *(waiver(e, "CT099", "c0") for e in range(n))]
    ),
    "CT707 that waive": lambda n: whole(
        [source(e) for e in range(n)] + [waiver(e, "CT705", f"s{e}") for e in range(n)]
    ),
    "CT708": lambda n: whole(
        [*FITTING, source(1), *(claim(e) for e in range(1, n))]
        + [document(e, publisher="s1") for e in range(n)]
        + [says(e, claim=f"c{e}", document=f"d{e}") for e in range(n)]
    ),
    "CT709": lambda n: whole([*FITTING, *(says(e, claim="post") for e in range(n))]),
    "CT801": lambda n: whole(
        [source(f"p{e}", kind="person", name=f"Ines Moreau{e}") for e in range(n)]
        + [
            {
                "type": "source",
                "id": f"u{e}",
                "kind": "unnamed",
                "description": f"Ines Moreau{e}",
            }
            for e in range(n)
        ]
    ),
    "notices of other dossiers": own_bases,
    "settings": lambda n: "\n".join(f"min_unnmed{e} = 1" for e in range(n)),
    "selected codes": lambda n: f"select = {json.dumps([f'XT{e}' for e in range(n)])}",
    "severities": lambda n: (
        "[severities]\n" + "\n".join(f'XT{e} = "error"' for e in range(n))
    ),
}
"""A kind of mistake → a file with so many of it: settings, a sequence or a dossier."""

JUDGED: Final = tuple(
    name
    for name in MISTAKES
    if name.startswith(("CT0", "CT7"))
    and name not in ("CT707 that waive", "CT002 conflicts")
)
"""Those of which validation says something each time, in files of any size."""

FORMER: Final = (
    "CT701 beside as many that fit",
    "CT702",
    "CT707 that waive",
    "CT012 in heads",
    "notices of other dossiers",
    "settings",
)
"""Where work was once done for each mistake that depended on all of the file."""


def check(text: str) -> None:
    """Do all that the command does: validate, run the rules, write for people."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.toml" if "\n[" in f"\n{text}" else "x.claims")
        path.write_text(text, encoding="utf-8")
        if text.startswith(("min", "select", "[sever")):
            read = load_config(path, RULES)
            assert read is not None
            assert read.findings
            return
        notices = Notices.joined([collect_notices(path)])
        examinations = list(examine_all(path))
        found = [
            each
            for examination in examinations
            for each in check_examination(examination, notices=notices)
        ]
        assert len(render_text(found, examinations)) < len(render_sarif(found)) + 10**9


def main() -> None:
    """Print the CPU seconds of a process that makes the file and checks it."""
    name, count = sys.argv[1:]
    text = MISTAKES[name](int(count))
    check(text)
    sys.stdout.write(f"{time.process_time()}\n")


if __name__ == "__main__":
    main()
