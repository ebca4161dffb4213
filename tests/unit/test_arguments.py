"""Arguments of another type than asked for: one clear line, of one class."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest

from claimtrack import Dossier, lineage, sheet, validate
from claimtrack.confidence import support
from claimtrack.disclosure import public
from claimtrack.dossier import dump_dossiers
from claimtrack.errors import DanglingReference, InvalidRecord
from claimtrack.scales import convert

if TYPE_CHECKING:
    from collections.abc import Callable

D: Any = Dossier()
UNN = D.outlet("UNN")
RAIN = D.claim("It rains.")
D.attribute(RAIN, UNN)

NO_DOSSIER = "Give a Dossier; Dossier.load(path) reads a file. (CT010)"
NO_RECORD = (
    "Give a record, such as Claim(text=…); Dossier.loads reads records in JSON. (CT010)"
)
SAID: dict[str, tuple[Callable[[], object], str]] = {
    "a name of None": (
        lambda: D.outlet(None),
        "source.name: null is not text. Use text. (CT010)",
    ),
    "a name that is a number": (
        lambda: D.unnamed(5),
        "source.description: 5 is not text. Use text. (CT010)",
    ),
    "a title that is a day": (
        lambda: D.document("article", date(2026, 3, 2)),
        "document.title: a value of type date is not text. Use text. (CT010)",
    ),
    "JSON added": (
        lambda: D.add({"type": "claim", "text": "It snows."}),
        f"record: an object is not a record. {NO_RECORD}",
    ),
    "None added": (
        lambda: D.add(None),
        f"record: null is not a record. {NO_RECORD}",
    ),
    "an id put in place": (
        lambda: D.replace("unn"),
        f'record: "unn" is not a record. {NO_RECORD}',
    ),
    "a path merged": (
        lambda: D.merge("a.claims.json"),
        f'dossier: "a.claims.json" is not a dossier. {NO_DOSSIER}',
    ),
    "a path traced": (
        lambda: lineage.trace("a.claims.json", "c1"),  # type: ignore[arg-type]
        f'dossier: "a.claims.json" is not a dossier. {NO_DOSSIER}',
    ),
    "nothing shown to others": (
        lambda: public(None),  # type: ignore[arg-type]
        f"dossier: null is not a dossier. {NO_DOSSIER}",
    ),
    "a dossier where several are meant": (
        lambda: dump_dossiers(D),
        f'dossier: "unn" is not a dossier. {NO_DOSSIER}',
    ),
    "an id where several are meant": (
        lambda: lineage.impact(D, retract="unn"),
        'impact.retract: "unn" is not a list. Use a list. (CT010)',
    ),
    "a source where several are meant": (
        lambda: lineage.impact(D, retract=UNN),
        "impact.retract: a value of type Source is not a list. Use a list. (CT010)",
    ),
    "a chain that is an id": (
        lambda: D.format_chain("unn"),
        'chain: "unn" is not a chain. Give a Chain or an Attribution. (CT010)',
    ),
    "a chain of None": (
        lambda: D.parse_chain(None),
        "chain: null is not text. Use text. (CT010)",
    ),
    "a sheet as bytes": (
        lambda: sheet.read(b"- It rains."),  # type: ignore[arg-type]
        (
            "sheet: a value of type bytes is not text. Use text; "
            "Dossier.load(path) reads the sheet in a file. (CT010)"
        ),
    ),
    "nothing on another scale": (
        lambda: convert(None, to="percent"),  # type: ignore[arg-type]
        (
            "confidence: null is not a confidence. "
            'Give one, such as Confidence("percent", 60). (CT010)'
        ),
    ),
    "the factuality of a claim": (
        lambda: lineage.factuality(RAIN),
        (
            "attribution: a value of type Claim is not an attribution. "
            "Give an Attribution of a dossier. (CT010)"
        ),
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_said_of_another_type(name: str) -> None:
    """What it is, what is asked for, and what to do."""
    call, said = SAID[name]
    with pytest.raises(InvalidRecord) as caught:
        call()
    assert str(caught.value) == said
    assert len(D) == 3


@pytest.mark.parametrize("look_up", [lineage.trace, support])
@pytest.mark.parametrize(
    ("key", "shown"), [(None, "None"), (5, "5"), (["c1"], "['c1']")]
)
def test_an_id_of_another_type_leads_nowhere(
    look_up: Callable[[Any, Any], object], key: object, shown: str
) -> None:
    """And the message can be read."""
    with pytest.raises(DanglingReference) as caught:
        look_up(D, key)
    assert str(caught.value).startswith(f'"{shown}" is not in this dossier. ')


@pytest.mark.parametrize(
    ("value", "fix"),
    [
        (D, "Pass what Dossier.dumps() returns, or call Dossier.validate()."),
        (UNN, "Pass what Dossier.dumps() returns, or call Dossier.validate()."),
        (io.StringIO("{}"), "Open the file in binary mode, or give its Path."),
        (bytearray(b"{}"), "Give it as bytes."),
        (memoryview(b"{}"), "Give it as bytes."),
        (
            {1, 2},
            (
                "Use text, numbers, true, false, null, lists and objects; "
                "write dates as text."
            ),
        ),
        (
            "a.claims.json",
            (
                "Give that file, or its Path; a symbolic link may be "
                "checked out as text."
            ),
        ),
        (
            "title: A sheet",
            (
                "Convert it to JSON. If it is a sheet, use a name that ends in "
                ".claims.txt."
            ),
        ),
    ],
)
def test_what_to_validate_instead(value: object, fix: str) -> None:
    """Nothing is raised, and the finding says what to give."""
    assert {each.fix for each in validate(cast("Any", value))} == {fix}
