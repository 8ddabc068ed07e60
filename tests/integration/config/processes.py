"""Real processes for tests: the portal's own commands in a folder of their own, and who descends from whom."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def portal_environment(var: Path, **more: str) -> dict[str, str]:
    """The environment of an embedded portal that writes nowhere but into `var`."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    own = {"PYTHONPATH": str(ROOT), "PORTAL_VAR": str(var)}
    return {**kept, **own, "DJANGO_SETTINGS_MODULE": "academy.config.settings.development", **more}


@contextmanager
def running(command: list[str], *, environment: Mapping[str, str], output: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is stopped, with all that descend from it, when the test ends however it ends."""
    with output.open("wb") as sink:
        process = subprocess.Popen(
            command, cwd=ROOT, env=dict(environment), stdin=subprocess.DEVNULL, stdout=sink, stderr=sink
        )
    try:
        yield process
    finally:
        for pid in [process.pid, *descendants(process.pid)]:
            end(pid)
        process.wait(timeout=20)


def manage(*arguments: str) -> list[str]:
    return [sys.executable, "manage.py", *arguments]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def descendants(pid: int) -> list[int]:
    """Everybody below a process, nearest first."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                after_name = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            children.setdefault(int(after_name[1]), []).append(int(entry.name))
    found: list[int] = []
    waiting = [pid]
    while waiting:
        below = children.get(waiting.pop(0), [])
        found += below
        waiting += below
    return found


def is_running(pid: int) -> bool:
    """Whether a process does anything still; one that has ended but was not collected does not."""
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def end(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def eventually(condition: Callable[[], bool], *, within: float = 30) -> bool:
    """Whether the condition holds before the time is over; asks ten times a second."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return condition()
