"""The address map: who may ask for what is stated at every view."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import URLPattern, URLResolver

# these come with their own sign-in rules; what they show is sign-in itself
BROUGHT = ("allauth.",)


def views(patterns: Sequence[URLPattern | URLResolver], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every address of a map with its view, however deep."""
    for pattern in patterns:
        address = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns, address)
        else:
            yield address, pattern.callback


def states_nothing(address: str, view: Any) -> list[str]:
    """A view that neither states a permission nor is marked public. Of a class-based view its class is asked."""
    stated = getattr(view, "view_class", view)
    if stated.__module__.startswith(BROUGHT):
        return []
    if getattr(stated, "public", None) is True or getattr(stated, "permission", None):
        return []
    return [f"/{address}: {stated.__qualname__} states no permission and is not marked public"]


def undeclared(address: str, view: Any, codes: set[str]) -> list[str]:
    """A view whose permission no app declares: nobody would ever be let in."""
    permission = getattr(getattr(view, "view_class", view), "permission", None)
    return [f"/{address}: nobody declares {permission}"] if permission and permission not in codes else []
