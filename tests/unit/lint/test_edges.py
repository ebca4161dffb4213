"""Where each rule begins and ends: what the fragments leave open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from claimtrack.dossier import Dossier
from claimtrack.lint import Config, Settings, check

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.schema import JsonValue

Json = dict[str, Any]


def source(key: str, kind: str = "outlet", **fields: JsonValue) -> Json:
    """Return a source; an unnamed one has all that a desk owes it."""
    made: Json = {"type": "source", "id": key, "kind": kind, "name": key.title()}
    if kind == "unnamed":
        del made["name"]
        knows = {"reason": "Risk.", "known_to": ["editor"], "approved_by": ["manager"]}
        made |= {"description": f"a {key}", "role": "clerk", "anonymity": knows}
    return {**made, **fields}


def document(key: str, publisher: str | None = "post", **fields: JsonValue) -> Json:
    """Return an article that can be found, with a publisher unless told otherwise."""
    made: Json = {"type": "document", "id": key, "kind": "article", "title": key}
    by = {} if publisher is None else {"publisher": publisher}
    return {**made, "url": f"https://e.org/{key}", **by, **fields}


def claim(key: str = "c", **fields: JsonValue) -> Json:
    """Return a claim."""
    return {"type": "claim", "id": key, "text": "The ferry stops.", **fields}


def says(key: str, *chain: JsonValue, of: str = "c", **fields: JsonValue) -> Json:
    """Return an attribution."""
    made: Json = {"type": "attribution", "id": key, "claim": of}
    return {**made, "chain": list(chain), **fields}


def joined(subject: str, kind: str, end: str, **fields: JsonValue) -> Json:
    """Return a relation."""
    made: Json = {"type": "relation", "id": f"{subject}-{end}", "kind": kind}
    return {**made, "subject": subject, "object": end, **fields}


def told(kind: str, target: str, **fields: JsonValue) -> Json:
    """Return a notice."""
    return {"type": "notice", "id": "n", "kind": kind, "target": target, **fields}


def judged(
    key: str, subject: str, at: str | None = None, by: str | None = None
) -> Json:
    """Return an assessment."""
    made: Json = {"type": "assessment", "id": key, "subject": subject, "verdict": "No."}
    given = {"at": at, "by": by}
    return made | {name: value for name, value in given.items() if value}


def by(key: str, **fields: JsonValue) -> Json:
    """Return a link with an occasion."""
    return {"source": key, "occasion": "a speech", **fields}


POST, HERALD, ECHO = source("post"), source("herald"), source("echo")
JANE, JOHN = source("jane", "person"), source("john", "person")
U1, U2 = source("u1", "unnamed"), source("u2", "unnamed")
C, D = claim("c"), claim("d")
STORY = document("story", published="2025-05-01", authors=["jane"])
LEAK = document("leak", "herald")
FROM_HERALD = {"source": "herald", "document": "leak"}
ENGLISH = Settings(preview=True, languages=["en"], min_unnamed=1)

Case = tuple[str, "list[Json]", "list[str]"]

CASES: Final[dict[str, Case]] = {
    # CT101
    "judged, not attributed": ("CT101", [POST, C, judged("v", "c")], []),
    "its translation is attributed": (
        "CT101",
        [POST, C, D, joined("d", "translation-of", "c"), says("a", "post")],
        [],
    ),
    "neither it nor its translation": (
        "CT101",
        [C, D, joined("d", "translation-of", "c")],
        ["c", "d"],
    ),
    "the claim that something was said": (
        "CT101",
        [POST, JANE, C, D, says("a", "post", by("jane", utterance="d"))],
        [],
    ),
    "taken for granted": ("CT101", [C, D, joined("c", "presupposes", "d")], ["c"]),
    "context of another": ("CT101", [C, D, joined("c", "context-of", "d")], ["c"]),
    "nobody is on record": ("CT101", [C, says("a", {"at": "2025-05"})], ["c"]),
    "nobody is on record, but it is judged": (
        "CT101",
        [C, says("a", {"at": "2025-05"}), judged("v", "c")],
        [],
    ),
    "nobody is on record, and somebody is": (
        "CT101",
        [POST, C, says("a", {"at": "2025-05"}), says("b", "post")],
        [],
    ),
    # CT102
    "the cited outlet cites on elsewhere": (
        "CT102",
        [
            POST,
            HERALD,
            JANE,
            C,
            says("a", "post", "herald"),
            says("b", "herald", "jane"),
        ],
        [],
    ),
    "a holder does not speak": (
        "CT102",
        [POST, JANE, C, says("a", "post", by("jane", attitude="belief"))],
        ["post c"],
    ),
    "two outlets that are one": (
        "CT102",
        [
            POST,
            HERALD,
            C,
            D,
            joined("post", "same-as", "herald"),
            says("a", "post"),
            says("b", "herald", of="d"),
        ],
        ["herald c d"],
    ),
    "hearsay of a person is open, and no outlet's": (
        "CT102",
        [POST, JANE, C, says("a", "post", by("jane", basis="hearsay"))],
        [],
    ),
    "nobody knows who speaks": (
        "CT102",
        [POST, C, says("a", "post", {"candidates": []})],
        [],
    ),
    "it cites itself, and perhaps is cited": (
        "CT102",
        [
            POST,
            HERALD,
            C,
            says("a", "post", "herald"),
            says("b", "herald", "herald"),
            says("e", "post", {"candidates": [{"source": "post"}]}, "herald"),
        ],
        ["herald c"],
    ),
    "candidates pass on in mid-chain": (
        "CT102",
        [
            POST,
            HERALD,
            JANE,
            C,
            says("a", "post", {"candidates": [{"source": "herald"}]}, by("jane")),
        ],
        [],
    ),
    # CT103
    "a copy of one's own": (
        "CT103",
        [
            POST,
            JANE,
            STORY,
            C,
            document("older"),
            joined("story", "copied-from", "older"),
            says("a", "post", by("jane"), document="story"),
        ],
        [],
    ),
    "a copy of nobody knows what": (
        "CT103",
        [
            POST,
            JANE,
            STORY,
            C,
            document("wire", None),
            joined("story", "copied-from", "wire"),
            says("a", "post", by("jane"), document="story"),
        ],
        [],
    ),
    "a copy in which nothing was read": (
        "CT103",
        [POST, HERALD, JANE, STORY, LEAK, joined("story", "copied-from", "leak")],
        [],
    ),
    # CT104
    "read in one document": (
        "CT104",
        [
            POST,
            HERALD,
            U1,
            JANE,
            STORY,
            LEAK,
            C,
            says("a", "post", "herald", document="story"),
            says("b", "post", "herald", "u1", document="story"),
        ],
        [],
    ),
    "an origin beside the outlet": (
        "CT104",
        [
            POST,
            HERALD,
            JANE,
            U1,
            STORY,
            LEAK,
            C,
            document("other", "echo"),
            ECHO,
            says("a", "post", by("jane"), document="story"),
            says("b", "echo", "herald", "u1", document="other"),
        ],
        [],
    ),
    "an article that nobody passes on": (
        "CT104",
        [
            POST,
            JANE,
            HERALD,
            U1,
            STORY,
            LEAK,
            C,
            says("a", "post", document="story"),
            says("b", "herald", "post", "u1", document="leak"),
        ],
        [],
    ),
    "its own other report": (
        "CT104",
        [
            POST,
            JANE,
            HERALD,
            U1,
            STORY,
            LEAK,
            document("later", "herald"),
            C,
            says(
                "a", "post", {"source": "herald", "document": "later"}, document="story"
            ),
            says("b", "herald", "u1", document="leak"),
        ],
        [],
    ),
    "it names the officials elsewhere": (
        "CT104",
        [
            POST,
            JANE,
            HERALD,
            U1,
            U2,
            STORY,
            LEAK,
            C,
            says("a", "post", "herald", document="story"),
            says("b", "herald", "u1", document="leak"),
            says("e", "post", "herald", "u2", document="story"),
        ],
        [],
    ),
    "neither knows of which report": (
        "CT104",
        [
            POST,
            JANE,
            HERALD,
            ECHO,
            U1,
            STORY,
            LEAK,
            C,
            says("a", "post", "herald", document="story"),
            says("b", "echo", "herald", "u1", document="leak"),
        ],
        ["a b"],
    ),
    # CT203
    "nobody knows who has it from the source": (
        "CT203",
        [
            POST,
            {key: U1[key] for key in U1 if key != "role"},
            C,
            says("a", "post", {"candidates": []}, "u1"),
        ],
        ["post u1"],
    ),
    # CT105
    "an outlet that may be meant": (
        "CT105",
        [
            POST,
            HERALD,
            JANE,
            LEAK,
            C,
            says(
                "a", "post", {"candidates": [{"source": "herald"}], "document": "leak"}
            ),
        ],
        [],
    ),
    # CT106
    "where a leak lies is nobody's to find": (
        "CT106",
        [
            POST,
            HERALD,
            document("p", "herald", kind="leak", url=None),
            C,
            says("a", "post", {"source": "herald", "document": "p"}),
        ],
        [],
    ),
    # CT107
    "a witness needs no occasion": (
        "CT107",
        [POST, JANE, C, says("a", {"source": "post", "basis": "witnessed"}, "jane")],
        [],
    ),
    "a person publishes": ("CT107", [JANE, JOHN, C, says("a", "jane", "john")], []),
    "third in the chain": (
        "CT107",
        [POST, HERALD, JANE, C, says("a", "post", "herald", "jane")],
        [],
    ),
    "who is second did not speak": (
        "CT107",
        [POST, JANE, C, says("a", "post", {"source": "jane", "attitude": "desire"})],
        [],
    ),
    "an outlet cites itself, then a person": (
        "CT107",
        [POST, JANE, C, says("a", "post", "post", "jane")],
        ["jane a"],
    ),
    # CT108
    "other voices left out": (
        "CT108",
        [
            POST,
            HERALD,
            ECHO,
            JANE,
            STORY,
            C,
            says("a", "post", "herald", "herald", "jane", document="story"),
            says("b", "post", "echo", "jane", document="story"),
        ],
        [],
    ),
    "told about somebody else": (
        "CT108",
        [POST, HERALD, JANE, JOHN, U1, STORY, C]
        + [
            says("a", "post", "herald", by("jane"), *held, document="story")
            for held in [()]
        ]
        + [
            says(
                "b",
                "post",
                by("jane"),
                {"source": "john", "attitude": "belief"},
                document="story",
            )
        ],
        [],
    ),
    # CT109
    "a person repeats himself": (
        "CT109",
        [POST, JANE, C, says("a", "jane", "jane")],
        [],
    ),
    # CT201
    "one of them is the publisher's own": (
        "CT201",
        [
            POST,
            HERALD,
            U1,
            U2,
            C,
            says("a", "post", "herald", "u2"),
            says("b", "post", "u1"),
        ],
        ["u1 c"],
    ),
    "two whom the desk knows apart": (
        "CT201",
        [
            POST,
            U1,
            U2,
            C,
            says("a", "post", "u1"),
            says("b", "post", "u2"),
            joined("u1", "distinct-from", "u2"),
        ],
        [],
    ),
    # CT203
    "own here, relayed there": (
        "CT203",
        [
            POST,
            HERALD,
            source("u1", "unnamed", role=None),
            C,
            says("a", "post", "u1"),
            says("b", "post", "herald", "u1"),
        ],
        ["u1"],
    ),
    "no outlet dealt with it": (
        "CT203",
        [
            JANE,
            JOHN,
            source("u1", "unnamed", role=None),
            C,
            says("a", "jane", "john", "u1"),
        ],
        ["jane u1"],
    ),
    "the publisher is unnamed": (
        "CT203",
        [source("u1", "unnamed", role=None), C, says("a", "u1")],
        [],
    ),
    "candidates dealt with it": (
        "CT203",
        [
            source("u1", "unnamed", role=None),
            JANE,
            C,
            says("a", {"candidates": [{"source": "jane"}]}, "jane", "u1"),
        ],
        ["u1"],
    ),
    # CT204, CT206, CT208: one finding where nothing at all is recorded
    "nothing is recorded, and it is out": (
        "CT204,CT206,CT208",
        [
            POST,
            JANE,
            STORY,
            source("u1", "unnamed", anonymity=None),
            C,
            says("a", "post", "u1", document="story"),
        ],
        ["u1"],
    ),
    "nothing is recorded, and editors may not know": (
        "CT204,CT208",
        [
            POST,
            JANE,
            STORY,
            source("u1", "unnamed", anonymity=None),
            C,
            says("a", "post", "u1", document="story"),
        ],
        ["u1 story"],
    ),
    "nothing is recorded, and no document": (
        "CT204,CT208",
        [POST, source("u1", "unnamed", anonymity=None), C, says("a", "post", "u1")],
        ["u1"],
    ),
    "an own source that did not speak": (
        "CT204,CT206,CT208",
        [
            POST,
            source("u1", "unnamed", anonymity=None),
            C,
            says("a", "post", {"source": "u1", "attitude": "belief"}),
        ],
        [],
    ),
    # CT207
    "own opinion": (
        "CT207",
        [POST, U1, claim(kind="norm"), says("a", "post", "u1")],
        ["u1 c"],
    ),
    "relayed opinion": (
        "CT207",
        [POST, HERALD, U1, claim(kind="norm"), says("a", "post", "herald", "u1")],
        ["herald c"],
    ),
    # CT210
    "off it, the opposite of one claim": (
        "CT210",
        [
            POST,
            JANE,
            C,
            says("a", "post", by("jane", ground_rules="on-record")),
            says("b", "post", by("jane", ground_rules="background", factuality="CT-")),
        ],
        ["jane a b"],
    ),
    "off it, nothing for sure": (
        "CT210",
        [
            POST,
            JANE,
            C,
            says("a", "post", by("jane", ground_rules="on-record")),
            says("b", "post", by("jane", ground_rules="background", factuality="Uu")),
        ],
        [],
    ),
    "off it, denied by who passes it on": (
        "CT210",
        [
            POST,
            JANE,
            C,
            says("a", "post", by("jane", ground_rules="on-record")),
            says("b", "post", by("jane", ground_rules="background", stance="denies")),
        ],
        ["jane a b"],
    ),
    "on record nothing for sure": (
        "CT210",
        [
            POST,
            JANE,
            C,
            says("a", "post", by("jane", ground_rules="on-record", factuality="Uu")),
            says("b", "post", by("jane", ground_rules="background")),
        ],
        [],
    ),
    # CT211
    "a circle with a way out": (
        "CT211",
        [
            POST,
            HERALD,
            JANE,
            C,
            says("a", "post", "herald"),
            says("b", "herald", "post"),
            says("e", "herald", by("jane")),
        ],
        ["herald c"],
    ),
    "a circle beside candidates": (
        "CT211",
        [
            POST,
            HERALD,
            JANE,
            C,
            says("a", "post", "herald"),
            says("b", "herald", "post"),
            says("e", "post", {"candidates": [{"source": "jane"}]}),
        ],
        ["herald c"],
    ),
    # CT213
    "deep background, told with a cue": (
        "CT213",
        [
            POST,
            JANE,
            STORY,
            C,
            says(
                "a",
                "post",
                by("jane", ground_rules="deep-background", cue="said"),
                document="story",
            ),
        ],
        ["a"],
    ),
    "not read in a document": (
        "CT213",
        [POST, JANE, C, says("a", "post", by("jane", ground_rules="off-record"))],
        [],
    ),
    # CT214
    "the accused is heard elsewhere": (
        "CT214",
        [
            POST,
            JANE,
            JOHN,
            claim(kind="allegation", about=["john"]),
            D,
            joined("d", "contradicts", "c"),
            says("a", "post", by("jane")),
            says("b", "post", by("john"), of="d"),
        ],
        [],
    ),
    "somebody else is heard": (
        "CT214",
        [
            POST,
            JANE,
            JOHN,
            claim(kind="allegation", about=["john"]),
            D,
            joined("c", "contradicts", "d"),
            says("a", "post", by("jane")),
            says("b", "post", {"candidates": []}, of="d"),
        ],
        ["c"],
    ),
    "about a place": (
        "CT214",
        [
            POST,
            claim(kind="allegation", about=["https://e.org/port"]),
            says("a", "post"),
        ],
        [],
    ),
    # CT301
    "said in April": (
        "CT301",
        [POST, JANE, C, says("a", "post", by("jane", at="XXXX-04"))],
        ["a c"],
    ),
    "corrected in April": (
        "CT301",
        [C, told("correction", "c", at="XXXX-04")],
        ["n c"],
    ),
    "judged in April": ("CT301", [POST, judged("v", "post", at="XXXX-04")], ["v"]),
    "joined in April": (
        "CT301",
        [C, D, joined("c", "contradicts", "d", at="XXXX-04")],
        ["c-d c d"],
    ),
    "published and changed in April": (
        "CT301",
        [document("story", published="XXXX-04", modified="XXXX-04-12"), POST],
        ["story"],
    ),
    "some decade": ("CT301", [POST, document("story", published="201X")], []),
    # CT303
    "older than what it copies": (
        "CT303",
        [
            POST,
            HERALD,
            JANE,
            document("leak", "herald", published="2025-05-02"),
            STORY,
            joined("story", "copied-from", "leak"),
        ],
        ["story"],
    ),
    "older than the report it cites": (
        "CT303",
        [
            POST,
            HERALD,
            JANE,
            document("leak", "herald", published="2025-05-02"),
            STORY,
            C,
            says("a", "post", FROM_HERALD, document="story"),
        ],
        ["story a"],
    ),
    "changed since": (
        "CT303",
        [
            POST,
            HERALD,
            document("leak", "herald", published="2025-05-02"),
            C,
            document("story", published="2025-05-01", modified="2025-05-03"),
            says("a", "post", FROM_HERALD, document="story"),
        ],
        [],
    ),
    "changed before it came out, which is CT041": (
        "CT303",
        [
            POST,
            HERALD,
            document("leak", "herald", published="2025-05-02"),
            C,
            document("story", published="2025-05-03", modified="2025-05-01"),
            says("a", "post", FROM_HERALD, document="story"),
        ],
        [],
    ),
    "changed before it came out, and older than what it cites all the same": (
        "CT303",
        [
            POST,
            HERALD,
            document("leak", "herald", published="2025-05-02"),
            C,
            document("story", published="2025-05-01", modified="2025-04-30"),
            says("a", "post", FROM_HERALD, document="story"),
        ],
        ["story a"],
    ),
    # CT307
    "nobody published it": ("CT307", [document("p", None, kind="post")], ["p"]),
    "hashed": ("CT307", [document("p", None, kind="post", sha256="0" * 64)], []),
    # CT309
    "noticed": (
        "CT309",
        [
            POST,
            JANE,
            STORY,
            document("new", published="2025-05-02"),
            C,
            D,
            joined("c", "supersedes", "d"),
            says("a", "post", by("jane"), document="story"),
            says("b", "post", by("jane"), of="d", document="new"),
            told("update", "d"),
        ],
        [],
    ),
    "not read in a document, so nobody knows when": (
        "CT309",
        [
            POST,
            JANE,
            STORY,
            C,
            D,
            joined("c", "supersedes", "d"),
            says("a", "post", by("jane"), document="story"),
            says("b", "post", by("jane"), of="d"),
        ],
        [],
    ),
    # CT404
    "a scale without a number": (
        "CT404",
        [C, judged("v", "c") | {"rating": {"best": 5}}],
        [],
    ),
    # CT501
    "the body has nobody on record": (
        "CT501",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", {"factuality": "PS+"}, document="story"),
        ],
        [],
    ),
    "the body is less sure": (
        "CT501",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", by("jane", factuality="PS+"), document="story"),
        ],
        ["a c"],
    ),
    "the body commits to nothing": (
        "CT501",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", by("jane", factuality="Uu"), document="story"),
        ],
        ["a c"],
    ),
    "stronger over two steps": (
        "CT501",
        [
            POST,
            JANE,
            STORY,
            C,
            D,
            claim("e"),
            joined("c", "stronger-than", "e"),
            joined("e", "stronger-than", "d"),
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", by("jane"), of="d", document="story"),
        ],
        ["a d"],
    ),
    "stronger than the report that it cites": (
        "CT501",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            D,
            joined("c", "stronger-than", "d"),
            says(
                "a",
                "post",
                FROM_HERALD,
                by("jane"),
                document="story",
                placement="headline",
            ),
            says("b", "herald", by("jane"), of="d", document="leak"),
            says("f", "post", FROM_HERALD, by("jane"), document="story"),
        ],
        ["a d"],
    ),
    "the body says the opposite": (
        "CT501",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", by("jane", factuality="CT-"), document="story"),
        ],
        ["a c"],
    ),
    # CT502
    "a member of who announced": (
        "CT502",
        [
            POST,
            JANE,
            STORY,
            C,
            source("crews", "group", members=["jane"]),
            says("a", "post", "crews", document="story", placement="headline"),
            says("b", "post", by("jane"), document="story"),
        ],
        [],
    ),
    "somebody of who announced": (
        "CT502",
        [
            POST,
            STORY,
            C,
            source("us", "organization"),
            source("jane", "person", affiliations=["us"]),
            says("a", "post", "us", document="story", placement="headline"),
            says("b", "post", by("jane"), document="story"),
        ],
        [],
    ),
    "it may be who announced": (
        "CT502",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", {"candidates": [{"source": "jane"}]}, document="story"),
        ],
        [],
    ),
    "no body is recorded": (
        "CT502",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
        ],
        [],
    ),
    "the body has other claims alone": (
        "CT502",
        [
            POST,
            JANE,
            JOHN,
            STORY,
            C,
            D,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", by("john"), of="d", document="story"),
        ],
        ["a"],
    ),
    "it stops at an outlet, which has it from others": (
        "CT502",
        [
            POST,
            JANE,
            HERALD,
            U1,
            STORY,
            C,
            says("a", "post", "herald", document="story", placement="headline"),
            says("b", "post", "herald", "u1", document="story"),
        ],
        [],
    ),
    "of whom somebody announced is a member": (
        "CT502",
        [
            POST,
            JANE,
            STORY,
            C,
            source("crews", "group", members=["jane"]),
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", "crews", document="story"),
        ],
        ["a c"],
    ),
    "in no document, as in one": (
        "CT502",
        [
            POST,
            JANE,
            JOHN,
            C,
            says("a", "post", by("jane"), placement="headline"),
            says("b", "post", by("john")),
        ],
        ["a c"],
    ),
    "only what was said by nobody": (
        "CT502",
        [
            POST,
            JANE,
            STORY,
            C,
            D,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", {}, of="d", document="story"),
        ],
        [],
    ),
    # CT503
    "nobody spoke": ("CT503", [C, says("a", {"mode": "direct"})], []),
    "a place speaks": (
        "CT503",
        [
            POST,
            source("x", "platform"),
            C,
            says("a", "post", {"source": "x", "mode": "mixed"}),
        ],
        ["a"],
    ),
    "two speakers, two quotes": (
        "CT503",
        [POST, JANE, JOHN, C]
        + [
            says(key, "post", {"candidates": [{"source": who}], "mode": "direct"})
            for key, who in (("a", "jane"), ("b", "john"), ("e", "jane"))
        ],
        ["a e", "b"],
    ),
    # CT508
    "surer than what it endorses, the other way round": (
        "CT508",
        [
            POST,
            JANE,
            C,
            says(
                "a",
                {"source": "post", "factuality": "CT-"},
                by("jane", stance="endorses", factuality="PR+"),
            ),
        ],
        ["a"],
    ),
    "a belief is passed on as an assertion": (
        "CT508",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            says("a", "post", FROM_HERALD, by("jane"), document="story"),
            says("b", "herald", by("jane", attitude="belief"), document="leak"),
        ],
        ["a b"],
    ),
    "surer than the report, in value and attitude": (
        "CT508",
        [
            POST,
            HERALD,
            ECHO,
            JANE,
            STORY,
            LEAK,
            C,
            says(
                "a",
                "post",
                FROM_HERALD,
                by("jane", attitude="knowledge"),
                document="story",
            ),
            says("b", "herald", by("jane", attitude="belief"), document="leak"),
            says("e", "herald", by("jane", attitude="desire"), document="leak"),
        ],
        ["a b e"],
    ),
    "as sure as the surest in the report": (
        "CT508",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            says("a", "post", FROM_HERALD, by("jane"), document="story"),
            says("b", "herald", by("jane", attitude="belief"), document="leak"),
            says("e", "herald", by("jane"), document="leak"),
        ],
        [],
    ),
    # CT509
    "a relay stronger over two steps": (
        "CT509",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            D,
            claim("e"),
            joined("c", "stronger-than", "e"),
            joined("e", "stronger-than", "d"),
            says("a", "post", FROM_HERALD, by("jane"), document="story"),
            says("b", "herald", by("jane"), of="d", document="leak"),
        ],
        ["a b"],
    ),
    "a headline stronger than the report is no relay": (
        "CT509",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            D,
            claim("e"),
            joined("c", "stronger-than", "e"),
            joined("e", "stronger-than", "d"),
            says(
                "a",
                "post",
                FROM_HERALD,
                by("jane"),
                document="story",
                placement="headline",
            ),
            says("b", "herald", by("jane"), of="d", document="leak"),
        ],
        [],
    ),
    "the report has the claim as well": (
        "CT509",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            D,
            claim("e"),
            joined("c", "stronger-than", "e"),
            joined("e", "stronger-than", "d"),
            says("a", "post", FROM_HERALD, by("jane"), document="story"),
            says("b", "herald", by("jane"), of="d", document="leak"),
            says("f", "herald", by("jane"), document="leak"),
        ],
        [],
    ),
    "the report has it from somebody else": (
        "CT509",
        [
            POST,
            HERALD,
            JANE,
            JOHN,
            STORY,
            LEAK,
            C,
            D,
            claim("e"),
            joined("c", "stronger-than", "e"),
            joined("e", "stronger-than", "d"),
            says("a", "post", FROM_HERALD, by("jane"), document="story"),
            says("b", "herald", by("john"), of="d", document="leak"),
        ],
        [],
    ),
    # CT601
    "nothing was retracted": ("CT601", [POST, C, says("a", "post")], []),
    "what was retracted is nobody's": (
        "CT601",
        [POST, C, says("a", "post"), told("retraction", "c")],
        [],
    ),
    "retracted, and told": (
        "CT601",
        [
            POST,
            HERALD,
            JANE,
            LEAK,
            STORY,
            C,
            says("a", "post", FROM_HERALD, "jane", document="story"),
            told("retraction", "leak", by="herald"),
            {**told("editors-note", "story", by="post"), "id": "m"},
        ],
        [],
    ),
    "retracted, and perhaps told": (
        "CT601",
        [
            POST,
            HERALD,
            JANE,
            LEAK,
            STORY,
            C,
            says("a", "post", FROM_HERALD, "jane", document="story"),
            told("retraction", "leak", by="herald"),
            {**told("editors-note", "a"), "id": "m"},
        ],
        [],
    ),
    "retracted, and told by somebody else": (
        "CT601",
        [
            POST,
            HERALD,
            ECHO,
            JANE,
            LEAK,
            STORY,
            C,
            says("a", "post", FROM_HERALD, "jane", document="story"),
            told("retraction", "leak", by="herald"),
            {**told("editors-note", "story", by="echo"), "id": "m"},
        ],
        ["n c"],
    ),
    "two retractions bring it down together": (
        "CT601",
        [
            POST,
            HERALD,
            ECHO,
            JANE,
            JOHN,
            LEAK,
            document("other", "echo"),
            STORY,
            C,
            says("a", "post", FROM_HERALD, "jane", document="story"),
            says("b", "post", {"source": "echo", "document": "other"}, "john")
            | {"document": "story"},
            told("retraction", "leak", by="herald"),
            {**told("retraction", "other", by="echo"), "id": "m"},
        ],
        ["m c", "n c"],
    ),
    # CT604
    "the older one is the version": (
        "CT604",
        [
            POST,
            JANE,
            {**STORY, "sha256": "0" * 64},
            document("new", published="2025-05-02", sha256="1" * 64),
            joined("story", "version-of", "new"),
        ],
        ["new"],
    ),
    "nobody hashed them": (
        "CT604",
        [
            POST,
            JANE,
            STORY,
            document("new", published="2025-05-02"),
            joined("new", "version-of", "story"),
        ],
        [],
    ),
    "a draft may change": (
        "CT604",
        [
            POST,
            JANE,
            {**STORY, "sha256": "0" * 64},
            document("new", status="draft", sha256="1" * 64),
            joined("new", "version-of", "story"),
        ],
        [],
    ),
    # CT606
    "a claim was corrected": (
        "CT606",
        [
            POST,
            HERALD,
            JANE,
            document("leak", "herald"),
            STORY,
            C,
            says("a", "herald", by("jane"), document="leak"),
            says("b", "post", FROM_HERALD, "jane", document="story"),
            told("clarification", "c", by="herald", at="2025-05-03"),
        ],
        ["n story"],
    ),
    "its translation was corrected": (
        "CT606",
        [
            POST,
            HERALD,
            JANE,
            document("leak", "herald"),
            STORY,
            C,
            D,
            joined("d", "translation-of", "c"),
            says("a", "herald", by("jane"), document="leak"),
            says("b", "post", FROM_HERALD, "jane", document="story"),
            told("clarification", "d", by="herald", at="2025-05-03"),
        ],
        ["n story"],
    ),
    "a claim was corrected by somebody else": (
        "CT606",
        [
            POST,
            HERALD,
            ECHO,
            JANE,
            document("leak", "herald"),
            STORY,
            C,
            says("a", "herald", by("jane"), document="leak"),
            says("b", "post", FROM_HERALD, "jane", document="story"),
            told("clarification", "c", by="echo", at="2025-05-03"),
        ],
        [],
    ),
    "a source was corrected": ("CT606", [POST, told("correction", "post")], []),
    "a copy without attributions": (
        "CT606",
        [
            POST,
            HERALD,
            JANE,
            LEAK,
            STORY,
            joined("story", "copied-from", "leak"),
            told("correction", "leak", by="herald", at="2025-05-03"),
        ],
        ["n story"],
    ),
    "the copy is corrected too": (
        "CT606",
        [
            POST,
            HERALD,
            JANE,
            LEAK,
            STORY,
            joined("story", "copied-from", "leak"),
            told("correction", "leak", by="herald", at="2025-05-03"),
            {**told("correction", "story", by="post"), "id": "m"},
        ],
        [],
    ),
    # CT608
    "a document was judged": (
        "CT608",
        [
            POST,
            JANE,
            STORY,
            judged("v", "story", at="2025-05-02"),
            told("retraction", "story", at="2025-05-03"),
        ],
        ["v"],
    ),
    "the translation of what was judged was corrected": (
        "CT608",
        [
            C,
            D,
            joined("c", "same-as", "d"),
            judged("v", "c", at="2025-05-02"),
            told("update", "d", at="2025-05-03", significance="substantive"),
        ],
        ["v"],
    ),
    "nobody knows who judged again": (
        "CT608",
        [
            C,
            JANE,
            judged("v", "c", at="2025-05-02", by="jane"),
            judged("w", "c", at="2025-05-04"),
            told("correction", "c", at="2025-05-03"),
        ],
        [],
    ),
    "judged nobody knows when": (
        "CT608",
        [C, judged("v", "c"), told("correction", "c", at="2025-05-03")],
        [],
    ),
    "a minor update": (
        "CT608",
        [C, judged("v", "c", at="2025-05-02"), told("update", "c", at="2025-05-03")],
        [],
    ),
}
"""What there is → the rules, the records, and each finding's record and related ids."""

