"""Turns marks into what `coverage` judges: the lines that were run and the ways that branches went.

    python -m script.bootstrap.measured FOLDER FILE     every file of marks in a folder, into a file of coverage

It runs in `.venv`.
"""

import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import Any

from coverage import Coverage, CoverageData
from coverage.parser import PythonParser

from script.bootstrap.marks import Mark, marks_of
from script.bootstrap.packages import ROOT
from script.bootstrap.progress import Stop

CONFIGURED = ROOT / "pyproject.toml"
Arc = tuple[int, int]


def measured_packages() -> list[str]:
    """Whose coverage is asked for, as pyproject.toml says."""
    said: list[str] = _said()["source"]
    return said


def main(folder: Path, file: Path) -> int:
    """0 when it is written. Raises Stop where the code has something that no mark can show."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for each in folder.glob("*.json"):
        for path, numbers in json.loads(each.read_text()).items():
            found[path] |= set(numbers)
    exclude = "|".join(f"(?:{pattern})" for pattern in Coverage(config_file=str(CONFIGURED)).config.exclude_list)
    everything = [(path, found[str(path.relative_to(ROOT))]) for path in asked_for()]
    run = [(path, numbers) for path, numbers in everything if numbers]
    data = CoverageData(basename=str(file))
    with ProcessPoolExecutor() as pool:  # what is parsed takes a quarter of a minute on one core
        arcs = pool.map(partial(_arcs_of_file, exclude=exclude), run, chunksize=50)
        data.add_arcs({str(path): each for (path, _), each in zip(run, arcs, strict=True)})
    data.touch_files([str(path) for path, numbers in everything if not numbers])
    data.write()
    return 0


def _arcs_of_file(run: tuple[Path, set[int]], *, exclude: str) -> set[Arc]:
    path, numbers = run
    return arcs_of(path.read_bytes(), numbers, exclude=exclude)


def asked_for() -> list[Path]:
    """Every module whose coverage is asked for, also one that no test has run."""
    omitted = [pattern if pattern.startswith("*") else f"{ROOT}/{pattern}" for pattern in _said()["omit"]]
    every = [path for package in measured_packages() for path in sorted((ROOT / package).rglob("*.py"))]
    return [path for path in every if not any(fnmatch(str(path), pattern) for pattern in omitted)]


def _said() -> dict[str, Any]:
    said: dict[str, Any] = tomllib.loads(CONFIGURED.read_text())["tool"]["coverage"]["run"]
    return said


def arcs_of(source: bytes, numbers: Iterable[int], *, exclude: str = "") -> set[Arc]:
    """As `coverage` would have seen them: for each line that was run a way to it, and each way of a branch.

    Raises Stop when the source has a line or a branch that `coverage` asks for and no mark stands for.
    """
    parser = PythonParser(text=source.decode(), exclude=exclude)
    parser.parse_source()
    ways: defaultdict[int, set[int]] = defaultdict(set)
    for begin, end in parser.arcs():
        ways[begin].add(end)
    marks = marks_of(source)
    could = {arc for mark in marks for arc in _arcs(mark, ways)}
    _judge(parser, ways, could)
    return {arc for number in numbers for arc in _arcs(marks[number], ways)}


def _arcs(mark: Mark, ways: dict[int, set[int]]) -> Iterator[Arc]:
    for line in mark.lines:
        yield (-1, line)
    if mark.branch is not None and mark.lines:
        yield (mark.branch, min(mark.lines))
    elif mark.branch is not None:
        for end in ways[mark.branch] - {mark.away_from}:
            yield (mark.branch, end)


def _judge(parser: PythonParser, ways: dict[int, set[int]], could: set[Arc]) -> None:
    lines = parser.statements - parser.translate_lines(end for _, end in could if end > 0)
    counts = parser.exit_counts()
    branches = {(begin, end) for begin in counts if counts[begin] > 1 for end in ways[begin]} - could
    if lines or branches:
        raise Stop(f"No mark stands for the lines {sorted(lines)} and the branches {sorted(branches)}.")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
