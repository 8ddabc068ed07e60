"""Which Python the scripts choose: the first that is new enough, or one sentence."""

import os
import subprocess

import pytest

from tests.architecture.checkers.source import ROOT


def python(folder, name, *, minor):
    """A stand-in that answers the one question it is asked: whether it is older than 3.11."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {1 if minor < 11 else 0}\n")
    path.chmod(0o755)
    return str(path)


def find(path, *, pyenv="nowhere"):
    script = "source script/bootstrap/python.sh; find_python"
    environment = {"PATH": f"{path}", "HOME": "/nonexistent", "PYENV_ROOT": str(pyenv)}
    bash = "/usr/bin/bash" if os.path.exists("/usr/bin/bash") else "/bin/bash"
    return subprocess.run([bash, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("there", "chosen"),
    [
        ({"python3": 11}, "python3"),
        ({"python3": 9, "python3.12": 12}, "python3.12"),
        ({"python3": 13, "python3.11": 11}, "python3.11"),
    ],
)
def test_first_python_that_is_new_enough_is_chosen(tmp_path, there, chosen):
    for name, minor in there.items():
        python(tmp_path, name, minor=minor)

    assert find(tmp_path).stdout == f"{chosen}\n"


def test_script_finds_a_python_of_this_machine(tmp_path):
    found = find(os.environ["PATH"])

    assert found.returncode == 0
    answer = subprocess.run([found.stdout.strip(), "-c", "print('here')"], capture_output=True, text=True, check=True)
    assert answer.stdout == "here\n"
