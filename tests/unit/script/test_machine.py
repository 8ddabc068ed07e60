"""Packages of the system: only what is missing, with a reason, and one sentence where rights are missing."""

import subprocess
from types import SimpleNamespace

import pytest

from script.bootstrap import machine
from script.bootstrap.machine import Package
from script.bootstrap.progress import Stop

PANGO = Package("libpango-1.0-0", "set the text of PDFs")
QPDF = Package("qpdf", "check PDFs in tests")


class Machine:
    """A Debian that has some packages and remembers what it was told."""

    def __init__(self, *, has=(), sudo=False, apt=0, said=""):
        self.has, self.sudo, self.apt, self.said = set(has), sudo, apt, said
        self.ran = []

    def run(self, command, **how):
        answer = {"dpkg-query": self._dpkg, "sudo": self._sudo, "env": self._apt}.get(command[0], self._other)
        code, said = answer(command)
        return SimpleNamespace(returncode=code, stdout=said, stderr="")

    def _dpkg(self, command):
        return 0, "installed" if command[-1] in self.has else "not-installed"

    def _sudo(self, command):
        if command[2] == "true":
            return (0 if self.sudo else 1), ""
        return self.run(command[2:]).returncode, ""

    def _apt(self, command):
        self.ran.append(command[command.index("apt-get") + 1 :])
        return self.apt, self.said

    def _other(self, command):
        return 0, ""


@pytest.fixture
def on(monkeypatch):
    def put(made, *, root):
        monkeypatch.setattr(machine.subprocess, "run", made.run)
        monkeypatch.setattr(machine.os, "geteuid", lambda: 0 if root else 1000)
        monkeypatch.setattr(machine.shutil, "which", lambda name: f"/usr/bin/{name}")
        return made

    assert subprocess.run is not None
    return put


def test_machine_with_everything_is_told_nothing(on, capsys):
    debian = on(Machine(has=["libpango-1.0-0", "qpdf"]), root=True)
    machine.install((PANGO, QPDF))

    assert debian.ran == []
    assert capsys.readouterr().out == ""


def test_missing_package_is_installed_alone_and_its_purpose_told(on, capsys):
    debian = on(Machine(has=["qpdf"]), root=True)
    machine.install((PANGO, QPDF))

    assert debian.ran == [
        ["--quiet", "--quiet", "update"],
        ["--quiet", "--quiet", "install", "--yes", "--no-install-recommends", "libpango-1.0-0"],
    ]
    assert capsys.readouterr().out == "\n      libpango-1.0-0: to set the text of PDFs\n      installed in "


def test_missing_package_without_rights_gives_the_one_line_to_run(on):
    debian = on(Machine(), root=False)

    with pytest.raises(Stop) as caught:
        machine.install((PANGO, QPDF))

    assert str(caught.value) == (
        "Packages of the system are missing. Run this once, then start again: "
        "sudo apt-get install --no-install-recommends libpango-1.0-0 qpdf"
    )
    assert debian.ran == []


def test_missing_package_with_sudo_is_installed(on):
    debian = on(Machine(sudo=True), root=False)
    machine.install((QPDF,))

    assert [command[2] for command in debian.ran] == ["update", "install"]


def test_failing_apt_is_told_by_its_last_line(on):
    on(Machine(apt=100, said="reading\nE: Unable to locate package qpdf\n"), root=True)

    with pytest.raises(Stop) as caught:
        machine.install((QPDF,))

    assert str(caught.value) == "apt-get update failed: E: Unable to locate package qpdf"


def test_machine_without_dpkg_is_told_what_to_install(on, monkeypatch):
    on(Machine(), root=True)
    monkeypatch.setattr(machine.shutil, "which", lambda name: None)

    with pytest.raises(Stop) as caught:
        machine.install((PANGO, QPDF))

    assert str(caught.value) == (
        "This set-up knows Debian and Ubuntu only. Elsewhere install what these packages bring: libpango-1.0-0 qpdf"
    )
