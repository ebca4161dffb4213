"""How mentions are compared with gold ones."""

from __future__ import annotations

from claimtrack.extract import Mention, measure

TEXT = "It rains, Ruiz said. It pours, Gomez said."
FIRST = Mention(source=(10, 14), cue=(15, 19), content=(0, 8), rule="trailing")
SECOND = Mention(source=(31, 36), cue=(37, 41), content=(21, 29), rule="trailing")


def test_what_agrees_in_all_is_right_in_all() -> None:
    """Ends do not count: a comma more changes nothing."""
    gold = [FIRST, SECOND]
    longer = Mention(source=(10, 14), cue=(15, 19), content=(0, 9), rule="that")
    made = measure([longer, SECOND], gold, TEXT)
    assert made.whole_strict.f1 == made.content_strict.f1 == 1
    assert made.by_rule["that"].precision == 1
    assert made.close.recall == 1


def test_pairs_are_one_to_one() -> None:
    """Two mentions of one content are right once."""
    made = measure([FIRST, FIRST], [FIRST], TEXT)
    assert (made.content.right, made.content.precision, made.content.recall) == (
        1,
        0.5,
        1,
    )


def test_roles_are_counted_apart() -> None:
    """A wrong source leaves the content right."""
    wrong = Mention(source=(31, 36), cue=(15, 19), content=(3, 8), rule="that")
    made = measure([wrong], [FIRST], TEXT)
    assert (made.content.right, made.content_strict.right) == (1, 0)
    assert (made.source.right, made.whole.right) == (0, 0)
    assert made.close.right == 0


def test_nothing_is_no_division_by_zero() -> None:
    """Neither mentions nor gold: all is 0."""
    made = measure([], [], TEXT)
    assert (made.content.precision, made.content.recall, made.content.f1) == (0, 0, 0)
