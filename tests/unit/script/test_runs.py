"""Runs of pytest: each is shown, all are done, and the report ends with pytest's own last lines."""

import re
import time

import pytest

from script.bootstrap.runs import SUMMARY, Run, Runs

PASSING = "def test_one():\n    assert True\n"
FAILING = "def test_one():\n    assert False\n"


@pytest.fixture(autouse=True)
def _plain_pytest(monkeypatch):
    """The runs of this file need none of our plugins, and are quick without them."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


def pytest_run(tmp_path, title, text):
    path = tmp_path / f"{title}.py"
    path.write_text(text)
    nothing_of_ours = tmp_path / "pytest.ini"
    nothing_of_ours.write_text("[pytest]\n")
    return Run(title, (str(path), "-q", "-p", "no:cacheprovider", "-c", str(nothing_of_ours)))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("===== 12 passed in 3.21s =====", True),
        ("1 failed, 2 passed, 3 warnings in 75.10s (0:01:15)", True),
        ("no tests ran in 0.02s", True),
        ("2 errors in 0.31s", True),
        ("tests/unit/test_a.py ....", False),
    ],
)
def test_last_line_of_pytest_is_recognised(line, expected):
    assert bool(SUMMARY.search(line)) is expected


def test_failing_part_is_named_and_the_others_still_run(tmp_path, capsys):
    runs = Runs(tmp_path)
    runs.program("Checks", ["false"])
    runs.pytest(pytest_run(tmp_path, "first", FAILING))
    runs.pytest(pytest_run(tmp_path, "second", PASSING))
    capsys.readouterr()

    assert runs.report() == 1
    empty, failed, first, second = capsys.readouterr().out.splitlines()
    assert (empty, failed) == ("", "FAILED: Checks, first")
    assert re.fullmatch(r"1 failed in \d+\.\d\ds", first)
    assert re.fullmatch(r"1 passed in \d+\.\d\ds", second)


def test_report_of_passing_parts_ends_with_the_summary(tmp_path, capsys):
    runs = Runs(tmp_path)
    runs.program("Checks", ["true"])
    runs.pytest(pytest_run(tmp_path, "only", PASSING))
    capsys.readouterr()

    assert runs.report() == 0
    empty, passed, only = capsys.readouterr().out.splitlines()
    assert (empty, passed) == ("", "Everything passed.")
    assert re.fullmatch(r"1 passed in \d+\.\d\ds", only)


def test_run_in_which_no_test_is_found_fails(tmp_path):
    runs = Runs(tmp_path)
    runs.pytest(pytest_run(tmp_path, "empty", ""))

    assert runs.failed == ["empty"]


def test_run_beside_another_is_heard_after_it_and_counts_as_its_own(tmp_path, capfd):
    runs = Runs(tmp_path)
    with runs.pytest_beside(pytest_run(tmp_path, "beside", FAILING)):
        runs.pytest(pytest_run(tmp_path, "first", PASSING))
    said = capfd.readouterr().out

    titles = [line.split(":")[0].strip("─ ") for line in said.splitlines() if line.startswith("──")]
    assert titles == ["first", "first", "beside", "beside"]
    assert (runs.failed, [each[:8] for each in runs.summaries]) == (["beside"], ["1 passed", "1 failed"])
    assert "assert False" in said.partition("── beside ──")[2]


def test_program_beside_another_that_fails_is_named(tmp_path, capfd):
    runs = Runs(tmp_path)
    with runs.program_beside("Migrations", ["sh", "-c", "echo $WHAT; exit 3"], {"WHAT": "nothing was there"}):
        runs.program("Checks", ["true"])

    assert runs.failed == ["Migrations"]
    assert capfd.readouterr().out.splitlines()[-2] == "nothing was there"


def test_program_beside_something_that_breaks_off_is_ended(tmp_path):
    runs = Runs(tmp_path)
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), runs.program_beside("Long", ["sleep", "60"], {}):
        raise KeyboardInterrupt

    assert time.monotonic() - began < 30
    assert runs.failed == []
