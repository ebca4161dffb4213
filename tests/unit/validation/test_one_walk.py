"""From a file to its findings: each room of validation is entered once."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from claimtrack import validation
from claimtrack.lint import check
from plain_records import claim, dumped, says, source

if TYPE_CHECKING:
    from types import FrameType

ROOMS: Final = Path(validation.__file__).parent

WHOLE: Final = frozenset(
    {
        "_coherence.find_coherence_faults",
        "_doors.enter",
        "_engines.choose_engine",
        "_examine.examine_all",
        "_gate.admit_text",
        "_gate.decode",
        "_integrity.find_integrity_faults",
        "_private_values.privacy_of",
        "_head_line.is_sequence",
        "_shape.find_dossier_faults",
        "_size.find_oversized",
        "_stream.whole",
        "_unread.unread_of",
        "_verdict.judge",
    }
)
"""What looks at all of a file or of a dossier."""

FILES: Final = {
    "sound": dumped(source(), claim(), says()),
    "with a warning": dumped(source(), claim(), says(), source("t", name="S")),
    "with a reference that dangles": dumped(claim(), says()),
    "with a field that is not known": dumped(source(), claim(knd="norm"), says()),
    "with a date that never was": dumped(source(), claim(holds="2025-02-30"), says()),
}


def entered(file: Path) -> Counter[str]:
    """Return how often each function is begun while a file is checked."""
    begun: Counter[str] = Counter()
    frames: list[FrameType] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        # A generator that goes on is no second entry: its frame is the same one.
        is_begun = event == "call" and not any(frame is each for each in frames)
        if is_begun and Path(code.co_filename).parent == ROOMS:
            name = f"{Path(code.co_filename).stem}.{code.co_name}"
            if name in WHOLE:
                begun[name] += 1
                frames.append(frame)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        list(check(file))
    finally:
        sys.setprofile(before)
    return begun


@pytest.mark.parametrize("name", FILES)
def test_a_check_goes_through_each_room_once(tmp_path: Path, name: str) -> None:
    """Whatever is found: no pass over the whole is made a second time."""
    file = tmp_path / "a.claims.json"
    file.write_text(FILES[name], encoding="utf-8")
    check(file)  # What is loaded at first use.
    begun = entered(file)
    assert len(begun) >= 6
    assert {name: count for name, count in begun.items() if count > 1} == {}
