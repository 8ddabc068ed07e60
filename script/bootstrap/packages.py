"""The portal's Python packages: exactly the locked ones, each checked by its hash, in an environment of their own."""

import re
import subprocess
import sys
from pathlib import Path

from script.bootstrap.progress import Stop

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
LOCKS = ROOT / "script" / "requirements"
STAMPS = ENVIRONMENT / "installed"


def install(lock: str) -> None:
    """Make `.venv` hold what `script/requirements/<lock>.txt` says. Raises Stop with the installer's last word.

    The lock of the tests holds everything the portal runs with, so a developer's environment serves both.
    """
    if not PYTHON.exists():
        _run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
    if _is_current("dev") or _is_current(lock):
        return
    wanted = LOCKS / f"{lock}.txt"
    arguments = ["install", "--require-hashes", "--requirement", str(wanted)]
    if uv := _uv():
        _run([str(uv), "pip", *arguments, "--python", str(PYTHON)])
    else:
        _run([str(PYTHON), "-m", "pip", *arguments, "--no-deps"])
    STAMPS.mkdir(exist_ok=True)
    (STAMPS / lock).write_text(wanted.read_text())


def _is_current(lock: str) -> bool:
    stamp = STAMPS / lock
    return stamp.exists() and stamp.read_text() == (LOCKS / f"{lock}.txt").read_text()


def _uv() -> Path | None:
    """uv installs in seconds what takes pip half a minute. None when it cannot be had; pip then reads the same lock."""
    uv = ENVIRONMENT / "bin" / "uv"
    if not uv.exists():
        entry = re.search(r"^uv==.*(?:(?<=\\)\n.*)*", (LOCKS / "dev.txt").read_text(), re.MULTILINE)
        STAMPS.mkdir(exist_ok=True)
        only_uv = STAMPS / "uv.txt"
        only_uv.write_text(f"{entry.group()}\n" if entry else "")
        pip = [str(PYTHON), "-m", "pip", "--quiet", "install", "--require-hashes", "--requirement", str(only_uv)]
        subprocess.run(pip, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return uv if uv.exists() else None


def _run(command: list[str]) -> None:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise Stop(f"The Python packages could not be installed: {said[-1] if said else 'no reason was given'}")
