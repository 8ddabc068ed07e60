"""docs/coverage.yaml may only name things of docs/checklist.yaml and tests that are there."""

import ast
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
KINDS = {"capability", "rule", "number", "role", "record", "date", "relation", "data", "link", "report"}
PER_SOURCE = {"S0": 101, "S1": 45, "S2": 219, "S3": 67, "S4": 35, "X": 10}
KEY = re.compile(r"^(S[0-4]|X)-(\d+): ", re.MULTILINE)


def wrong_lines(coverage, *, known, root):
    """Every reason to refuse the coverage, as sentences: unknown ids, no tests named, tests that do not exist."""
    wrong = [f"{key} is not in docs/checklist.yaml" for key in coverage if key not in known]
    for key, node_ids in coverage.items():
        if not isinstance(node_ids, list) or not node_ids:
            wrong.append(f"{key} names no tests; leave the line out instead")
            continue
        wrong += [f"{key}: there is no test {node_id}" for node_id in node_ids if not is_there(node_id, root=root)]
    return wrong


def is_there(node_id, *, root):
    """Whether `tests/…/test_x.py::[TestClass::]test_name` is defined there, read from the text without importing it."""
    path, *names = str(node_id).split("::")
    file = root / path
    if not names or not path.startswith("tests/") or not names[-1].startswith("test_") or not file.is_file():
        return False
    body = ast.parse(file.read_text(encoding="utf-8")).body
    for name in names:
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef) if name is names[-1] else (ast.ClassDef,)
        found = [node for node in body if isinstance(node, kinds) and node.name == name]
        if not found:
            return False
        body = found[0].body
    return True


@pytest.fixture(scope="module")
def checklist():
    return yaml.safe_load((ROOT / "docs" / "checklist.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def coverage():
    return yaml.safe_load((ROOT / "docs" / "coverage.yaml").read_text(encoding="utf-8")) or {}


@pytest.fixture
def small_suite(tmp_path):
    folder = tmp_path / "tests" / "unit"
    folder.mkdir(parents=True)
    (folder / "test_small.py").write_text("def test_one(): ...\n\n\nclass TestTwo:\n    def test_three(self): ...\n")
    return tmp_path


def test_checklist_holds_the_477_ids_without_a_gap(checklist):
    expected = [f"{source}-{number:02d}" for source, total in PER_SOURCE.items() for number in range(1, total + 1)]
    assert len(expected) == 477
    assert list(checklist) == expected


def test_checklist_repeats_no_id_in_its_text():
    keys = [f"{source}-{number}" for source, number in KEY.findall((ROOT / "docs" / "checklist.yaml").read_text())]
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert len(keys) == 477


def test_checklist_line_says_kind_and_meaning_only(checklist):
    assert [key for key, line in checklist.items() if set(line) != {"kind", "means"}] == []
    assert [key for key, line in checklist.items() if line["kind"] not in KINDS] == []
    assert [key for key, line in checklist.items() if len(line["means"]) < 10] == []


def test_coverage_of_checklist_names_known_ids_and_existing_tests(checklist, coverage):
    assert wrong_lines(coverage, known=checklist, root=ROOT) == []


def test_wrong_lines_unknown_id_is_named(small_suite):
    line = {"S9-01": ["tests/unit/test_small.py::test_one"]}
    assert wrong_lines(line, known={"S0-01"}, root=small_suite) == ["S9-01 is not in docs/checklist.yaml"]


@pytest.mark.parametrize("node_ids", [[], None, "tests/unit/test_small.py::test_one"])
def test_wrong_lines_without_a_list_of_tests_are_refused(small_suite, node_ids):
    refusal = ["S0-01 names no tests; leave the line out instead"]
    assert wrong_lines({"S0-01": node_ids}, known={"S0-01"}, root=small_suite) == refusal


@pytest.mark.parametrize(
    "node_id",
    [
        "tests/unit/test_small.py",
        "tests/unit/test_small.py::test_three",
        "tests/unit/test_small.py::TestTwo",
        "tests/unit/test_small.py::TestOther::test_three",
        "tests/unit/test_gone.py::test_one",
        "../tests/unit/test_small.py::test_one",
    ],
)
def test_wrong_lines_missing_test_is_named(small_suite, node_id):
    refusal = [f"S0-01: there is no test {node_id}"]
    assert wrong_lines({"S0-01": [node_id]}, known={"S0-01"}, root=small_suite) == refusal


@pytest.mark.parametrize(
    "node_id", ["tests/unit/test_small.py::test_one", "tests/unit/test_small.py::TestTwo::test_three"]
)
def test_wrong_lines_existing_test_is_accepted(small_suite, node_id):
    assert wrong_lines({"S0-01": [node_id]}, known={"S0-01"}, root=small_suite) == []


def test_checklist_covered_prints_total_and_each_source(checklist, coverage):
    run = subprocess.run([ROOT / "script" / "checklist-covered"], capture_output=True, text=True, check=True)
    done = Counter(key.partition("-")[0] for key in coverage)
    parts = ", ".join(f"{source} {done[source]}/{total}" for source, total in PER_SOURCE.items())
    assert run.stdout == f"checklist: {len(coverage)} of 477 covered ({parts})\n"
