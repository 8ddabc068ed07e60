"""`{% load guard %}`: what a page of a guarded form shows beside it."""

from typing import Any

from django import template

from academy.engines.guard.forms import Guarded

register = template.Library()


@register.inclusion_tag("guard/_pseudonyms.html")
def pseudonyms(form: Guarded) -> dict[str, Any]:
    """The writer's pseudonyms beside her form, without whom they mean; the way to the page that says it."""
    return {"pseudonyms": [alias.pseudonym for alias in form.guard.aliases]}
