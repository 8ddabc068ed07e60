"""What a module leaves behind where it has been run: a mark for each statement, and for each way a branch goes.

Python's own tracing, which `coverage` uses before Python 3.12, slows down everything, Django's code too, to half its
speed. A module compiled here sets a byte of `__marks__` before each statement instead, which costs next to nothing.
Reading the source again gives the same marks in the same order, so that a number is all there is to keep.
"""

import ast
from dataclasses import dataclass
from itertools import takewhile
from types import CodeType
from typing import TypeVar

NAME = "__marks__"
Fork = TypeVar("Fork", ast.If, ast.For, ast.AsyncFor, ast.While)
Defined = TypeVar("Defined", ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Mark:
    """The lines that have been run when it is set; and where they came from, by a branch at a line.

    `away_from` is the line a branch would have gone to and did not, where the way it went has no statement of its own.
    """

    lines: tuple[int, ...]
    branch: int | None = None
    away_from: int | None = None


class Marker(ast.NodeTransformer):
    """Puts the marks into a module. Nothing that is there changes its line, its meaning or its order."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def visit_Module(self, node: ast.Module) -> ast.Module:
        """The words about the module stay the first in it."""
        node.body = self._marked(node.body)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """As in a module."""
        return self._definition(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AsyncFunctionDef:
        """As in a module."""
        return self._definition(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        """As in a module."""
        return self._definition(node)

    def visit_If(self, node: ast.If) -> ast.If:
        """Both ways, also where there is no `else`."""
        return self._fork(node)

    def visit_For(self, node: ast.For) -> ast.For:
        """Into the loop, and on when nothing is left."""
        return self._fork(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.AsyncFor:
        """As a loop that does not wait."""
        return self._fork(node)

    def visit_While(self, node: ast.While) -> ast.While:
        """Into the loop, and on when its condition fails."""
        return self._fork(node)

    def visit_With(self, node: ast.With) -> ast.With:
        """What is inside."""
        return self._blocks(node)

    def visit_AsyncWith(self, node: ast.AsyncWith) -> ast.AsyncWith:
        """What is inside."""
        return self._blocks(node)

    def visit_Try(self, node: ast.Try) -> ast.Try:
        """Each of its blocks, and that a handler was asked whether it is the one."""
        for handler in node.handlers:
            asked = Mark((handler.lineno,))
            if handler.type is None:
                handler.body = [self._statement(asked), *self._marked(handler.body)]
            else:
                handler.type = ast.BoolOp(ast.Or(), [self._call(asked, handler), handler.type])
                handler.body = self._marked(handler.body)
        return self._blocks(node)

    def visit_Match(self, node: ast.Match) -> ast.Match:
        """A case that never fits, before each, is asked when that one is; one after the last when none has fitted."""
        cases, before = [], None
        for case in node.cases:
            asked = Mark((case.pattern.lineno,), branch=before)
            cases += [self._never(asked, case.pattern), case]
            before = case.pattern.lineno
            case.body = self._marked(case.body, branch=before)
        last = node.cases[-1]
        fits_anything = last.guard is None and isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None
        if not fits_anything:
            none_fits = Mark((), branch=before, away_from=_first_line(last.body[0]))
            cases.append(self._never(none_fits, last.pattern))
        node.cases = cases
        return node

    def _fork(self, node: Fork) -> Fork:
        into = _first_line(node.body[0])
        node.body = self._marked(node.body, branch=node.lineno)
        if node.orelse:
            node.orelse = self._marked(node.orelse, branch=node.lineno)
        else:
            node.orelse = [self._statement(Mark((), branch=node.lineno, away_from=into), at=node)]
        return node

    def _definition(self, node: Defined) -> Defined:
        node.body = self._marked(node.body)
        return node

    def _blocks(self, node: Node) -> Node:
        for name in ("body", "orelse", "finalbody"):
            if block := getattr(node, name, None):
                setattr(node, name, self._marked(block))
        return node

    def _marked(self, block: list[ast.stmt], *, branch: int | None = None) -> list[ast.stmt]:
        """The first statement is where a branch goes to. Words about the block, and `__future__`, must come first."""
        first = list(takewhile(_comes_first, block))
        marked: list[ast.stmt] = [*first]
        for place, statement in enumerate(block):
            mark = Mark(_lines(statement), branch if place == 0 else None)
            marked.append(self._statement(mark, at=statement))
            if place >= len(first):
                marked.append(self.visit(statement))
        return marked

    def _number(self, mark: Mark) -> int:
        self.marks.append(mark)
        return len(self.marks) - 1

    def _statement(self, mark: Mark, at: ast.AST | None = None) -> ast.stmt:
        """`__marks__[number] = 1`, on the line of what it stands before."""
        target = ast.Subscript(ast.Name(NAME, ast.Load()), ast.Constant(self._number(mark)), ast.Store())
        made = ast.Assign([target], ast.Constant(1), lineno=mark.lines[0] if at is None else getattr(at, "lineno"))
        return made if at is None else ast.copy_location(made, at)

    def _call(self, mark: Mark, at: ast.AST) -> ast.expr:
        """The same as an expression, which is None."""
        does = ast.Attribute(ast.Name(NAME, ast.Load()), "__setitem__", ast.Load())
        return ast.copy_location(ast.Call(does, [ast.Constant(self._number(mark)), ast.Constant(1)], []), at)

    def _never(self, mark: Mark, at: ast.AST) -> ast.match_case:
        pattern = ast.copy_location(ast.MatchAs(), at)
        return ast.match_case(pattern, self._call(mark, at), [ast.copy_location(ast.Pass(), at)])


def marked(source: bytes, path: str) -> tuple[CodeType, int]:
    """The module's code with its marks, and how many there are."""
    marker = Marker()
    tree = ast.fix_missing_locations(marker.visit(ast.parse(source, path)))
    return compile(tree, path, "exec", dont_inherit=True), len(marker.marks)


def marks_of(source: bytes) -> list[Mark]:
    """What each number of a module's marks says."""
    marker = Marker()
    marker.visit(ast.parse(source))
    return marker.marks


def _comes_first(statement: ast.stmt) -> bool:
    is_words = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return is_words or (isinstance(statement, ast.ImportFrom) and statement.module == "__future__")


def _lines(statement: ast.stmt) -> tuple[int, ...]:
    return (*(each.lineno for each in getattr(statement, "decorator_list", ())), statement.lineno)


def _first_line(statement: ast.stmt) -> int:
    return min(_lines(statement))
