"""Python packages: exactly the locked ones, once; uv where it can be had, pip with the same file otherwise."""

from types import SimpleNamespace

import pytest

from script.bootstrap import packages
from script.bootstrap.progress import Stop

RUN = "django==5.2.19 \\\n    --hash=sha256:aa\n"
DEV = f"{RUN}uv==0.13.9 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\nvine==5.1.0 \\\n    --hash=sha256:dd\n"


class Installers:
    """Python, pip and uv as stand-ins that remember what they were asked."""

    def __init__(self, root, *, uv, code=0, said=""):
        self.root, self.uv, self.code, self.said = root, uv, code, said
        self.asked = []

    def run(self, command, **how):
        words = [str(word).removeprefix(f"{self.root}/") for word in command]
        if "venv" in words:
            self._put("python")
            self.asked.append("make the environment")
            return SimpleNamespace(returncode=0, stdout="", stderr="")
        if "--quiet" in words:
            self.asked.append((self.root / ".venv/installed/uv.txt").read_text())
            if self.uv:
                self._put("uv")
            return SimpleNamespace(returncode=0 if self.uv else 1, stdout="", stderr="")
        self.asked.append(" ".join(words))
        return SimpleNamespace(returncode=self.code, stdout="", stderr=self.said)

    def _put(self, name):
        path = self.root / ".venv" / "bin" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


@pytest.fixture
def fresh(tmp_path, monkeypatch):
    locks = tmp_path / "script" / "requirements"
    locks.mkdir(parents=True)
    (locks / "run.txt").write_text(RUN)
    (locks / "dev.txt").write_text(DEV)
    monkeypatch.setattr(packages, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(packages, "PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(packages, "STAMPS", tmp_path / ".venv/installed")
    monkeypatch.setattr(packages, "LOCKS", locks)

    def put(**how):
        made = Installers(tmp_path, **how)
        monkeypatch.setattr(packages.subprocess, "run", made.run)
        return made

    return put


def test_fresh_machine_gets_an_environment_and_the_lock_by_uv_itself_checked_by_hash(fresh):
    installers = fresh(uv=True)
    packages.install("run")

    assert installers.asked == [
        "make the environment",
        "uv==0.13.9 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n",
        ".venv/bin/uv pip install --require-hashes --requirement script/requirements/run.txt --python .venv/bin/python",
    ]


def test_machine_that_cannot_have_uv_gets_the_same_lock_by_pip(fresh):
    installers = fresh(uv=False)
    packages.install("run")

    assert installers.asked[2:] == [
        ".venv/bin/python -m pip install --require-hashes --requirement script/requirements/run.txt --no-deps"
    ]


def test_installed_lock_is_not_installed_again_until_it_changes(fresh):
    installers = fresh(uv=True)
    packages.install("run")
    installers.asked.clear()
    packages.install("run")
    unchanged = list(installers.asked)
    (packages.LOCKS / "run.txt").write_text(RUN.replace("aa", "ab"))
    packages.install("run")

    assert unchanged == []
    assert [asked.split()[-3] for asked in installers.asked] == ["script/requirements/run.txt"]


def test_environment_of_a_developer_serves_to_run(fresh):
    installers = fresh(uv=True)
    packages.install("dev")
    installers.asked.clear()
    packages.install("run")

    assert installers.asked == []


def test_failing_installer_is_told_by_its_last_line_and_tried_again_next_time(fresh):
    installers = fresh(uv=True, code=1, said="resolving\nno network\n")

    for _ in range(2):
        with pytest.raises(Stop) as caught:
            packages.install("run")
        assert str(caught.value) == "The Python packages could not be installed: no network"
    assert len([asked for asked in installers.asked if asked.startswith(".venv/bin/uv pip")]) == 2
