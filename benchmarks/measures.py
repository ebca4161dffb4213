"""How the scripts measure: processor time, memory, and peers in their own environments.

It needs nothing but Python, so that it can be used where only a peer is installed.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS: Final = 5
COMPILED: Final = tempfile.mkdtemp()
"""Where the modules lie that other processes have compiled."""

atexit.register(shutil.rmtree, COMPILED, ignore_errors=True)


def measure(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the least CPU seconds that some work takes, after a first time."""
    times: list[float] = []
    for _ in range(runs + 1):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times[1:])


def peak(work: Callable[[], object]) -> float:
    """Return the most MiB that some work takes beyond what is held already.

    A process that is forked does the work, once. Linux only.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        before = held()
        kept = work()
        os.write(writing, f"{most_held() - before}".encode())
        del kept
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        found = told.read()
    os.waitpid(child, 0)
    return float(found)


def held() -> float:
    """Return the MiB of memory that this process holds. Linux only."""
    return _status("VmRSS:")


def most_held() -> float:
    """Return the most MiB that this process has held. Linux only."""
    return _status("VmHWM:")


def _status(name: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(e.split()[1]) / 1024 for e in lines if e.startswith(name))


def child(*command: str) -> tuple[float, float]:
    """Return the CPU seconds of another process, and the most MiB that it held.

    It finds compiled modules, as after an installation, from its second run on.
    """
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss)"
    )
    arguments = [sys.executable, "-c", code, *command]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": COMPILED}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(  # noqa: S603
        arguments, capture_output=True, check=True, text=True, env=environment
    )
    seconds, kibibytes = done.stdout.split()
    return float(seconds), float(kibibytes) / 1024


def started(code: str) -> float:
    """Return the least CPU milliseconds of a new Python that runs some code."""
    times = [child(sys.executable, "-c", code)[0] for _ in range(RUNS + 1)]
    return min(times[1:]) * 1000


def peak_of(code: str) -> float:
    """Return the most MiB that a new Python holds that runs some code. Linux only."""
    told = (
        "import atexit, sys\n"
        "def tell():\n"
        "    lines = open('/proc/self/status')\n"
        "    print(*(e for e in lines if e.startswith('VmHWM')), file=sys.stderr)\n"
        "atexit.register(tell)\n"
    )
    command = [sys.executable, "-c", told + code]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    return int(done.stderr.split()[-2]) / 1024


def apart(requirement: str, *arguments: str) -> str | None:
    """Return what Python prints where nothing but a peer is installed.

    Args:
        requirement: the peer, for `uv`, which makes the environment.
        arguments: what Python is to run.

    Returns:
        None where it cannot be installed, or does not run to its end.
    """
    uv = shutil.which("uv") or os.environ.get("UV")
    if uv is None:
        return None
    made = ("run", "--quiet", "--no-project", "--isolated", "--with", requirement)
    command = [uv, *made, "--python", sys.executable, "python", *arguments]
    done = subprocess.run(  # noqa: S603
        command, capture_output=True, check=False, text=True
    )
    return done.stdout.strip() if done.returncode == 0 else None
