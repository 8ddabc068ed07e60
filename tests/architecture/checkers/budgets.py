"""Budgets of size (architecture 10). There is no list of exemptions: an exemption is an ADR."""

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.architecture.checkers.source import Source, dotted

PYTHON_LINES = 300
TEST_LINES = 400
TEMPLATE_LINES = 120
BASE_TEMPLATE_LINES = 150
FUNCTION_LINES = 40
CLASS_LINES = 200
POSITIONAL_ARGUMENTS = 3

Function = ast.FunctionDef | ast.AsyncFunctionDef


def long_file(source: Source) -> list[str]:
    """A file over its budget of lines."""
    budget = _budget(source)
    return [f"{source.path}: {source.lines} lines, not {budget}"] if source.lines > budget else []


def long_definitions(source: Source) -> list[str]:
    """Functions and classes over their budget of lines."""
    found = []
    for node in _definitions(source.tree):
        budget = CLASS_LINES if isinstance(node, ast.ClassDef) else FUNCTION_LINES
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > budget:
            found.append(f"{source.at(node)} {node.name}: {lines} lines, not {budget}")
    return found


def many_positional_arguments(source: Source) -> list[str]:
    """Functions that take more than three arguments by position; tests and fixtures take theirs from pytest by name."""
    found = []
    for node in _definitions(source.tree):
        if isinstance(node, ast.ClassDef) or _is_called_by_pytest(node):
            continue
        names = [argument.arg for argument in [*node.args.posonlyargs, *node.args.args]]
        count = len([name for name in names if name not in {"self", "cls"}])
        if count > POSITIONAL_ARGUMENTS:
            found.append(f"{source.at(node)} {node.name}: {count} positional arguments, not {POSITIONAL_ARGUMENTS}")
    return found


def _budget(source: Source) -> int:
    if source.path.suffix == ".py":
        return TEST_LINES if source.is_test else PYTHON_LINES
    return BASE_TEMPLATE_LINES if source.path == PurePosixPath("templates/base.html") else TEMPLATE_LINES


def _definitions(tree: ast.Module) -> Iterator[Function | ast.ClassDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def _is_called_by_pytest(node: Function) -> bool:
    decorators = [dotted(getattr(each, "func", each)) for each in node.decorator_list]
    return node.name.startswith(("test_", "pytest_")) or any(name.endswith("fixture") for name in decorators)
