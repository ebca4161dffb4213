"""How fast validation is: ratios to parsers alone, measured in one run.

Run it from the repository's top::

    uv run python benchmarks/validation.py

Records are of about 1.6 KB, one on a line. The verdict is the whole gate and the
schemas; everything is `claimtrack.validate`, which builds the records and holds them
against each other as well. The last rows are what one wrong record of 2 KB costs, with
its findings, their places and advice. Machines differ and are shared: the ratios count.
"""

from __future__ import annotations

import json
import statistics
import time
from typing import TYPE_CHECKING, Any, Final

import orjson

from claimtrack.validation import validate
from claimtrack.validation._engines import choose_engine
from claimtrack.validation._gate import admit_text, decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.validation._engines import Engine

RUNS: Final = 7
COUNT: Final = 200
SENTENCE: Final = "Європейські посадовці said that it would come. "


def record(index: int, size: int) -> dict[str, Any]:
    """Return an attribution with a chain of three links, of so many bytes."""
    links: list[Any] = [
        "unn",
        {"source": "bloomberg", "cue": "with reference to", "mode": "indirect"},
        {"source": "officials", "cue": "have said", "at": "2025-06-05"},
    ]
    made: dict[str, Any] = {
        "type": "attribution",
        "id": f"a{index}",
        "claim": "c1",
        "chain": links,
        "document": "d1",
        "placement": "body",
        "excerpts": [{"exact": "", "role": "content", "link": 2}],
    }
    missing = (size - len(written(made))) // len(SENTENCE.encode())
    made["excerpts"][0]["exact"] = SENTENCE * missing
    return made


def written(value: dict[str, Any]) -> bytes:
    """Return a record as it stands on a line."""
    return json.dumps(value, ensure_ascii=False).encode()


def is_sound(line: bytes, engine: Engine) -> bool:
    """Return the verdict of gate and schemas on a line."""
    text, _ = decode(line)
    if text is None:
        return False
    admitted = admit_text(text, engine)
    return not admitted.faults and not any(engine.refusals_of("record", admitted.value))


def measure(work: Callable[[], object]) -> float:
    """Return the median CPU seconds of `work` over several runs, after a warm-up."""
    work()
    times: list[float] = []
    for _ in range(RUNS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    lines = [written(record(n, 1_600)) for n in range(COUNT)]
    wrong = written({**record(0, 2_000), "placement": "bodi"})
    fast, reference = choose_engine("fast"), choose_engine("reference")
    floor = measure(lambda: [orjson.loads(line) for line in lines])
    rows = {
        "orjson.loads": floor,
        "json.loads": measure(lambda: [json.loads(line) for line in lines]),
        "verdict, fast": measure(lambda: [is_sound(line, fast) for line in lines]),
        "verdict, reference": measure(
            lambda: [is_sound(line, reference) for line in lines]
        ),
        "everything, fast": measure(lambda: [validate(line) for line in lines]),
        "everything, reference": measure(
            lambda: [validate(line, engine="reference") for line in lines]
        ),
    }
    print(f"{COUNT} records of {len(lines[0])} bytes{'':6} µs each  orjson / this")
    for name, seconds in rows.items():
        print(f"{name:36} {seconds / COUNT * 1e6:9.1f}  {floor / seconds:10.3f}")
    print(f"\none wrong record of {len(wrong)} bytes{'':10} ms")
    for name in ("fast", "reference"):
        spent = measure(
            lambda name=name: [validate(wrong, engine=name) for _ in range(20)]
        )
        print(f"{name:36} {spent / 20 * 1e3:9.3f}")


if __name__ == "__main__":
    main()
