"""Build `static/built/portal.css` and `static/built/portal.js`: `python -m academy.ui.assets.build [--with-tests]`.

Installs the locked npm packages, cleans govuk-frontend's stylesheet, and bundles it with ours by esbuild. Does nothing
when no input has changed since the last build, so it may run at every start.
"""

import argparse
import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from academy.ui.assets import AssetsError
from academy.ui.assets.clean import cleaned, traces
from academy.ui.assets.node import install

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[2]
STATIC = ROOT / "static"
BUILT = STATIC / "built"
PACKAGES = FOLDER / "node_modules"
GOVUK_CSS = PACKAGES / "govuk-frontend" / "dist" / "govuk" / "govuk-frontend.min.css"
AXE = PACKAGES / "axe-core" / "axe.min.js"
STAMP = BUILT / ".stamp"
OUTPUTS = (BUILT / "portal.css", BUILT / "portal.js")
TARGET = "--target=chrome109,firefox115,safari16"


def build(*, with_tests: bool) -> bool:
    """Bring the two built files up to date; True when there was something to do.

    `with_tests` also installs axe-core, which only browser tests use. Raises AssetsError with one sentence.
    """
    BUILT.mkdir(parents=True, exist_ok=True)
    with _alone():
        if is_current(with_tests=with_tests):
            return False
        STAMP.unlink(missing_ok=True)
        install(folder=FOLDER, with_tests=with_tests or AXE.exists())
        _bundle_styles()
        _bundle_script()
        STAMP.write_text(inputs_hash())
    return True


def is_current(*, with_tests: bool) -> bool:
    """True when both files stand there, made from the inputs as they are now (and axe-core too, if asked for)."""
    stamped = STAMP.read_text() if STAMP.exists() else ""
    there = all(path.exists() for path in OUTPUTS) and (AXE.exists() or not with_tests)
    return there and stamped == inputs_hash()


def inputs_hash() -> str:
    """SHA-256 over names and contents of everything the built files are made from."""
    digest = hashlib.sha256()
    for path in inputs():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def inputs() -> list[Path]:
    """The lock, this package and our own sources, in a fixed order."""
    ours = [path for kind in ("css", "js") for path in (STATIC / kind).rglob(f"*.{kind}")]
    return sorted([FOLDER / "package.json", FOLDER / "package-lock.json", *FOLDER.glob("*.py"), *ours])


def _bundle_styles() -> None:
    if not GOVUK_CSS.exists():
        raise AssetsError("npm did not bring govuk-frontend: remove academy/ui/assets/node_modules and try again.")
    aside = PACKAGES / ".cleaned" / "govuk-frontend.css"
    aside.parent.mkdir(exist_ok=True)
    aside.write_text(cleaned(GOVUK_CSS.read_text()))
    entry = f'@import "./{aside.relative_to(ROOT).as_posix()}";\n@import "./static/css/index.css";\n'
    css = _esbuild(["--bundle", "--minify", "--loader=css", "--sourcefile=portal.css", TARGET], entry)
    if traces(css):
        raise AssetsError(f"The built stylesheet holds {', '.join(traces(css))}: look for it in static/css.")
    _replace(OUTPUTS[0], css)


def _bundle_script() -> None:
    entry = 'import "./static/js/portal.js";\n'
    js = _esbuild(["--bundle", "--minify", "--format=esm", "--loader=js", "--sourcefile=portal.js", TARGET], entry)
    _replace(OUTPUTS[1], js)


def _esbuild(options: list[str], entry: str) -> str:
    """esbuild's binary is a package of its own per platform: no install script and no Node are needed to run it."""
    found = sorted((PACKAGES / "@esbuild").glob("*/bin/esbuild"))
    if not found:
        raise AssetsError("npm brought no esbuild for this machine: npm must not be told to omit optional packages.")
    done = subprocess.run(
        [str(found[0]), *options, "--log-level=warning", "--legal-comments=none"],
        input=entry,
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "NODE_PATH": str(PACKAGES)},
    )
    if done.returncode != 0 or done.stderr.strip():
        raise AssetsError(f"esbuild could not bundle the assets:\n{done.stderr.strip()}")
    return done.stdout


def _replace(path: Path, text: str) -> None:
    """Written aside and renamed: a page served meanwhile never gets half a file."""
    aside = path.with_name(f".{path.name}.new")
    aside.write_text(text)
    aside.replace(path)


@contextmanager
def _alone() -> Iterator[None]:
    """Two builds at once would empty each other's packages: the second waits, and then finds nothing to do."""
    with (BUILT / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main(arguments: list[str] | None = None) -> int:
    """The command: 0 when the files are up to date, 1 and one sentence on the error output when they cannot be."""
    parser = argparse.ArgumentParser(
        prog="python -m academy.ui.assets.build", description="Build stylesheet and script."
    )
    parser.add_argument("--with-tests", action="store_true", help="also install axe-core for the browser tests")
    options = parser.parse_args(arguments)
    try:
        built = build(with_tests=options.with_tests)
    except (AssetsError, OSError, subprocess.TimeoutExpired) as problem:
        print(f"Front-end assets: {problem}", file=sys.stderr)
        return 1
    sizes = ", ".join(f"{path.name} {path.stat().st_size / 1000:.0f} kB" for path in OUTPUTS)
    print(f"Front-end assets: {'built' if built else 'already current'} ({sizes})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
