"""Mistakes against a schema in words: what is wrong, and what is allowed there."""

import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from difflib import get_close_matches
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from academy.engines.reference.nodes import Where

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# What somebody can put there, by the kind of mistake pydantic names.
SAID = {
    "missing": "this has to be said; it is missing",
    "string_type": "it has to be text; put it in quotes",
    "int_type": "it has to be a whole number",
    "int_parsing": "it has to be a whole number",
    "int_from_float": "it has to be a whole number",
    "bool_type": "it has to be true or false",
    "bool_parsing": "it has to be true or false",
    "date_type": "it has to be a day, as 2026-04-01",
    "date_parsing": "it has to be a day, as 2026-04-01",
    "date_from_datetime_parsing": "it has to be a day, as 2026-04-01",
    "date_from_datetime_inexact": "it has to be a day, as 2026-04-01",
    "list_type": "it has to be a list; begin each line with a hyphen",
    "tuple_type": "it has to be a list; begin each line with a hyphen",
}


def worded(schema: type[BaseModel], mistake: Mapping[str, Any]) -> str:
    """One mistake pydantic found in a text of this schema, as a sentence without its full stop."""
    kind, where = mistake["type"], mistake["loc"]
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return _unknown_key(str(where[-1]), [*_keys(_at(schema, where[:-1]))])
    if kind in ("model_type", "dataclass_type", "dict_type"):
        keys = [*_keys(_at(schema, where))]
        return f"it has to be keys with values{f': {_listed(keys)}' if keys else ''}"
    if kind == "string_pattern_mismatch" and mistake.get("ctx", {}).get("pattern") == SLUG:
        return "it has to be small letters and numbers, joined by hyphens"
    said = str(mistake["msg"]).removeprefix("Value error, ").rstrip(".")
    return SAID.get(kind, said.replace("Input should be", "it has to be"))


def _unknown_key(key: str, allowed: list[str]) -> str:
    close = get_close_matches(key, allowed, n=1)
    meant = f"; perhaps {close[0]} is meant" if close else ""
    listed = f". Allowed here: {_listed(allowed)}" if allowed else ""
    return f"this key is not known here{meant}{listed}"


def _listed(keys: list[str]) -> str:
    return ", ".join(keys)


def _keys(part: Any) -> dict[str, Any]:
    """The keys a part may have, as they are written, with what is asked for there; none where it is no such part."""
    if not isinstance(part, type):
        return {}
    if issubclass(part, BaseModel):
        return {str(field.alias or name): field.annotation for name, field in part.model_fields.items()}
    return get_type_hints(part, include_extras=True) if is_dataclass(part) else {}


def _at(annotation: Any, where: Where) -> Any:
    """What the schema asks for at a place; None where it leaves that open."""
    annotation = _plain(annotation)
    if not where:
        return annotation
    part, rest = where[0], where[1:]
    keys = _keys(annotation)
    if keys:
        return _at(keys.get(str(part)), rest)
    arguments = [each for each in get_args(annotation) if each is not Ellipsis]
    return _at(arguments[-1], rest) if get_origin(annotation) in (list, dict, tuple) and arguments else None


def _plain(annotation: Any) -> Any:
    """The annotation without what only limits it, and without the None that lets it be left out."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _plain(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        some = [each for each in get_args(annotation) if each is not type(None)]
        return _plain(some[0]) if len(some) == 1 else None
    return annotation