APART: Final[dict[str, Json]] = {
    "one of them says so": {"by": "jane", "method": "asked"},
    "how that was found is not told": {"by": "desk"},
    "who found so is not told": {"method": "asked"},
}

BOUND: Final[dict[str, list[Json]]] = {
    "they have an owner in common": [
        joined("jane", "owned-by", "x"),
        joined("x", "owned-by", "y"),
        joined("john", "owned-by", "y"),
    ],
    "they have an affiliation in common": [
        {**JANE, "affiliations": ["x"]},
        {**JOHN, "affiliations": ["x"]},
    ],
    "one belongs to the other": [{**JANE, "affiliations": ["john"]}],
}


def found(rules: str, records: Iterable[Json], settings: Settings) -> list[str]:
    """Return record and related ids of each finding of the rules."""
    kept = [{k: v for k, v in each.items() if v is not None} for each in records]
    text = json.dumps({"claimtrack": "1.0", "records": kept})
    config = Config(settings=settings).with_choice(select=rules.split(","))
    findings = check(Dossier.loads(text), config=config)
    return sorted(" ".join([str(each.record), *each.related]) for each in findings)


@pytest.mark.parametrize("name", CASES)
def test_edges(name: str) -> None:
    """Each finding, by its record and what it explains."""
    rules, records, expected = CASES[name]
    assert found(rules, records, Settings(desk="Post")) == expected


