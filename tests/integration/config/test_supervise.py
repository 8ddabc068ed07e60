"""The supervisor with stand-ins for its children: who ends whom, in which order, and that nothing is left."""

import os
import signal
import sys
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent

import pytest

from tests.integration.config.processes import descendants, eventually, is_running, portal_environment, running

PATIENT = [sys.executable, "-c", "import time; time.sleep(600)"]
WITH_A_CHILD = [
    sys.executable,
    "-c",
    "import subprocess, sys; subprocess.call([sys.executable, '-c', 'import time; time.sleep(600)'])",
]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(600)",
]


@contextmanager
def supervised(tmp_path: Path, commands: dict[str, list[str]], *, processes: int, patience: float = 30):
    """A supervisor over the commands, once it has as many descendants as it should; yields (process, output, pids)."""
    program = f"""
        from academy.config.supervise import Supervisor
        supervisor = Supervisor({commands!r}, say=lambda sentence: print(sentence, flush=True), patience={patience})
        supervisor.start()
        raise SystemExit(supervisor.wait())
    """
    output = tmp_path / "output"
    start = [sys.executable, "-c", dedent(program)]
    with running(start, environment=portal_environment(tmp_path), output=output) as process:
        assert eventually(lambda: len(descendants(process.pid)) == processes)
        yield process, output, descendants(process.pid)


def all_ended(pids: list[int]) -> bool:
    return eventually(lambda: not any(is_running(pid) for pid in pids), within=10)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_supervisor_told_to_stop_ends_every_child_and_reports_success(tmp_path, number):
    with supervised(tmp_path, {"one": PATIENT, "two": PATIENT}, processes=2) as (process, output, pids):
        process.send_signal(number)

        assert process.wait(timeout=10) == 0
        assert all_ended(pids)
        assert output.read_text() == "Stopping …\n"


def test_supervisor_killed_outright_leaves_no_child(tmp_path):
    with supervised(tmp_path, {"one": PATIENT, "two": PATIENT}, processes=2) as (process, _output, pids):
        process.kill()

        assert process.wait(timeout=10) == -signal.SIGKILL
        assert all_ended(pids)


def test_child_that_ends_by_itself_stops_the_others_and_is_named(tmp_path):
    with supervised(tmp_path, {"one": PATIENT, "two": WITH_A_CHILD}, processes=3) as (process, output, pids):
        os.kill(pids[1], signal.SIGKILL)

        assert process.wait(timeout=10) == 1
        assert all_ended(pids)
        assert output.read_text() == "two ended unasked, so everything stops. Its message is above.\n"


def test_child_that_ignores_the_request_is_killed_by_a_second_one(tmp_path):
    with supervised(tmp_path, {"one": STUBBORN}, processes=1) as (process, output, pids):
        assert eventually(lambda: output.read_text() == "up\n")
        process.send_signal(signal.SIGINT)
        assert eventually(lambda: output.read_text() == "up\nStopping …\n")
        assert process.poll() is None
        process.send_signal(signal.SIGINT)

        assert process.wait(timeout=10) == 0
        assert all_ended(pids)


def test_child_that_ignores_the_request_is_killed_when_patience_ends(tmp_path):
    with supervised(tmp_path, {"one": STUBBORN}, processes=1, patience=0.5) as (process, output, pids):
        assert eventually(lambda: output.read_text() == "up\n")
        process.send_signal(signal.SIGTERM)

        assert process.wait(timeout=10) == 0
        assert all_ended(pids)
