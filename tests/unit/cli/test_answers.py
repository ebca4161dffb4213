"""What `claimtrack check` answers to the mistakes that people make.

The table is meant to be read aloud: what is in the files, one record a line below the
first, and what a good colleague would say about it: where, what, and what to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

import pytest
from click.testing import CliRunner

from claimtrack.cli import main

if TYPE_CHECKING:
    from pathlib import Path

Files: TypeAlias = dict[str, tuple[str, ...]]

UNN = '{"type": "source", "id": "unn", "kind": "outlet", "name": "UNN"}'
BLOOMBERG = '{"type": "source", "id": "bloomberg", "kind": "outlet", "name": "B"}'
C1 = '{"type": "claim", "id": "c1", "text": "US guarantees are needed."}'

EXT = 'Correct the name of the field, or keep foreign data in "ext".'


def published(date: str) -> Files:
    """Return a file with a document of this date."""
    fields = '"type": "document", "id": "d", "kind": "article", "title": "T"'
    return {"a": (f'{{{fields}, "published": "{date}"}}',)}


TABLE: Final[dict[str, tuple[Files, tuple[tuple[str, str, str], ...]]]] = {
    "a misspelt field": (
        {"a": ('{"type": "claim", "id": "c1", "txet": "US guarantees are needed."}',)},
        (
            (
                "a:2:31 CT012 claim.txet",
                '"txet" is not a field of a claim. Did you mean "text"?',
                EXT,
            ),
        ),
    ),
    "a misspelt chain": (
        {"a": (UNN, C1, '{"type": "attribution", "claim": "c1", "chian": ["unn"]}')},
        (
            (
                "a:4:40 CT012 attribution.chian",
                '"chian" is not a field of an attribution. Did you mean "chain"?',
                EXT,
            ),
        ),
    ),
    "a misspelt kind": (
        {"a": ('{"type": "source", "id": "unn", "kind": "oulet", "name": "UNN"}',)},
        (
            (
                "a:2:41 CT013 source.kind",
                '"oulet" is not a kind of source. Did you mean "outlet"?',
                (
                    "Use one of: person, organization, outlet, group, crowd, "
                    "platform, unnamed, unresolved."
                ),
            ),
        ),
    ),
    "a misspelt id": (
        {
            "a": (
                UNN,
                BLOOMBERG,
                C1,
                '{"type": "attribution", "claim": "c1", "chain": ["unn", "blomberg"]}',
            )
        },
        (
            (
                "a:5:57 CT701 attribution.chain.1",
                (
                    'there is no source "blomberg" in this dossier. '
                    'Did you mean "bloomberg"?'
                ),
                "Correct the id, or add the source that it names.",
            ),
        ),
    ),
    "an id that is no claim's": (
        {"a": (UNN, C1, '{"type": "attribution", "claim": "unn", "chain": ["unn"]}')},
        (
            (
                "a:4:34 CT709 attribution.claim",
                '"unn" is a source, but this field needs a claim',
                "Use the id of a claim.",
            ),
        ),
    ),
    "three mistakes in one record": (
        {
            "a": (
                (
                    '{"type": "claim", "id": "c 1", "text": "T", "knid": "norm", '
                    '"holds": "2025-13"}'
                ),
            )
        },
        (
            (
                "a:2:25 CT014 claim.id",
                '"c 1" is not an id',
                (
                    'Write it without spaces, as in "bloomberg-april", or as a URN '
                    "or an IRI."
                ),
            ),
            (
                "a:2:45 CT012 claim.knid",
                '"knid" is not a field of a claim. Did you mean "kind"?',
                EXT,
            ),
            (
                "a:2:70 CT022 claim.holds",
                '"2025-13" is not a possible date: there is no month 13',
                "Correct the date; leave out the parts that are not known.",
            ),
        ),
    ),
    "mistakes in three files": (
        {
            "a": ('{"type": "source", "id": "unn", "kind": "outlet"}',),
            "b": (C1, C1),
            "c": (UNN, '{"type": "clam", "id": "c1", "text": "T"}'),
        },
        (
            (
                "a:2:1 CT011 source",
                "name is required because kind is outlet",
                'Add it, as in "name": "Bloomberg".',
            ),
            (
                "b:3:25 CT702 claim.id",
                'the id "c1" already belongs to an earlier claim',
                "Give one of the two another id.",
            ),
            (
                "c:3:10 CT013 record.type",
                '"clam" is not a type of record. Did you mean "claim"?',
                (
                    "Use one of: source, document, claim, attribution, assessment, "
                    "relation, notice, waiver."
                ),
            ),
        ),
    ),
    "a naive date-time": (
        published("2025-06-05T10:00:00"),
        (
            (
                "a:2:79 CT021 document.published",
                '"2025-06-05T10:00:00" is a time without an offset',
                "Add the offset (Z or +03:00), or write the day without the time.",
            ),
        ),
    ),
    "April 2025": (
        published("April 2025"),
        (
            (
                "a:2:79 CT020 document.published",
                '"April 2025" is not an EDTF date',
                'Write "2025-04".',
            ),
        ),
    ),
    "2025-02-30": (
        published("2025-02-30"),
        (
            (
                "a:2:79 CT022 document.published",
                (
                    '"2025-02-30" is not a possible date: February 2025 runs from 01 '
                    "to 28"
                ),
                "Correct the date; leave out the parts that are not known.",
            ),
        ),
    ),
    "a reversed interval": (
        published("2025-06/2025-04"),
        (
            (
                "a:2:79 CT023 document.published",
                '"2025-06/2025-04" ends before it begins',
                "Swap the two dates, or correct one.",
            ),
        ),
    ),
}
"""Mistake → files, and the answers to it: place, code and field; what; what to do."""

HEAD: Final = re.compile(
    r"(?P<file>\w+)\.claims\.json:(?P<place>\d+:\d+): error (?P<code>CT\d{3}) "
    r"\[(?P<field>[^\]]+)\]  (.+)"
)
MARKS: Final = re.compile(r" +\| +(\^+)   (.+)")


def write(folder: Path, files: Files) -> list[str]:
    """Write dossiers with these records, and return the names of their files."""
    for name, records in files.items():
        text = '{"claimtrack": "1.0", "records": [\n' + ",\n".join(records) + "\n]}\n"
        (folder / f"{name}.claims.json").write_text(text, encoding="utf-8")
    return [f"{name}.claims.json" for name in files]


def answers(text: str) -> list[tuple[str, str, str]]:
    """Return what an answer says, in the form of the table."""
    heads = [each for line in text.splitlines() if (each := HEAD.fullmatch(line))]
    fixes = [each for line in text.splitlines() if (each := MARKS.fullmatch(line))]
    return [
        (head.expand(r"\g<file>:\g<place> \g<code> \g<field>"), head[5], fix[2])
        for head, fix in zip(heads, fixes, strict=True)
    ]


@pytest.mark.parametrize("mistake", TABLE)
def test_a_mistake_is_answered_as_a_colleague_would(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every mistake once, where it stands, with what is wrong and what to do."""
    files, expected = TABLE[mistake]
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", *write(tmp_path, files)])
    assert answers(result.stdout) == list(expected)
    count = "1 error." if len(expected) == 1 else f"{len(expected)} errors."
    assert result.stdout.splitlines()[-1] == count
    assert (result.exit_code, result.stderr) == (1, "")


@pytest.mark.parametrize("mistake", TABLE)
def test_the_place_is_marked_in_the_line_of_the_file(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the very characters that are wrong, as an editor would underline them."""
    files, _ = TABLE[mistake]
    monkeypatch.chdir(tmp_path)
    names = write(tmp_path, files)
    lines = CliRunner().invoke(main, ["check", *names]).stdout.splitlines()
    for number, line in enumerate(lines):
        if marks := MARKS.fullmatch(line):
            marked = lines[number - 1][slice(*marks.span(1))]
            written = [(tmp_path / name).read_text(encoding="utf-8") for name in names]
            assert any(marked in text for text in written)
            assert marked[0] in '"{'


def test_a_missing_file_is_answered_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On standard error, with the exit status of a check that was not made."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", "a.claims.json"])
    expected = "Error: cannot read a.claims.json: no such file or directory\n"
    assert (result.stderr, result.stdout, result.exit_code) == (expected, "", 2)
