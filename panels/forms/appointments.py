"""Inviting somebody to an interview, appointing her, and saying kindly that not."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from academy.engines.guard.forms import Guarded
from academy.people.models import Vacancy
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField
from panels.choices.panels import MOST_WORDS

MOST_PLACE = 200
CLOCK = "Write the time as hours and minutes, such as 9:30."


class VacancyForm(PortalForm):
    """Which vacancy, of those she can be appointed to."""

    vacancy = OneChoiceField(label="For which vacancy?", as_list=True)

    def __init__(self, *args: Any, vacancies: Iterable[Vacancy], usual: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vacancies = {str(each.pk): each for each in vacancies}
        field: Any = self.fields["vacancy"]
        offered = [(pk, f"{each.title} ({each.reference}), {each.team}") for pk, each in self.vacancies.items()]
        field.choices = [("", "Choose"), *offered]
        field.initial = str(usual) if str(usual) in self.vacancies else ""

    @property
    def post(self) -> Vacancy:
        """The one chosen, of a valid form."""
        return self.vacancies[self.cleaned_data["vacancy"]]


class InviteForm(VacancyForm):
    """When and where."""

    submit_words = "Invite her"
    marks_optional = False
    interview = WrittenDateField(label="On which day?")
    begins = forms.TimeField(
        label="At what time?",
        input_formats=["%H:%M", "%H.%M", "%H"],
        help_text="Such as 9:30.",
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "govuk-input--width-5", "autocomplete": "off"}),
        error_messages={"invalid": CLOCK, "required": CLOCK},
    )
    place = ShortTextField(label="Where?", max_length=MOST_PLACE)

    @property
    def interview_at(self) -> datetime:
        """The moment it begins, of a valid form."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["interview"], self.cleaned_data["begins"]))


class AppointForm(Guarded, VacancyForm):
    """From which day, and in which words."""

    submit_words = "Appoint her"
    marks_optional = False
    guarded = ("words",)
    from_on = WrittenDateField(label="First day in the post")
    words = LongTextField(
        label="What does the decision rest on?", rows=6, max_length=MOST_WORDS, help_text="She reads it."
    )


class KindlyForm(Guarded, PortalForm):
    """What she reads where it did not come to a post."""

    marks_optional = False
    guarded = ("words",)
    words = LongTextField(
        label="What does she read?",
        rows=8,
        max_length=MOST_WORDS,
        help_text="Say what was good, why it was not this time, and what may come next.",
    )


class TurnDownForm(KindlyForm):
    submit_words = "Record that she was not appointed"


class EndForm(KindlyForm):
    submit_words = "End it"
