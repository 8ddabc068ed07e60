"""How a component becomes a template tag that refuses what it does not know and names what it takes."""

import inspect
from collections.abc import Callable
from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.exceptions import TemplateSyntaxError
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

Context = dict[str, Any]
_WRONG_ARGUMENTS = ("received", "did not receive")


def component(register: template.Library, template_name: str) -> Callable[[Callable[..., Context]], Callable[..., Context]]:
    """A tag that renders `template_name` with the context the function returns.

    An argument the function does not take, or one missing, is a TemplateSyntaxError that names what it takes.
    """

    def decorate(function: Callable[..., Context]) -> Callable[..., Context]:
        takes_context = "context" in inspect.signature(function).parameters
        register.inclusion_tag(template_name, takes_context=takes_context or None)(function)
        _name_what_is_allowed(register, function)
        return function

    return decorate


def block_component(register: template.Library, template_name: str) -> Callable[[Callable[..., Context]], Callable[..., Context]]:
    """The same around a piece of the page: `{% card … %} … {% endcard %}`; the template gets it as `content`."""

    def decorate(function: Callable[..., Context]) -> Callable[..., Context]:
        def render(content: SafeString, *args: Any, **kwargs: Any) -> SafeString:
            return get_template(template_name).render({**function(*args, **kwargs), "content": content})

        render.__name__ = function.__name__
        render.__signature__ = _with_content(function)  # type: ignore[attr-defined]
        register.simple_block_tag(render)
        _name_what_is_allowed(register, function)
        return function

    return decorate
