"""The layers of the portal, read from the import contracts, and which of two modules lies higher."""

import tomllib
from collections.abc import Sequence
from typing import Any

from tests.architecture.checkers.source import PRODUCT, ROOT


def contracts() -> list[dict[str, Any]]:
    settings: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    return list(settings["contracts"])


def layers() -> list[list[str]]:
    """The packages from top to bottom; those of one layer know nothing of each other."""
    whole = next(contract for contract in contracts() if contract["type"] == "layers" and "containers" not in contract)
    return [[name.strip() for name in layer.split("|")] for layer in whole["layers"]]


def rank(module: str, order: Sequence[Sequence[str]]) -> int:
    """How deep a module lies: 0 is the top. A module of no layer raises LookupError."""
    for depth, names in enumerate(order):
        if any(module == name or module.startswith(f"{name}.") for name in names):
            return depth
    raise LookupError(f"{module} belongs to no layer")


def packages() -> list[str]:
    """Every package a contract has to name: those of the academy, and the four above it."""
    below = [f"academy.{path.parent.name}" for path in sorted((ROOT / "academy").glob("*/__init__.py"))]
    return [*below, *(name for name in PRODUCT if name != "academy")]


def unnamed(found: Sequence[str], order: Sequence[Sequence[str]]) -> list[str]:
    """Packages no layer names."""
    named = {name for names in order for name in names}
    return [f"{name} is in no layer" for name in found if name not in named]


def points_upwards(source: str, target: str, order: Sequence[Sequence[str]]) -> bool:
    """Whether a key from one module to another would make the lower one depend on the higher, or on its neighbour."""
    own, other = rank(source, order), rank(target, order)
    if own != other:
        return other < own
    return not any(_in(source, name) and _in(target, name) for name in order[own])


def _in(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")
