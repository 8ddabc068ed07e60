"""Runs web, worker and beat as children of one process, on the embedded default: all of them or none.

Each child has a session of its own, so that Ctrl-C in the terminal reaches only the supervisor and every child ends
in its own order; and a tether, so that nothing stays behind when the supervisor is killed outright.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import FrameType

POLL_SECONDS = 0.1
PATIENCE_SECONDS = 30.0
# Linux sends the signal to a process whose parent ends, however it ends; setpriv is part of every Debian
TETHER = ("setpriv", "--pdeathsig", "TERM", "--")
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def commands(port: int) -> dict[str, list[str]]:
    """What the embedded default runs: two web workers (sync), two task processes and one beat."""
    # pages come before background work, above all while everything starts; a laptop's root needs no warning
    aside = ["nice", "-n", "10", sys.executable, "-W", "ignore:You're running the worker with superuser"]
    celery = [*aside, "-m", "celery", "--app", "academy.config", "--quiet"]
    quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel", "warning"]
    web = [sys.executable, "-m", "gunicorn", "academy.config.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    return {
        # without that switch gunicorn opens a control socket in the home folder, shared by every portal of one user
        "web": [*web, "--preload", "--no-control-socket", "--log-level", "warning"],
        "worker": [*celery, "worker", "--concurrency", "2", *quiet],
        "beat": [*celery, "beat", "--pidfile", "", "--loglevel", "warning"],
    }


@dataclass
class Supervisor:
    """Starts the commands, waits until one ends or a stop signal comes, and stops the rest."""

    commands: Mapping[str, list[str]]
    say: Callable[[str], None] = print
    patience: float = PATIENCE_SECONDS
    children: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    signals: list[int] = field(default_factory=list)

    def start(self) -> None:
        """Start every command and take the stop signals from now on."""
        for number in STOP_SIGNALS:
            signal.signal(number, self._note)
        for name, command in self.commands.items():
            tethered = [*TETHER, *command]
            self.children[name] = subprocess.Popen(tethered, start_new_session=True, stdin=subprocess.DEVNULL)

    def alive(self) -> bool:
        """Whether to go on: no signal has come and no child has ended."""
        return not self.signals and all(child.poll() is None for child in self.children.values())

    def wait(self) -> int:
        """Wait for the end: 0 after a stop signal, 1 when a child ended by itself. Nothing is left running."""
        while self.alive():
            time.sleep(POLL_SECONDS)
        if self.signals:
            self.say("Stopping …")
        else:
            self.say(f"{self._ended()} ended unasked, so everything stops. Its message is above.")
        by_itself = not self.signals
        self.stop()
        return 1 if by_itself else 0

    def stop(self) -> None:
        """End every child: politely first; at once after a second signal or when patience has run out."""
        asked = len(self.signals)
        deadline = time.monotonic() + self.patience
        for child in self.children.values():
            if child.poll() is None:
                child.terminate()
        while any(child.poll() is None for child in self.children.values()):
            if len(self.signals) > asked or time.monotonic() > deadline:
                break
            time.sleep(POLL_SECONDS)
        for child in self.children.values():
            self._end_group(child)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self.signals.append(number)

    def _ended(self) -> str:
        return ", ".join(name for name, child in self.children.items() if child.poll() is not None)

    @staticmethod
    def _end_group(child: subprocess.Popen[bytes]) -> None:
        """Kill what is left of a child's session: its own children outlive it when it was killed."""
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