@pytest.mark.parametrize("reason", [*APART, *BOUND])
def test_what_makes_independence_an_assumption(reason: str) -> None:
    """CT212 says which of them it is."""
    sound = {"by": "desk", "method": "asked"}
    others = BOUND.get(reason, [])
    replaced = {each["id"] for each in others}
    records = [
        each
        for each in (JANE, JOHN, source("desk"), source("x"), source("y"))
        if each["id"] not in replaced
    ]
    relation = joined("jane", "independent-of", "john", **APART.get(reason, sound))
    text = json.dumps({"claimtrack": "1.0", "records": [*records, *others, relation]})
    config = Config().with_choice(select=["CT212"])
    (finding,) = check(Dossier.loads(text), config=config)
    assert finding.message == f"Jane and John count as independent, and {reason}"


@pytest.mark.parametrize(
    ("said", "published", "days", "is_old"),
    [
        ("2025-03-01", "2025-04-01", 30, True),
        ("2025-03-01", "2025-04-01", 31, False),
        ("2025-03", "2025-04-30", 29, True),
        ("2025-03", "2025-04-30", 30, False),
        ("2025-03-01T12:00:00Z", "2025-03-02T12:00:01Z", 1, True),
        ("2025-03-01T12:00:00Z", "2025-03-02T12:00:00Z", 1, False),
        # The day of an instant may be the day before, elsewhere.
        ("2025-03-01T12:00:00Z", "2025-04-01", 30, False),
        ("2025-03-01T12:00:00Z", "2025-04-02", 30, True),
        ("2025-03-01/..", "2025-04-01", 1, False),
    ],
)
def test_old_words_are_surely_old(
    said: str, published: str, days: int, *, is_old: bool
) -> None:
    """CT304 counts the days that lie between at the least."""
    records = [POST, JANE, C, document("story", published=published)]
    records.append(says("a", "post", by("jane", at=said), document="story"))
    settings = Settings(preview=True, stale_days=days)
    assert found("CT304", records, settings) == (["a"] if is_old else [])
    assert found("CT304", records, Settings(preview=True)) == []


