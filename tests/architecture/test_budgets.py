"""Sizes stay small enough to read (architecture 10)."""

import tomllib

from tests.architecture.checkers.budgets import long_definitions, long_file, many_positional_arguments
from tests.architecture.checkers.source import ROOT, python_files, sample, templates


def test_every_file_is_within_its_budget_of_lines():
    assert [finding for source in (*python_files(), *templates()) for finding in long_file(source)] == []


def test_every_function_and_class_is_within_its_budget_of_lines():
    assert [finding for source in python_files() for finding in long_definitions(source)] == []


def test_no_function_takes_more_than_three_arguments_by_position():
    assert [finding for source in python_files() for finding in many_positional_arguments(source)] == []


def test_complexity_is_limited_to_eight_by_the_linter():
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["ruff"]["lint"]

    assert "C90" in lint["select"]
    assert lint["mccabe"] == {"max-complexity": 8}


def test_file_over_its_budget_is_found():
    assert long_file(sample("x = 1\n" * 301, "academy/sample.py")) == ["academy/sample.py: 301 lines, not 300"]
    assert long_file(sample("x = 1\n" * 300, "academy/sample.py")) == []
    assert long_file(sample("x = 1\n" * 400, "tests/unit/test_sample.py")) == []
    assert long_file(sample("<p>\n" * 121, "templates/page.html")) == ["templates/page.html: 121 lines, not 120"]
    assert long_file(sample("<p>\n" * 150, "templates/base.html")) == []


def test_long_function_and_class_are_found():
    function = "def act():\n" + "    x = 1\n" * 40
    thing = "class Thing:\n" + "    x = 1\n" * 200

    assert long_definitions(sample(function, "a.py")) == ["a.py:1 act: 41 lines, not 40"]
    assert long_definitions(sample(thing, "a.py")) == ["a.py:1 Thing: 201 lines, not 200"]


def test_fourth_positional_argument_is_found():
    assert many_positional_arguments(sample("def act(a, b, c, d): ...", "a.py")) == [
        "a.py:1 act: 4 positional arguments, not 3"
    ]
    assert many_positional_arguments(sample("class A:\n    def act(self, a, b, c, *, d): ...", "a.py")) == []
    assert many_positional_arguments(sample("def test_it(a, b, c, d): ...", "a.py")) == []
