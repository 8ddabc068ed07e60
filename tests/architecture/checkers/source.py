"""The tree as the architecture tests read it: our own files, as text and as syntax."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[3]
PRODUCT = ("academy", "pathways", "portfolios", "asye", "panels")


@dataclass(frozen=True)
class Source:
    """One file: its place from the root, and what it says."""

    path: PurePosixPath
    text: str

    @cached_property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def is_test(self) -> bool:
        return self.path.parts[0] == "tests"

    @property
    def is_product(self) -> bool:
        return self.path.parts[0] in PRODUCT

    def at(self, node: ast.AST) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@cache
def committed() -> tuple[PurePosixPath, ...]:
    """Every file git knows or would take: what is ignored is not ours."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = sorted(set(listed.stdout.decode().split("\0")) - {""})
    return tuple(PurePosixPath(name) for name in names if (ROOT / name).is_file())


@cache
def python_files() -> tuple[Source, ...]:
    """Our Python files, without migrations: those are as Django writes them."""
    paths = (path for path in committed() if path.suffix == ".py" and "migrations" not in path.parts)
    return tuple(Source(path, (ROOT / path).read_text()) for path in paths)


@cache
def product_files() -> tuple[Source, ...]:
    return tuple(source for source in python_files() if source.is_product)


@cache
def templates() -> tuple[Source, ...]:
    """Everything Django renders: the templates folder and templates an app keeps."""
    paths = (path for path in committed() if "templates" in path.parts and path.suffix in {".html", ".txt", ".svg"})
    return tuple(Source(path, (ROOT / path).read_text()) for path in paths)


def sample(text: str, path: str = "academy/sample/services/things.py") -> Source:
    """A made-up file, to show that a checker can refuse."""
    return Source(PurePosixPath(path), text)


def dotted(node: ast.AST) -> str:
    """`a.b.c` of a name or attribute; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""
