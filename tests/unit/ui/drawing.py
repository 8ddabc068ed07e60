"""Draws a piece of template for a test."""

from typing import Any

from django.template import engines
from django.utils.html import strip_tags

LOADED = "{% load components forms charts accounts %}"


def drawn(source: str, **values: Any) -> str:
    """The markup, with runs of spaces made one."""
    return " ".join(engines["django"].from_string(LOADED + source).render(values).split())


def words(source: str, **values: Any) -> str:
    """Only what is read."""
    return " ".join(strip_tags(drawn(source, **values).replace("<", " <")).split())
