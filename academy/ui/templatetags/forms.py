"""Forms on pages: `{% load forms %}`."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from academy.ui.components import Values, component
from academy.ui.forms import controls

register = template.Library()


@component(register, "components/portal_form.html")
def portal_form(form: BaseForm, *, action: str = "", cancel_url: str = "", id: str = "") -> Values:
    """A whole form: fields, token, one primary button, its other buttons, and a way out when `cancel_url` is given."""
    return {"form": form, "action": action, "cancel_url": cancel_url or "", "id": id}


@component(register, "components/form_buttons.html")
def form_buttons(form: BaseForm, cancel_url: str = "") -> Values:
    """The buttons of a form whose page draws its own form tag."""
    return {"form": form, "cancel_url": cancel_url or ""}


@component(register, "components/filters.html")
def filters(form: BaseForm, clear_url: str = "") -> Values:
    """Filters above a list, by GET. With `clear_url` there is a way back to everything once something is chosen."""
    return {"form": form, "clear_url": clear_url}


@component(register, "gds/layout/error_summary.html")
def error_summary(form: BaseForm | None) -> Values:
    """What is wrong with a form, first on the page, each sentence leading to its field."""
    if not isinstance(form, BaseForm) or not form.errors:
        return {"errors": []}
    whole = [("", message) for message in form.non_field_errors()]
    return {"errors": whole + list(_field_errors(form))}


def _field_errors(form: BaseForm) -> Iterable[tuple[str, str]]:
    for bound in form:
        target = "" if bound.is_hidden else controls.target_of(bound)
        for message in bound.errors:
            yield target, message


@register.simple_tag
def control(bound: BoundField) -> SafeString:
    """A field's one control, with classes and the ids of its hint and errors."""
    return bound.as_widget(attrs=controls.control_attrs(bound))


@register.filter
def kind(bound: BoundField) -> str:
    """How a field is drawn: hidden, radios, checkboxes, date, tick or single."""
    return controls.kind_of(bound)


@register.filter
def choice_groups(bound: BoundField) -> Any:
    """Radios or boxes in their groups."""
    return controls.choice_groups(bound)


@register.filter
def date_boxes(bound: BoundField) -> Any:
    """The three boxes of a date."""
    return controls.date_boxes(bound)


@register.filter
def described_by(bound: BoundField) -> str:
    """The ids of hint and errors."""
    return controls.described_by(bound)


@register.filter
def words(bound: BoundField) -> controls.Words | None:
    """The line with the count of words, for long writing only."""
    return controls.words_of(bound)


@register.filter
def is_marked_optional(bound: BoundField) -> bool:
    """True where the label says “(optional)”: the answer may be left out and the form says so field by field."""
    return not bound.field.required and getattr(bound.form, "marks_optional", False)
