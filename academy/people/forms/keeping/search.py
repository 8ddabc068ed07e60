"""Naming a colleague by writing her name, without script; where several fit, the form shows them to choose from."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm

from academy.identity.models import Person
from academy.people.selectors.keeping import MOST_FOUND
from academy.ui.forms import OneChoiceField, ShortTextField

Find = Callable[[str], list[Person]]


class ColleagueSearch:
    """A question of a form that a written name answers. `present` is the colleague named so far: left as she is read
    back, she stays. The choice between several stands in a second field, `<name>_choice`."""

    def __init__(self, form: BaseForm, name: str, *, find: Find, present: Person | None = None) -> None:
        self.form = form
        self.name = name
        self.find = find
        self.present = present
        self.choice = f"{name}_choice"

    def found(self) -> Person | None:
        """The colleague meant; None for an empty answer. Refuses a name nobody or too many have, and asks again where
        several fit."""
        words = " ".join(self.form.cleaned_data.get(self.name, "").split())
        if not words:
            return None
        if self.present is not None and words == self.present.full_name:
            return self.present
        people = self.find(words)
        chosen = self.form.data.get(self.choice, "")
        for person in people:
            if chosen == str(person.pk) or len(people) == 1:
                return person
        self._ask_again(people)
        raise ValidationError(_which(len(people)))

    def _ask_again(self, people: list[Person]) -> None:
        if not 1 < len(people) <= MOST_FOUND:
            return
        choices = [(str(person.pk), _told_apart(person)) for person in people]
        which = OneChoiceField(label="Which of them?", choices=choices, required=False)
        # A new mapping: the form is going through the old one while it is cleaned.
        fields = {}
        for name, field in self.form.fields.items():
            fields[name] = field
            if name == self.name:
                fields[self.choice] = which
        self.form.fields = fields


def colleague_field(label: str, *, required: bool, present: Person | None = None, help_text: str = "") -> Any:
    """The box to write a name in, with the present colleague's in it."""
    return ShortTextField(
        label=label,
        required=required,
        max_length=120,
        initial=present.full_name if present else "",
        help_text=help_text or "Write her name or work e-mail address.",
    )


def _told_apart(person: Person) -> str:
    return f"{person.full_name}, {person.work_email}" if person.work_email else person.full_name


def _which(count: int) -> str:
    if count == 0:
        return "Nobody here is called this. Check the spelling, or write less of the name."
    if count > MOST_FOUND:
        return "Many people are called this. Write more of the name, or the work e-mail address."
    return "Several people are called this. Choose one of them below."
