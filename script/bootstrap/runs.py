"""The parts of a test run one after another; all of them run, and the report names those that failed."""

import os
import re
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from script.bootstrap import packages

SUMMARY = re.compile(r"\b(?:passed|failed|errors?|no tests ran)\b.* in \d+\.\d+s")
BIN = packages.ENVIRONMENT / "bin"


@dataclass(frozen=True)
class Run:
    """One call of pytest."""

    title: str
    arguments: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    measured: bool = False


@dataclass
class Runs:
    """What has run so far, in a scratch folder that is also the portal's var while tests run."""

    scratch: Path
    failed: list[str] = field(default_factory=list)
    summaries: list[str] = field(default_factory=list)

    def program(self, title: str, command: list[str]) -> None:
        """Run a program that tells by its exit code whether all is well."""
        began = self._announce(title)
        done = subprocess.run(command, stdin=subprocess.DEVNULL, check=False)
        self._note(title, done.returncode, began)

    def pytest(self, run: Run) -> None:
        """Run pytest, show what it says as it says it, and keep its last line."""
        began = self._announce(run.title)
        command = [str(BIN / "python"), "-m", "pytest", *run.arguments]
        if run.measured:
            command += ["--cov", "--cov-report="]
        environment = {**os.environ, **self._environment(run)}
        last = f"{run.title}: pytest gave no summary"
        with subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            for line in process.stdout or ():
                print(line, end="", flush=True)
                if SUMMARY.search(line):
                    last = line.rstrip()
        self.summaries.append(last)
        self._note(run.title, process.returncode, began)

    def coverage(self) -> None:
        """Bring the measured runs together and judge them."""
        environment = {**os.environ, "COVERAGE_FILE": str(self.scratch / ".coverage")}
        began = self._announce("Coverage")
        coverage = [str(BIN / "python"), "-m", "coverage"]
        report = self.scratch / "coverage.json"
        for command in (
            [*coverage, "combine", "--quiet", str(self.scratch / "coverage")],
            [*coverage, "json", "--quiet", "-o", str(report)],
            [str(BIN / "python"), "-m", "script.bootstrap.thresholds", str(report)],
        ):
            code = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode
            if code != 0:
                self._note("Coverage", code, began)
                return
        self._note("Coverage", 0, began)

    def report(self) -> int:
        """Say what failed, then repeat pytest's last lines. The exit code of everything."""
        print("\n" + (f"FAILED: {', '.join(self.failed)}" if self.failed else "Everything passed."))
        print("\n".join(self.summaries), flush=True)
        return 1 if self.failed else 0

    def _environment(self, run: Run) -> dict[str, str]:
        """Journeys use Playwright's loop in the thread of the tests, which Django would refuse."""
        measured = self.scratch / "coverage"
        measured.mkdir(exist_ok=True)
        name = re.sub(r"\W+", "-", run.title.lower())
        return {
            "PORTAL_VAR": str(self.scratch / "var" / name),
            "COVERAGE_FILE": str(measured / f".coverage.{name}"),
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
            **run.environment,
        }

    def _announce(self, title: str) -> float:
        print(f"\n── {title} ──", flush=True)
        return time.monotonic()

    def _note(self, title: str, code: int, began: float) -> None:
        print(f"── {title}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - began:.0f} s ──", flush=True)
        if code != 0:
            self.failed.append(title)
