"""The parts of a test run, one after another or two side by side; all run, and the report names those that failed."""

import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from script.bootstrap import packages

SUMMARY = re.compile(r"\b(?:passed|failed|errors?|no tests ran)\b.* in \d+\.\d+s")
BIN = packages.ENVIRONMENT / "bin"
# The plugin that notes which code a measured run has run, and the folder in the scratch it writes to.
MARKING, MARKS = "script.bootstrap.marking", "marks"


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
        said = []
        with self._started(self._command(run), self._environment(run)) as process:
            for line in process.stdout or ():
                print(line, end="", flush=True)
                said.append(line)
        self._keep_summary(run, said)
        self._note(run.title, process.returncode, began)

    @contextmanager
    def pytest_beside(self, run: Run) -> Iterator[None]:
        """Run pytest while what is inside goes on, too: for parts that keep one core busy. It is heard afterwards."""
        with self._beside(run.title, self._command(run), self._environment(run)) as said:
            yield
        self._keep_summary(run, said)

    @contextmanager
    def program_beside(self, title: str, command: list[str], environment: Mapping[str, str]) -> Iterator[None]:
        """Run a program while what is inside goes on, too; what it says is shown afterwards."""
        with self._beside(title, command, environment):
            yield

    @contextmanager
    def _beside(self, title: str, command: list[str], environment: Mapping[str, str]) -> Iterator[list[str]]:
        """Gives the lines of the program's output, which are there when it has ended."""
        began = time.monotonic()
        said: list[str] = []
        path = self.scratch / f"beside-{_slug(title)}"
        with path.open("w+") as sink, self._started(command, environment, sink) as process:
            try:
                yield said
            except BaseException:
                process.terminate()
                raise
            code = process.wait()
            sink.seek(0)
            said += sink
        self._announce(title)
        print("".join(said), end="", flush=True)
        self._note(title, code, began)

    @staticmethod
    def _started(
        command: list[str], environment: Mapping[str, str], sink: IO[str] | int = subprocess.PIPE
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            text=True,
        )

    @staticmethod
    def _command(run: Run) -> list[str]:
        return [str(BIN / "python"), "-m", "pytest", *run.arguments]

    def _keep_summary(self, run: Run, said: list[str]) -> None:
        found = [line.rstrip() for line in said if SUMMARY.search(line)]
        self.summaries.append(found[-1] if found else f"{run.title}: pytest gave no summary")

    def coverage(self) -> None:
        """Bring the marks of the measured runs together and judge them."""
        began = self._announce("Coverage")
        python = [str(BIN / "python"), "-m"]
        data, report = self.scratch / ".coverage", self.scratch / "coverage.json"
        for command in (
            [*python, "script.bootstrap.measured", str(self.scratch / MARKS), str(data)],
            [*python, "coverage", "json", "--quiet", f"--data-file={data}", "-o", str(report)],
            [*python, "script.bootstrap.thresholds", str(report)],
        ):
            code = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode
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
        marking = {"PYTEST_PLUGINS": MARKING, "MARKS_IN": str(self.scratch / MARKS)} if run.measured else {}
        return {
            "PORTAL_VAR": str(self.scratch / "var" / _slug(run.title)),
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
            **marking,
            **run.environment,
        }

    def _announce(self, title: str) -> float:
        print(f"\n── {title} ──", flush=True)
        return time.monotonic()

    def _note(self, title: str, code: int, began: float) -> None:
        print(f"── {title}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - began:.0f} s ──", flush=True)
        if code != 0:
            self.failed.append(title)


def _slug(title: str) -> str:
    return re.sub(r"\W+", "-", title.lower())
