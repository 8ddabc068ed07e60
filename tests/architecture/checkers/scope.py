"""Whose every row is, and that views ask for no more than their reader may know of (architecture 4, 5)."""

import ast
from collections.abc import Collection
from typing import Any

from django.db.models import ForeignKey, Model

from academy.engines.reference.models import Version
from tests.architecture.checkers.source import Source, dotted

# what is published, for everybody who may open the page
PUBLISHED = {
    "frameworks.Domain",
    "frameworks.Framework",
    "frameworks.FrameworkVersion",
    "frameworks.Level",
    "frameworks.Statement",
    "identity.Organisation",
    "people.JobRole",
    "reference.ReferenceFile",
}
# what has no owner either, but is not for a view to ask freely, and why
UNOWNED = {
    "audit.Event": "holds ids and no keys, so that it outlives its subjects; asked for by person or subject only",
    "audit.Name": "the one scrubbable name behind an id of the audit",
    "identity.Person": "a person is global; which people somebody may know of is said by people's selector",
    "identity.User": "the account of a person",
    "links.Link": "whoever holds its token opens it, and nobody lists it",
}
OWNERS = {"identity.Organisation", "identity.Person", "identity.User"}
MANAGERS = {"objects", "_default_manager", "_base_manager"}
# the ways to begin a query that ask who is asking, or whose it is
SCOPED = {"visible_to", "written_by"}
SHORTCUTS = {"get_object_or_404", "get_list_or_404"}
ASKS = {"views", "forms"}


def without_owner(model: type[Model]) -> list[str]:
    """A model no key leads from to an organisation or a person, and that is not declared as global.

    Keys that say who did something (`published_by`) make nobody an owner; editions of reference data are for all.
    """
    label = model._meta.label
    if label in PUBLISHED | set(UNOWNED) or issubclass(model, Version) or _reaches(model, OWNERS, seen={label}):
        return []
    return [f"{label} belongs to no organisation and to no person"]


def unscoped_queries(source: Source, *, published: Collection[str]) -> list[str]:
    """Queries a view or form begins with anything but `visible_to`; models that are `published` may be asked freely."""
    if not source.is_product or not ASKS & set(source.path.with_suffix("").parts):
        return []
    nodes = list(ast.walk(source.tree))
    scoped = {id(node.value) for node in nodes if isinstance(node, ast.Attribute) and node.attr in SCOPED}
    managers = [node for node in nodes if isinstance(node, ast.Attribute) and node.attr in MANAGERS]
    found = [
        (node, dotted(node)) for node in managers if id(node) not in scoped and dotted(node.value) not in published
    ]
    found += [(call, dotted(call.func)) for call in _shortcuts(nodes) if dotted(call.args[0]) not in published]
    return [f"{source.at(node)}: {name} asks nobody who may know" for node, name in found]


def _shortcuts(nodes: list[ast.AST]) -> list[ast.Call]:
    """`get_object_or_404(Model, …)`: begun from a model, not from what somebody may see."""
    calls = [node for node in nodes if isinstance(node, ast.Call) and node.args]
    named = [call for call in calls if dotted(call.func).split(".")[-1] in SHORTCUTS]
    return [call for call in named if dotted(call.args[0]).split(".")[-1][:1].isupper()]


def _reaches(model: Any, owners: Collection[str], *, seen: set[str]) -> bool:
    keys = [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    for target in (key.related_model for key in keys if not key.name.endswith("_by")):
        label = target._meta.label
        if label in owners:
            return True
        if label not in seen and _reaches(target, owners, seen=seen | {label}):
            return True
    return False
