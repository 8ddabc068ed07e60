"""The components of pages: `{% load components %}`. Each is shown on the gallery page."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.context import Context

from academy.ui.charts.series import Series
from academy.ui.components import Values, component
from academy.ui.icons import icon_named
from academy.ui.lists import Crumb, Day, Tally, Todo
from academy.ui.states import Shape, State

register = template.Library()


@component(register, "components/state.html")
def state(value: Any) -> Values:
    """A state: shape, word and colour. Takes a State, or anything that has one as `.state` (a value of choices).

    Refuses everything else with TypeError: a bare code has no shape.
    """
    found = value if isinstance(value, State) else getattr(value, "state", None)
    if not isinstance(found, State):
        raise TypeError(f"state takes a State or something with a State as .state, not {value!r}.")
    return {"word": found.word, "shape": Shape(found.shape).value, "icon": icon_named(found.shape)}


@component(register, "components/icon.html")
def icon(name: str, label: str = "") -> Values:
    """A drawing. Without a label it is decoration and hidden from readers. Refuses an unknown name with ValueError."""
    return {"icon": icon_named(name), "label": label}


@component(register, "components/facts.html")
def facts(pairs: Iterable[tuple[str, Any]], long: bool = False) -> Values:
    """Facts as pairs of word and value; a State among the values is drawn as one. An empty value is left out."""
    shown = [(word, value) for word, value in pairs if value not in (None, "")]
    return {"facts": [(word, value, isinstance(value, State)) for word, value in shown], "long": long}


@component(register, "components/todo_list.html")
def todo_list(items: Sequence[Todo]) -> Values:
    """What waits for this person, most urgent first. News does not belong here."""
    return {"items": items}


@component(register, "components/dates.html")
def dates(days: Sequence[Day]) -> Values:
    """What is coming up: a day and a sentence."""
    return {"days": days}


@component(register, "components/section.html", block=True)
def section(heading: str, id: str, *, aside: str = "", link: str = "", link_words: str = "") -> Values:
    """A part of a page with its heading; `aside` is a sentence beside it, `link` with `link_words` a way onwards."""
    return {"heading": heading, "id": id, "aside": aside, "link": link, "link_words": link_words}


@component(register, "components/card.html", block=True)
def card(heading: str = "", id: str = "", tint: bool = False) -> Values:
    """A box of its own beside or below the main thing. A heading needs an id."""
    if heading and not id:
        raise TypeError("card needs an id when it has a heading: the box is named by it.")
    return {"heading": heading, "id": id, "tint": tint}


@component(register, "components/why.html", block=True)
def why() -> Values:
    """The sentence that explains a computed date or a decision."""
    return {}


@component(register, "components/banner.html", block=True)
def banner(icon: str = "ageing") -> Values:
    """Something to know before going on. Errors of a form belong in its error summary."""
    return {"icon": icon_named(icon)}


@component(register, "components/details.html", block=True)
def details(summary: str, open: bool = False) -> Values:
    """What only some readers want to see."""
    return {"summary": summary, "open": open}


@component(register, "components/chips.html")
def chips(words: Iterable[Any]) -> Values:
    """Short facts side by side, without a judgement."""
    return {"words": list(words)}


@component(register, "components/crumbs.html")
def crumbs(steps: Iterable[Crumb | tuple[str, str]]) -> Values:
    """The way back: Crumbs, or pairs of words and address; the last one without an address is this page."""
    return {"steps": [step if isinstance(step, Crumb) else Crumb(*step) for step in steps]}


@component(register, "components/tallies.html")
def tallies(items: Sequence[Tally], label: str) -> Values:
    """Counts that filter; `label` names the group for readers."""
    return {"items": items, "label": label}


@component(register, "components/series_dot.html")
def series_dot(series: str) -> Values:
    """The dot of a way of learning: experience, others or formal. Refuses anything else with ValueError."""
    return {"mark": Series(series).mark}


@component(register, "components/pagination.html")
def pagination(context: Context, page: Page) -> Values:
    """The pages of a list. What was searched and filtered stays in every link; nothing is drawn for one page."""
    asked = context["request"].GET.copy()
    asked.pop("page", None)
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": numbers, "base": f"{asked.urlencode()}&" if asked else ""}
