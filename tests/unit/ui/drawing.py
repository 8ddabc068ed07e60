"""Draws a piece of template for a test."""

from typing import Any

from django.http import HttpRequest
from django.template import engines
from django.template.response import TemplateResponse
from django.utils.html import strip_tags

from academy.ui.views.gallery import GalleryView

LOADED = "{% load components forms charts accounts %}"


def drawn(source: str, **values: Any) -> str:
    """The markup, with runs of spaces made one."""
    return " ".join(engines["django"].from_string(LOADED + source).render(values).split())


def words(source: str, **values: Any) -> str:
    """Only what is read."""
    return " ".join(strip_tags(drawn(source, **values).replace("<", " <")).split())


def gallery(request: HttpRequest) -> str:
    """The gallery page as a browser gets it."""
    response = GalleryView.as_view()(request)
    assert isinstance(response, TemplateResponse)
    return response.render().content.decode()
