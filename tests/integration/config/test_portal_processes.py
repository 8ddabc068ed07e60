"""The real thing: web, worker and beat under one supervisor, on the embedded broker and a file for a database."""

import os
import signal
import socket
import subprocess
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.integration.config.processes import (
    ROOT,
    descendants,
    eventually,
    free_port,
    is_running,
    manage,
    portal_environment,
    running,
)

# three children; two web workers and two task processes below them
FAMILY = 7


@contextmanager
def portal(tmp_path: Path):
    """A portal that answers; yields (process, output, its descendants, port)."""
    port = free_port()
    output = tmp_path / "output"
    settings = {"DJANGO_SETTINGS_MODULE": "academy.config.settings.production", "ALLOWED_HOSTS": "127.0.0.1"}
    environment = portal_environment(tmp_path, PORT=str(port), SECRET_KEY="only for this test", **settings)
    with running(manage("supervise"), environment=environment, output=output) as process:
        address = f"The academy portal answers at http://localhost:{port}\n"
        assert eventually(lambda: address in output.read_text(), within=60), output.read_text()
        assert eventually(lambda: len(descendants(process.pid)) >= FAMILY, within=60), output.read_text()
        yield process, output, descendants(process.pid), port


def all_ended(pids: list[int]) -> bool:
    return eventually(lambda: not any(is_running(pid) for pid in pids), within=20)


def is_free(port: int) -> bool:
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def test_portal_interrupted_ends_web_worker_and_beat_and_frees_its_port(tmp_path):
    with portal(tmp_path) as (process, output, pids, port):
        process.send_signal(signal.SIGINT)

        assert process.wait(timeout=30) == 0
        assert all_ended(pids)
        assert is_free(port)
        assert "Stopping …" in output.read_text()
        assert "Traceback" not in output.read_text()


def test_portal_killed_outright_leaves_nothing_behind(tmp_path):
    with portal(tmp_path) as (process, _output, pids, port):
        process.kill()

        assert process.wait(timeout=30) == -signal.SIGKILL
        assert all_ended(pids)
        assert is_free(port)


def test_portal_whose_worker_is_killed_stops_web_and_beat_and_says_so(tmp_path):
    with portal(tmp_path) as (process, output, pids, port):
        worker = next(pid for pid in pids if "worker" in Path(f"/proc/{pid}/cmdline").read_text().split("\0"))
        os.kill(worker, signal.SIGKILL)

        assert process.wait(timeout=40) == 1
        assert all_ended(pids)
        assert is_free(port)
        assert "worker ended unasked, so everything stops." in output.read_text()


def test_taken_port_is_one_sentence_and_an_error(tmp_path):
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        environment = portal_environment(tmp_path, PORT=str(port))
        done = subprocess.run(
            manage("supervise"), cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )

    sentence = f"Port {port} is taken. Choose another one, for example: PORT={port + 1} script/server\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", sentence)


@pytest.mark.parametrize("command", ["prepare", "supervise"])
def test_database_that_does_not_answer_is_one_sentence_and_an_error(tmp_path, command):
    address = f"postgres://portal:secret-word@127.0.0.1:{free_port()}/academy"
    environment = portal_environment(tmp_path, PORT=str(free_port()), DATABASE_URL=address)
    arguments = [command, "--prepare"] if command == "supervise" else [command]
    done = subprocess.run(manage(*arguments), cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.startswith("\nThe database does not answer, so the portal cannot start: ")
    assert done.stderr.count("\n") == 2
    assert "secret-word" not in done.stdout + done.stderr
