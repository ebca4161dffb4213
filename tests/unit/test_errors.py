"""Errors: what they hold, what they say, and that they are standard exceptions too."""

from __future__ import annotations

import copy
import pickle
from typing import Final, cast

import attrs
import pytest

import claimtrack
from claimtrack import errors
from claimtrack.errors import (
    ClaimtrackError,
    DanglingReference,
    DuplicateId,
    InvalidDossier,
    InvalidRecord,
    MissingExtra,
    UnknownName,
    UnknownSchema,
    UnreviewedDraft,
    UnsafeReplacement,
)
from claimtrack.findings import Finding

ERROR: Final = Finding.of("CT011", "name is missing", pointer="/name")
REMARK: Final = Finding.of("CT008", "there is a byte order mark")

TEXTS: Final[list[tuple[ClaimtrackError, type[Exception], str]]] = [
    (
        InvalidRecord("source", "kind", "it is wrong", "Do this.", "CT013"),
        ValueError,
        "source.kind: it is wrong. Do this. (CT013)",
    ),
    (
        InvalidRecord("count", "", "it is wrong", "Do this.", "CT014"),
        ValueError,
        "count: it is wrong. Do this. (CT014)",
    ),
    (
        InvalidDossier((REMARK, ERROR)),
        ValueError,
        "the dossier is not valid: 1 error\n/name: error CT011  name is missing",
    ),
    (
        InvalidDossier((ERROR,) * 20),
        ValueError,
        "the dossier is not valid: 20 errors"
        + "\n/name: error CT011  name is missing" * 20,
    ),
    (
        InvalidDossier((ERROR,) * 22),
        ValueError,
        "the dossier is not valid: 22 errors"
        + "\n/name: error CT011  name is missing" * 20
        + "\n… and 2 more",
    ),
    (
        DanglingReference("unn"),
        LookupError,
        (
            '"unn" is not in this dossier. '
            "Add the record first, or use the id of one that is there."
        ),
    ),
    (
        DanglingReference("unn", ("a1", "a2")),
        LookupError,
        (
            'cannot remove "unn": "a1", "a2" still refer to it. '
            "Remove or update them first, or remove them together."
        ),
    ),
    (
        DanglingReference("unn", ("a1",)),
        LookupError,
        (
            'cannot remove "unn": "a1" still refers to it. '
            "Remove or update it first, or remove them together."
        ),
    ),
    (
        DanglingReference("unn", tuple("abcde")),
        LookupError,
        (
            'cannot remove "unn": "a", "b", "c", "d", "e" still refer to it. '
            "Remove or update them first, or remove them together."
        ),
    ),
    (
        DanglingReference("unn", tuple("abcdefg")),
        LookupError,
        (
            'cannot remove "unn": "a", "b", "c", "d", "e" and 2 more still refer to '
            "it. Remove or update them first, or remove them together."
        ),
    ),
    (
        DuplicateId("a1", "attribution"),
        ValueError,
        (
            'the id "a1" already belongs to an attribution in this dossier. '
            "Choose another id, or use replace() to change that record."
        ),
    ),
    (
        DuplicateId("unn", "source"),
        ValueError,
        (
            'the id "unn" already belongs to a source in this dossier. '
            "Choose another id, or use replace() to change that record."
        ),
    ),
    (
        UnknownName("Posst", meant="Post"),
        LookupError,
        'nothing here is named "Posst". Did you mean "Post"?',
    ),
    (
        UnknownName("x" * 99),
        LookupError,
        f'nothing here is named "{"x" * 59}…".',
    ),
    (
        UnknownName("Post", tuple("abcdefg")),
        LookupError,
        'the name "Post" belongs to several: "a", "b", "c", "d", "e". Use an id.',
    ),
    (
        UnknownSchema("clam", ("claim", "source")),
        LookupError,
        'there is no schema "clam". Use one of: claim, source.',
    ),
    (
        UnreviewedDraft(("a1",)),
        ValueError,
        (
            'a tool drafted "a1", and nobody has reviewed it. Review it first, or '
            "allow drafts with unreviewed=True (on the command line: --unreviewed)."
        ),
    ),
    (
        UnreviewedDraft(tuple("abcdefg")),
        ValueError,
        (
            'a tool drafted "a", "b", "c", "d", "e" and 2 more, and nobody has '
            "reviewed them. Review them first, or allow drafts with unreviewed=True "
            "(on the command line: --unreviewed)."
        ),
    ),
    (
        UnsafeReplacement("x.claims.txt"),
        ValueError,
        (
            '"x.claims.txt" holds comments, doubts or dropped claims, which a dossier '
            "cannot keep; write to another file, or use claimtrack.sheet.merge"
        ),
    ),
    (
        MissingExtra("fast", ("jsonschema-rs", "orjson")),
        ImportError,
        (
            "jsonschema-rs and orjson are not installed. "
            'Install the extra: pip install "claimtrack[fast]".'
        ),
    ),
]


@pytest.mark.parametrize(
    ("error", "standard", "text"), TEXTS, ids=[str(at) for at in range(len(TEXTS))]
)
def test_each_error_says_what_is_wrong_and_what_to_do(
    error: ClaimtrackError, standard: type[Exception], text: str
) -> None:
    """Each says what is wrong and what to do, and is the standard error that fits."""
    assert str(error) == text
    assert isinstance(error, standard)
    with pytest.raises(ClaimtrackError):
        raise error
    for again in (
        pickle.loads(pickle.dumps(error)),  # noqa: S301  our own bytes
        copy.copy(error),
    ):
        assert type(again) is type(error)
        assert str(again) == text
    for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(error))):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(error, field.name, "x")
    assert str(error) == text


@pytest.mark.parametrize(
    "error",
    [
        DanglingReference("x" * 10_000),
        DanglingReference("a", ("x" * 10_000,) * 10),
        DuplicateId("x" * 256, "source"),
        UnreviewedDraft(("x" * 256,) * 10),
        UnknownSchema("x" * 10_000, ("claim",)),
        DuplicateId("urn:x:\u202e\x1b[31m", "source"),
        DanglingReference("\n\n\ud800"),
    ],
    ids=[str(at) for at in range(7)],
)
def test_ids_are_shown_in_short(error: ClaimtrackError) -> None:
    """What a caller or a file gave is clipped, on one line, and hides nothing."""
    text = str(error)
    assert len(text) < 600
    assert "x" * 61 not in text
    assert text.isprintable()


def test_each_error_is_public_here_and_at_the_top() -> None:
    """Each error is public, here and at the top, where there is room for forty names.

    What is missing in an installation is no matter of data: it is an ImportError.
    """
    names = errors.__all__
    assert names == sorted(names)
    for name in names:
        assert issubclass(getattr(errors, name), ClaimtrackError)
    for name in {*names} - {"MissingExtra"}:
        assert getattr(claimtrack, name) is getattr(errors, name)
