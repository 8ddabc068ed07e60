"""The families of facts as a page for docs/generated: what a policy can ask for, and who finds it."""

from collections.abc import Iterable
from itertools import groupby

from academy.engines.facts.families import Family
from academy.engines.facts.providers import providers_of

NAME = "facts.md"
INTRODUCTION = """\
# What a policy can ask for

Written by `manage.py generate_docs` from the declared families of facts; do not edit.

A requirement names a fact by its key: a family and, behind a colon, which of it. A family alone asks for all of it.
Facts tell days and codes, never what somebody wrote. A policy may ask for what nobody finds yet; nothing is known of it
until then."""
HEAD = ["family", "what it tells", "behind the colon", "how much, of which level, who says so", "found by"]


def page(families: Iterable[Family]) -> str:
    """One table for each app that declares families, a row for each."""
    lines = [INTRODUCTION]
    for app, group in groupby(sorted(families, key=lambda family: family.name), key=lambda family: family.app):
        lines += ["", f"## {app}", "", _row(HEAD), _row(["---"] * len(HEAD)), *(_row(_cells(each)) for each in group)]
    return "\n".join(lines) + "\n"


def _cells(family: Family) -> list[str]:
    said = [part for part in (family.quantity, family.level, family.by_relation) if part]
    return [f"`{family.name}`", family.tells, family.which, "; ".join(said), _found_by(family)]


def _found_by(family: Family) -> str:
    providers = providers_of(family.name)
    if not providers:
        return f"nobody yet; comes with {family.comes_with}"
    apps = ", ".join(sorted({each.app for each in providers}))
    return f"{apps}; also what is expected" if any(each.foretells for each in providers) else apps


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
