"""The checks that fields share: what they take, and what they say of the rest."""

from __future__ import annotations

import math
import traceback
from typing import TYPE_CHECKING, Final

import pytest

from claimtrack.errors import InvalidRecord
from claimtrack.records import (
    PATTERNS,
    Alias,
    Anonymity,
    Attribution,
    Candidate,
    Claim,
    Count,
    Document,
    Excerpt,
    Head,
    Link,
    Quantity,
    Recorded,
    Relation,
    Source,
    limits,
)
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.schema import JsonValue

SOUND: Final[dict[Callable[..., object], dict[str, JsonValue]]] = {
    Alias: {"text": "S"},
    Anonymity: {},
    Attribution: {"claim": "c", "chain": ["s"]},
    Candidate: {"source": "s"},
    Claim: {"id": "c", "text": "T"},
    Count: {},
    Document: {"id": "d", "kind": "article", "title": "T"},
    Excerpt: {"exact": "x"},
    Head: {},
    Link: {"source": "s"},
    Quantity: {"min": 1},
    Recorded: {},
    Relation: {"kind": "same-as", "subject": "c", "object": "c2"},
    Source: {"id": "s", "kind": "outlet", "name": "S"},
}
"""What each class needs."""

CANARY: Final = "canary"


def make(cls: Callable[..., object], fields: dict[str, JsonValue]) -> object:
    """Return a sound value but for these fields."""
    return cls(**{**SOUND[cls], **fields})


def refusal(cls: Callable[..., object], fields: dict[str, JsonValue]) -> InvalidRecord:
    """Return the error that these fields give."""
    with pytest.raises(InvalidRecord) as caught:
        make(cls, fields)
    return caught.value


KINDS: Final = (
    "Use one of: person, organization, outlet, group, crowd, platform, unnamed, "
    "unresolved."
)
FUNCTIONS: Final = "Use one of: reporter, editor, manager, lawyer."
SHORTER: Final = "Shorten the text. (CT015)"
FILL: Final = "Write something, or leave the field out."
SLUG: Final = (
    'Write it without spaces, as in "bloomberg-april", or as a URN or an IRI. (CT014)'
)
IRI: Final = (
    "Write it with its scheme and without spaces: https://example.org/story. (CT014)"
)
TAG: Final = 'Use a BCP 47 tag such as "en", "uk" or "pt-BR". (CT014)'
TEN_THOUSAND: Final = "x" * 10_000
CLIPPED: Final = "x" * 59 + "…"

