"""The academy's forms about reviews and what they ask for."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from academy.identity.models import Person
from academy.training.choices import MOST_NOTE, MOST_TEXT, MOST_TITLE
from academy.ui.forms import LongTextField, PortalForm, ShortTextField, WrittenDateField

Find = Callable[[str], list[Person]]
NAME_HELP = "Name or work e-mail address."


class ColleagueForm(PortalForm):
    """A form that names one colleague. `find` finds colleagues by a written name."""

    def __init__(self, *args: Any, find: Find, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.find = find

    def colleague(self, name: str) -> Person:
        """The one colleague of this name. Raises ValidationError for none and for several."""
        found = self.find(name)
        exact = [person for person in found if person.full_name.casefold() == name.casefold()]
        meant = exact if len(exact) == 1 else found
        if len(meant) != 1:
            said = "Several people are" if meant else "Nobody here is"
            raise ValidationError(f"{said} called {name}. Write the work e-mail address.")
        return meant[0]


class ReviewForm(ColleagueForm):
    submit_words = "Plan the review"
    title = ShortTextField(label="What is looked at?", max_length=MOST_TITLE)
    scope = LongTextField(label="How far does it go?", required=False, rows=3, max_length=MOST_TEXT)
    lead = ShortTextField(label="Who answers for it?", help_text=NAME_HELP)
    planned_on = WrittenDateField(label="When is it planned?")

    def clean_lead(self) -> Person:
        return self.colleague(self.cleaned_data["lead"])


class HoldForm(PortalForm):
    submit_words = "Note the findings"
    held_on = WrittenDateField(label="When was it held?")
    findings = LongTextField(label="What was found?", rows=8, max_length=MOST_TEXT)


class DropForm(PortalForm):
    submit_words = "Drop the review"
    submit_is_warning = True
    note = ShortTextField(label="Why is it dropped?")


class ActionForm(ColleagueForm):
    submit_words = "Add the action"
    what = LongTextField(label="What is to be done?", rows=2, max_length=MOST_NOTE)
    owner = ShortTextField(label="By whom?", help_text=NAME_HELP)
    due_on = WrittenDateField(label="By when?")

    def clean_owner(self) -> Person:
        return self.colleague(self.cleaned_data["owner"])


class OutcomeForm(PortalForm):
    submit_words = "It is done"
    outcome = LongTextField(label="What became of it?", rows=3, max_length=MOST_NOTE)
