"""Packages of the system: asks dpkg what is missing and lets apt install just that, telling what each is for."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

from script.bootstrap.progress import Stop


@dataclass(frozen=True)
class Package:
    """A Debian package and why the portal needs it."""

    name: str
    purpose: str


TO_RUN = (
    Package("ca-certificates", "trust the package servers"),
    Package("libpango-1.0-0", "set the text of PDFs"),
    Package("libpangoft2-1.0-0", "set the text of PDFs"),
    Package("libharfbuzz-subset0", "put only the used letters of a font into a PDF"),
    Package("fonts-liberation", "have letters as wide as Arial's"),
)
TO_CHECK_PDFS = (
    Package("poppler-utils", "read PDFs back in tests"),
    Package("qpdf", "check PDFs in tests"),
)
TO_BROWSE = (
    Package("chromium-headless-shell", "go on the journeys: Chromium without a window, for half the work"),
    Package("chromium", "show PDFs in the page, which the shell does not"),
    Package("libatomic1", "the driver of the browser needs it"),
)
TO_SERVE_TESTS = (
    Package("postgresql", "the production database, for tests"),
    Package("redis-server", "the production broker, for tests"),
)
VENV = Package("python3-venv", "make the portal's own Python environment")
NO_MAIN_CLUSTER = "/etc/postgresql-common/createcluster.conf"


def install(packages: tuple[Package, ...]) -> None:
    """Install what is missing. Raises Stop when that needs a right this user has not got, or when apt fails."""
    if shutil.which("dpkg-query") is None:
        names = " ".join(package.name for package in packages)
        raise Stop(f"This set-up knows Debian and Ubuntu only. Elsewhere install what these packages bring: {names}")
    missing = [package for package in _with_venv(packages) if not _is_installed(package.name)]
    if not missing:
        return
    print("\n" + "".join(f"      {package.name}: to {package.purpose}\n" for package in missing), end="", flush=True)
    rights = _rights(missing)
    if any(package.name == "postgresql" for package in missing):
        _want_no_main_cluster(rights)
    _apt(rights, ["update"])
    _apt(rights, ["install", "--yes", "--no-install-recommends", *(package.name for package in missing)])
    print("      installed in ", end="", flush=True)


def _with_venv(packages: tuple[Package, ...]) -> tuple[Package, ...]:
    """Debian's own Python comes without what `python -m venv` needs; other Pythons bring it."""
    able = subprocess.run([sys.executable, "-c", "import ensurepip, venv"], capture_output=True, check=False)
    return packages if able.returncode == 0 else (VENV, *packages)


def _is_installed(name: str) -> bool:
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}", name], capture_output=True, text=True, check=False
    )
    return asked.stdout == "installed"


def _rights(missing: list[Package]) -> list[str]:
    """How to become root: nothing to do, or `sudo -n`. Raises Stop with the line to run when there is no way."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    names = " ".join(package.name for package in missing)
    line = f"sudo apt-get install --no-install-recommends {names}"
    raise Stop(f"Packages of the system are missing. Run this once, then start again: {line}")


def _want_no_main_cluster(rights: list[str]) -> None:
    """Tests start a private server of their own: installing PostgreSQL shall not start one for the whole machine."""
    if not os.path.exists(NO_MAIN_CLUSTER):
        folder = os.path.dirname(NO_MAIN_CLUSTER)
        subprocess.run([*rights, "mkdir", "-p", folder], check=True)
        written = b"create_main_cluster = false\n"
        subprocess.run([*rights, "tee", NO_MAIN_CLUSTER], input=written, check=True, capture_output=True)


def _apt(rights: list[str], arguments: list[str]) -> None:
    command = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--quiet", *arguments]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        raise Stop(f"apt-get {arguments[0]} failed: {said[-1] if said else 'it gave no reason'}")
