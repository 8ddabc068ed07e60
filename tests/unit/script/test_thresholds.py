"""Thresholds of coverage: all of what decides, 95 % of everything."""

import json

import pytest

from script.bootstrap.thresholds import decides, main, shortfalls


def report(overall, **files):
    return {
        "totals": {"percent_covered": overall},
        "files": {
            f"{path}.py": {
                "summary": {"percent_covered": covered, "missing_lines": 3},
                "missing_lines": [4, 5, 9],
                "missing_branches": [[2, 4]],
            }
            for path, covered in files.items()
        },
    }


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("academy/people/rules/terms.py", True),
        ("academy/people/rules.py", True),
        ("academy/people/services/posts.py", True),
        ("academy/people/permissions.py", True),
        ("academy/engines/workflow/moves.py", True),
        ("academy/people/views/directory.py", False),
        ("academy/people/selectors/services_of_team.py", False),
    ],
)
def test_module_that_decides_or_acts_is_known_by_its_place(path, expected):
    assert decides(path) is expected


def test_deciding_module_with_a_missing_branch_falls_short():
    found = shortfalls(report(97.0, **{"academy/people/rules": 99.0, "academy/people/views": 80.0}))

    assert found == ["academy/people/rules.py: 99.0 %, not 100 %; no test shows lines 4, 5, 9, 2→4"]


def test_everything_below_95_falls_short_and_names_the_least_covered():
    assert shortfalls(report(94.9, **{"academy/people/views": 80.0})) == [
        "everything: 94.9 %, not 95 %; least covered: academy/people/views.py (3 lines)"
    ]


@pytest.mark.parametrize(("overall", "code"), [(95.0, 0), (94.0, 1)])
def test_exit_code_says_whether_something_falls_short(tmp_path, capsys, overall, code):
    path = tmp_path / "coverage.json"
    path.write_text(json.dumps(report(overall, **{"academy/people/rules": 100.0})))

    assert main(str(path)) == code
    assert capsys.readouterr().out.startswith("covered: 95.0 %" if code == 0 else "everything: 94.0 %")
