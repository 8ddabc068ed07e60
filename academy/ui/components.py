"""How a component becomes a template tag that refuses what it does not know and names what it takes."""

from collections.abc import Callable
from inspect import getfullargspec
from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.template.exceptions import TemplateSyntaxError
from django.template.library import parse_bits
from django.utils.safestring import SafeString

Values = dict[str, Any]
Component = Callable[..., Values]
Decorator = Callable[[Component], Component]


def component(register: template.Library, template_name: str, *, block: bool = False) -> Decorator:
    """A tag that renders `template_name` with the values the function returns.

    With `block` it stands around a piece of the page (`{% card … %} … {% endcard %}`), which the template gets as
    `content`. A function whose first argument is `context` gets the page's. An argument the function does not take, or
    one that is missing, is a TemplateSyntaxError naming what it takes.
    """

    def decorate(function: Component) -> Component:
        name = function.__name__

        def compile_component(parser: Parser, token: Token) -> template.Node:
            args, kwargs = _arguments(parser, token, function=function)
            content = _content(parser, name) if block else None
            return ComponentNode(function, template_name, args=args, kwargs=kwargs, content=content)

        register.tag(name, compile_component)
        return function

    return decorate


class ComponentNode(template.Node):
    """One use of a component on a page."""

    child_nodelists = ("content",)

    def __init__(
        self,
        function: Component,
        template_name: str,
        *,
        args: list[FilterExpression],
        kwargs: dict[str, FilterExpression],
        content: NodeList | None,
    ) -> None:
        self.function = function
        self.template_name = template_name
        self.args = args
        self.kwargs = kwargs
        self.content = content or NodeList()
        self.takes_context = getfullargspec(function).args[:1] == ["context"]

    def render(self, context: Context) -> SafeString:
        args = [argument.resolve(context) for argument in self.args]
        if self.takes_context:
            args.insert(0, context)
        values = self.function(*args, **{name: value.resolve(context) for name, value in self.kwargs.items()})
        inner = context.new({"csrf_token": context.get("csrf_token"), **values})
        inner["content"] = self.content.render(context)
        return template.Engine.get_default().get_template(self.template_name).render(inner)


def _arguments(
    parser: Parser, token: Token, *, function: Component
) -> tuple[list[FilterExpression], dict[str, FilterExpression]]:
    spec = getfullargspec(function)
    takes_context = spec.args[:1] == ["context"]
    options: Values = {
        "params": spec.args,
        "varargs": spec.varargs,
        "varkw": spec.varkw,
        "defaults": spec.defaults,
        "kwonly": spec.kwonlyargs,
        "kwonly_defaults": spec.kwonlydefaults,
        "takes_context": takes_context,
        "name": function.__name__,
    }
    try:
        return parse_bits(parser, token.split_contents()[1:], **options)
    except TemplateSyntaxError as wrong:
        allowed = [*spec.args[takes_context:], *spec.kwonlyargs]
        raise TemplateSyntaxError(f"{wrong}. {function.__name__} takes {', '.join(allowed) or 'nothing'}.") from wrong


def _content(parser: Parser, name: str) -> NodeList:
    end = f"end{name}"
    content = parser.parse((end,))
    parser.delete_first_token()
    return content