REFUSED: Final[list[tuple[Callable[..., object], dict[str, JsonValue], str]]] = [
    # Text.
    (Source, {"name": 5}, "source.name: 5 is not text. Use text. (CT010)"),
    (Source, {"name": b"S"}, "source.name: a value of type bytes is not text."),
    (Source, {"name": ["S"]}, "source.name: a list is not text. Use text."),
    (Source, {"name": {"S"}}, "source.name: a list is not text. Use text."),
    (Source, {"name": {"en": "S"}}, "source.name: an object is not text. Use text."),
    (Source, {"name": ""}, f"source.name: the text is empty. {FILL} (CT015)"),
    (Source, {"name": "\u00a0\n"}, f"source.name: the text is blank. {FILL} (CT014)"),
    (
        Source,
        {"name": "x" * 1_001},
        "source.name: there are 1001 characters; at most 1000 are allowed.",
    ),
    (Source, {"name": "x" * 1_001}, SHORTER),
    (
        Claim,
        {"text": "x" * 20_001},
        "claim.text: there are 20001 characters; at most 20000 are allowed",
    ),
    (Source, {"name": "a\0"}, "source.name: the text contains a NUL or half a surr"),
    (Source, {"name": "\ud800"}, "pair. Remove the character. (CT006)"),
    # Ids and other forms.
    (Source, {"id": "two words"}, f'source.id: "two words" is not an id. {SLUG}'),
    (Source, {"id": "s\n"}, r'source.id: "s\n" is not an id.'),
    (Source, {"id": ""}, 'source.id: "" is not an id.'),
    (Source, {"id": None}, "source.id: null is not text."),
    (
        Source,
        {"id": "x" * 257},
        "source.id: there are 257 characters; at most 256 are allowed.",
    ),
    (
        Source,
        {"same_as": ["x"]},
        f'source.same_as: "x" is not a full address (IRI). {IRI}',
    ),
    (
        Claim,
        {"lang": "english!"},
        f'claim.lang: "english!" is not a language tag. {TAG}',
    ),
    (Source, {"country": "ua"}, 'source.country: "ua" is not a country code. Use two'),
    (
        Source,
        {"country": "UKR"},
        "source.country: there are 3 characters; at most 2 are allowed.",
    ),
    # What could tell where a leak lies is not quoted.
    (
        Source,
        {"url": "x.org"},
        f"source.url: the value is not a full address (IRI). {IRI}",
    ),
    (
        Document,
        {"sha256": "0" * 63},
        "document.sha256: the value is not a SHA-256 hash",
    ),
    # Words.
    (
        Source,
        {"kind": "Oulet"},
        (
            'source.kind: "Oulet" is not a kind of source. '
            f'Did you mean "outlet"? {KINDS} (CT013)'
        ),
    ),
    (
        Source,
        {"kind": TEN_THOUSAND},
        f'source.kind: "{CLIPPED}" is not a kind of source. {KINDS} (CT013)',
    ),
    (
        Source,
        {"kind": ["x"]},
        "source.kind: a list is not a kind of source. Use one of: ",
    ),
    (Source, {"kind": None}, "source.kind: null is not a kind of source. Use one of: "),
    # Numbers.
    (Count, {"min": 0}, "count.min: 0 is not between 1 and 10000000000. Use a number"),
    (Count, {"min": 1.0}, "count.min: 1.0 is not a whole number. Use a whole number."),
    (Count, {"min": True}, "count.min: true is not a whole number."),
    (Count, {"max": 10**5_000}, "count.max: a huge number is not between 1 and 1000"),
    (
        Candidate,
        {"weight": 1.5},
        "candidate.weight: 1.5 is not between 0 and 1. Use a",
    ),
    (Candidate, {"weight": -0.1}, "number in this range. (CT017)"),
    (
        Candidate,
        {"weight": "1"},
        'candidate.weight: "1" is not a number. Use a number.',
    ),
    (Candidate, {"weight": True}, "candidate.weight: true is not a number."),
    (
        Quantity,
        {"min": math.nan},
        "quantity.min: the number is not finite. Leave the field out",
    ),
    (Quantity, {"max": math.inf}, "quantity.max: the number is not finite."),
    (Quantity, {"max": 10**400}, "quantity.max: a huge number is not between -1000000"),
    # True and false.
    (Link, {"negated": 1}, "link.negated: 1 is neither true nor false. Use true or"),
    (Link, {"ascribed": "no"}, 'link.ascribed: "no" is neither true nor false.'),
    # Lists.
    (Source, {"aka": "S2"}, 'source.aka: "S2" is not a list. Use a list. (CT010)'),
    (Source, {"affiliations": "s2"}, 'source.affiliations: "s2" is not a list.'),
    (Source, {"aka": None}, "source.aka: null is not a list."),
    (Source, {"aka": {"S2": 1}}, "source.aka: an object is not a list."),
    (Source, {"same_as": {"ex:y": 1}}, "source.same_as: an object is not a list."),
    (Source, {"members": {"m": 1}}, "source.members: an object is not a list."),
    (Attribution, {"excerpts": {"x": 1}}, "attribution.excerpts: an object is not a"),
    (Source, {"same_as": b"x"}, "source.same_as: a value of type bytes is not a list."),
    (
        Source,
        {"aka": ["S"] * 1_001},
        "source.aka: there are 1001 items; at most 1000 are allowed. Keep",
    ),
    # Values inside.
    (
        Source,
        {"aka": [5]},
        "source.aka: 5 is not an Alias. Use text, or Alias(text=…, ",
    ),
    (
        Source,
        {"count": 2},
        'source.count: 2 is not a Count. Use text such as "2+", or',
    ),
    (Claim, {"quantity": 5}, "claim.quantity: 5 is not a Quantity. Use Quantity(min="),
    (Attribution, {"excerpts": ["x"]}, 'attribution.excerpts: "x" is not an Excerpt.'),
    # Dates, by the name of their own field.
    (
        Document,
        {"published": "April 2025"},
        'document.published: "April 2025" is not an EDTF date. Write "2025-04". (CT02',
    ),
    (Claim, {"holds": "2025-02-30"}, "claim.holds: "),
    (
        Document,
        {"published": 2025},
        "document.published: 2025 is not a date. Use EDTF",
    ),
    (Document, {"published": When(text=" ")}, "document.published: the text is blank."),
    (
        Document,
        {"published": When(text="in April", relative_to="<d>")},
        f'document.published: "<d>" is not an id. {SLUG}',
    ),
]


@pytest.mark.parametrize(("cls", "fields", "said"), REFUSED)
def test_what_is_refused_names_field_and_value(
    cls: Callable[..., object], fields: dict[str, JsonValue], said: str
) -> None:
    """The text names the field, the value in short, what to do, and the code."""
    error = refusal(cls, fields)
    assert said in str(error)
    assert error.field in fields
    assert str(error).startswith(f"{error.record}.{error.field}: ")
    assert str(error).endswith(f". ({error.code})") or "? (" in str(error)
    assert len(str(error)) < 300


