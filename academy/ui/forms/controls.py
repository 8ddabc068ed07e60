"""What a field is drawn with: classes, the ids that tie hint and errors to it, and what the summary links to."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from academy.ui.forms.dates import ThreeBoxes, wrong_boxes
from academy.ui.forms.fields import LongTextField, word_count

_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.PasswordInput, "govuk-input govuk-password-input__input govuk-js-password-input-input"),
    (forms.widgets.Input, "govuk-input"),
)


@dataclass(frozen=True)
class Choice:
    """One radio or box. The first carries the field's own id: labels, error links and scripts lead to it."""

    id: str
    value: str
    label: Any
    hint: str
    attrs: dict[str, Any]


@dataclass(frozen=True)
class ChoiceGroup:
    """Choices under one heading; the heading is empty where choices are not grouped."""

    heading: str
    choices: list[Choice] = field(default_factory=list)


@dataclass(frozen=True)
class Box:
    """One of the three boxes of a date."""

    id: str
    name: str
    label: str
    value: str
    width: int
    is_wrong: bool


@dataclass(frozen=True)
class Words:
    """The line below long writing."""

    id: str
    text: str
    aside: str
    most: int | None


def kind_of(bound: BoundField) -> str:
    """How a field is drawn: hidden, radios, checkboxes, date, tick or single."""
    widget = bound.field.widget
    if bound.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checkboxes"
    if isinstance(widget, forms.RadioSelect):
        return "radios"
    if isinstance(widget, ThreeBoxes):
        return "date"
    return "tick" if isinstance(widget, forms.CheckboxInput) else "single"


def control_attrs(bound: BoundField) -> dict[str, Any]:
    """The attributes of a field's one control."""
    widget = bound.field.widget
    base = next((name for kind, name in _CLASSES if isinstance(widget, kind)), "")
    classes = [base, f"{base.split()[0]}--error" if bound.errors and base != "govuk-checkboxes__input" else ""]
    classes.append(widget.attrs.get("class", ""))
    attrs: dict[str, Any] = {"class": " ".join(filter(None, classes))}
    if described := described_by(bound):
        attrs["aria-describedby"] = described
    if line := words_of(bound):
        attrs["data-words"] = line.id
        if line.most:
            attrs["data-words-most"] = line.most
    return attrs


def described_by(bound: BoundField) -> str:
    """The ids of hint and errors, for readers that speak them with the field."""
    has_prompts = isinstance(bound.field, LongTextField) and bool(bound.field.prompts)
    hint = [f"{bound.auto_id}_hint"] if bound.help_text or has_prompts else []
    errors = [f"{bound.auto_id}_error_{number}" for number in range(1, len(bound.errors) + 1)]
    return " ".join(hint + errors)


def choice_groups(bound: BoundField) -> list[ChoiceGroup]:
    """Radios or boxes in their groups, ready to draw."""
    chosen = bound.field.widget.format_value(bound.value())
    hints = getattr(bound.field, "hints", {})
    groups: list[ChoiceGroup] = []
    number = 0
    for heading, options, _ in bound.field.widget.optgroups(bound.html_name, chosen):
        if heading or not groups or groups[-1].heading:
            groups.append(ChoiceGroup(heading or ""))
        for option in options:
            groups[-1].choices.append(_choice(bound, option, number=number, hints=hints))
            number += 1
    return groups


def _choice(bound: BoundField, option: dict[str, Any], *, number: int, hints: dict[str, str]) -> Choice:
    own_id = bound.auto_id if number == 0 else f"{bound.auto_id}_{number}"
    hint = hints.get(str(option["value"]), "")
    attrs = {"checked": option["selected"], "disabled": option["attrs"].get("disabled", False)}
    if hint:
        attrs["aria-describedby"] = f"{own_id}_hint"
    return Choice(own_id, str(option["value"]), option["label"], hint, attrs)


def date_boxes(bound: BoundField) -> list[Box]:
    """The three boxes of a date with what was written in them."""
    value = bound.value()
    parts = value if isinstance(value, list | tuple) else bound.field.widget.decompress(value)
    written = ["" if part is None else str(part) for part in parts]
    wrong = wrong_boxes(written) or ["day", "month", "year"] if bound.errors else []
    return [
        Box(
            id=bound.auto_id if name == "day" else f"{bound.auto_id}_{name}",
            name=f"{bound.html_name}_{name}",
            label=name.title(),
            value=text,
            width=4 if name == "year" else 2,
            is_wrong=name in wrong,
        )
        for name, text in zip(("day", "month", "year"), written, strict=True)
    ]


def words_of(bound: BoundField) -> Words | None:
    """The count below long writing as the server says it; script keeps it fresh. None for other fields."""
    if not isinstance(bound.field, LongTextField):
        return None
    count, most = word_count(str(bound.value() or "")), bound.field.most_words
    said = f"{count} {'word' if count == 1 else 'words'}"
    text = f"{said} of at most {most}" if most else said
    return Words(id=f"{bound.auto_id}_words", text=text, aside=bound.field.aside, most=most)


def target_of(bound: BoundField) -> str:
    """The id an error in the summary leads to: the control, the first choice, or the first wrong box of a date."""
    if kind_of(bound) == "date":
        return next((box.id for box in date_boxes(bound) if box.is_wrong), bound.auto_id)
    return bound.auto_id