@pytest.mark.parametrize(
    ("mention", "lang", "expected"),
    [
        ("officials", "en", ["u1"]),
        ("officials", "en-GB", ["u1"]),
        ("officials", "de", []),
        ("one of the officials", "en", []),
        ("an official", "en", []),
    ],
)
def test_a_mention_is_read_in_the_language_of_its_document(
    mention: str, lang: str, expected: list[str]
) -> None:
    """CT209 knows English alone, and reads no other language as English."""
    one = source("u1", "unnamed", count={"min": 1, "max": 1})
    records = [POST, JANE, one, C, document("story", lang=lang, authors=["jane"])]
    link = {"source": "u1", "mention": mention}
    records.append(says("a", "post", link, document="story"))
    assert found("CT209", records, ENGLISH) == expected


def test_a_quote_that_is_not_translated_is_verbatim() -> None:
    """CT505 needs both languages."""
    link = by("jane", mode="direct", document="leak")
    records = [
        POST,
        HERALD,
        JANE,
        STORY,
        LEAK,
        C,
        says("a", "post", link, document="story"),
    ]
    assert found("CT505", records, Settings()) == []


def test_the_least_outlet_is_named_where_a_chain_has_none() -> None:
    """A verb that judges, in no document, is about its attribution."""
    records = [POST, JANE, C, says("a", "post", by("jane", cue="claimed"))]
    assert found("CT506", records, ENGLISH) == ["a"]