TAKEN: Final[list[tuple[Callable[..., object], str, list[JsonValue]]]] = [
    (
        Source,
        "id",
        ["a", "_", "0-9", "A.b_c-d", "urn:uuid:1", "https://приклад.example/я?x#y"],
    ),
    (Source, "id", ["x" * limits.ID]),
    (Source, "name", ["x", "x" * limits.LINE, "\n.", "👩🏽\u200d🚀"]),
    (Source, "url", [None, "ex:y", "urn:x:" + "y" * (limits.IRI - 6)]),
    (Source, "country", [None, "UA"]),
    (Claim, "text", ["x" * limits.TEXT]),
    (Claim, "lang", [None, "en", "uk", "pt-BR", "zh-Hant-TW"]),
    (Document, "sha256", [None, "0" * 64, "0123456789abcdef" * 4]),
    (Count, "min", [1, 2, limits.PEOPLE]),
    (Candidate, "weight", [None, 0, 1, 0.5]),
    (Quantity, "min", [0, -0.5, int(limits.NUMBER), -limits.NUMBER]),
    (Link, "ascribed", [None, True, False]),
    (Excerpt, "link", [None, 0, limits.LINKS - 1]),
    (Document, "published", [None, When.parse("2025"), When(text="post-war")]),
    (Head, "title", [None, "T"]),
    (Head, "base", [None, "https://example.org/"]),
]


@pytest.mark.parametrize(("cls", "field", "values"), TAKEN)
def test_what_is_inside_the_bounds_is_kept(
    cls: Callable[..., object], field: str, values: list[JsonValue]
) -> None:
    """What is inside the bounds is kept as it is."""
    for value in values:
        assert getattr(make(cls, {field: value}), field) == value


PRIVATE: Final[list[tuple[Callable[..., object], dict[str, JsonValue]]]] = [
    (Source, {"note": {CANARY}}),
    (Source, {"note": [CANARY]}),
    (Source, {"note": CANARY * 10_000}),
    (Source, {"ext": CANARY}),
    (Source, {"ext": {CANARY: {5: CANARY}}}),
    (Source, {"ext": {CANARY: f"{CANARY}\0"}}),
    (Source, {"kind": "unnamed", "anonymity": CANARY}),
    (Source, {"url": CANARY}),
    (Anonymity, {"reason": f"{CANARY}\0"}),
    (Anonymity, {"known_to": CANARY}),
    (Anonymity, {"known_to": [CANARY]}),
    (Anonymity, {"approved_by": [f"editor-{CANARY}"]}),
    (Attribution, {"recorded": CANARY}),
    (Recorded, {"at": CANARY}),
    (Recorded, {"at": When(text="then", relative_to=f"<{CANARY}>")}),
    (Recorded, {"by": f"{CANARY}\0"}),
    (Recorded, {"method": CANARY}),
    (Recorded, {"tool": [CANARY]}),
    (Document, {"url": CANARY}),
    (Document, {"archived": [CANARY]}),
    (Document, {"sha256": CANARY}),
    (Link, {"at": CANARY}),
    (Link, {"occasion": f"{CANARY}\0"}),
    (Link, {"addressee": f"<{CANARY}>"}),
]


@pytest.mark.parametrize(("cls", "fields"), PRIVATE)
def test_private_values_are_not_quoted(
    cls: Callable[..., object], fields: dict[str, JsonValue]
) -> None:
    """Nor does the traceback show them, as a log would write it."""
    with pytest.raises(InvalidRecord) as caught:
        make(cls, fields)
    error = caught.value
    shown = "".join(traceback.format_exception(error, limit=0))
    assert CANARY not in shown
    assert f"{error.record}.{error.field}" in shown
    assert error.fix in shown


def test_private_words_get_no_hint() -> None:
    """A hint would say nearly as much as the value."""
    error = refusal(Anonymity, {"known_to": ["editr"]})
    assert str(error) == (
        "anonymity.known_to: the value is not a function in a newsroom. "
        f"{FUNCTIONS} (CT013)"
    )


def test_cause_of_a_refused_date() -> None:
    """The error for the date itself is the cause, but where the date is private."""
    assert isinstance(refusal(Claim, {"holds": "soon"}).__cause__, InvalidRecord)
    assert refusal(Recorded, {"at": "soon"}).__cause__ is None


def test_patterns_explain_themselves() -> None:
    """Each is anchored and says what it is and what to write."""
    for pattern, what, fix in PATTERNS.values():
        assert pattern[0] + pattern[-1] == "^$"
        assert what.startswith(("a ", "an "))
        assert fix.endswith(".")
