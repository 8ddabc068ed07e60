"""Forms of the academy about its events."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from academy.identity.models import Person
from academy.training.choices import MOST_NOTE, MOST_TEXT, MOST_TITLE
from academy.training.forms.colleagues import ColleagueForm
from academy.training.models import Course, TrainingEvent
from academy.training.rules.event_days import PlannedDay, capacity_faults, written_days
from academy.training.services.events import NUMBERS, WORDS, EventPlan
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField

MOST_PLACES = 1000
WHOLE_NUMBER = "Write a whole number, for example 12."


def _number_field(label: str, help_text: str = "", *, initial: int | None = None) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        initial=initial,
        max_value=MOST_PLACES,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
        error_messages={
            "required": WHOLE_NUMBER,
            "invalid": WHOLE_NUMBER,
            "max_value": f"Write a number of at most {MOST_PLACES}.",
        },
    )


class EventForm(ColleagueForm):
    """Everything the academy says of an event. `find` finds colleagues by a written name."""

    submit_words = "Save the event"
    title = ShortTextField(
        label="Title of its own", required=False, max_length=MOST_TITLE, help_text="Only if it differs from the course."
    )
    days = LongTextField(
        label="When is it?",
        rows=3,
        help_text="One day on each line, with a place of its own if need be: 8 December 2026, 9:30 to 16:30, Room 4",
    )
    place = ShortTextField(label="Where is it?", required=False)
    url = forms.URLField(
        label="Link to take part by video",
        required=False,
        assume_scheme="https",
        help_text="Shown only to people who have a place.",
        error_messages={"invalid": "Write the whole address, for example https://meet.example/room."},
    )
    tutor = ShortTextField(label="Tutor", required=False, max_length=120, help_text="If nobody of your organisation.")
    holders = LongTextField(
        label="Colleagues who hold it",
        required=False,
        rows=2,
        help_text="One name or work e-mail address on each line. They see who comes and keep the attendance sheet.",
    )
    capacity = _number_field("How many places are there?")
    minimum = _number_field("How many people should come at least?", "Nothing is cancelled by itself.", initial=1)
    mainly_for = ShortTextField(
        label="Mainly for", required=False, help_text="For example: newly qualified colleagues."
    )
    about = LongTextField(label="What else should people know?", required=False, rows=4, max_length=MOST_TEXT)

    def clean_days(self) -> tuple[PlannedDay, ...]:
        try:
            return written_days(self.cleaned_data["days"])
        except ValueError as fault:
            raise ValidationError(str(fault)) from None

    def clean_holders(self) -> tuple[Person, ...]:
        names = [" ".join(line.split()) for line in self.cleaned_data["holders"].splitlines() if line.strip()]
        found = [self.colleague(name) for name in names]
        return tuple({person.pk: person for person in found}.values())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if {"capacity", "minimum"} <= cleaned.keys():
            fault = capacity_faults(capacity=cleaned["capacity"], minimum=cleaned["minimum"], taken=0)
            if fault:
                self.add_error(*fault)
        return cleaned

    @property
    def plan(self) -> EventPlan:
        """What was written, once it is valid."""
        given = self.cleaned_data
        said = {name: given[name] for name in (*WORDS, *NUMBERS)}
        return EventPlan(days=given["days"], holders=given["holders"], **said)


class NewEventForm(EventForm):
    """An event of one of the courses."""

    submit_words = "Plan the event"
    course = OneChoiceField(label="Which course?", as_list=True)
    field_order = ("course",)

    def __init__(self, *args: Any, courses: list[Course], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["course"]
        field.choices = [("", "Choose"), *((str(course.pk), course.title) for course in courses)]
        self.courses = {str(course.pk): course for course in courses}

    @property
    def chosen_course(self) -> Course:
        return self.courses[self.cleaned_data["course"]]


class CancelEventForm(PortalForm):
    """The reason, which everybody who has a place reads."""

    submit_words = "Cancel the event"
    submit_is_warning = True
    reason = LongTextField(
        label="Why is it cancelled?", rows=3, max_length=MOST_NOTE, help_text="Everybody who has a place reads it."
    )


def initial_of(event: TrainingEvent) -> dict[str, Any]:
    """The form's answers as the event is now."""
    days = [PlannedDay(day.starts_at, day.ends_at, day.place) for day in event.days.all()]
    holders = [each.person.full_name for each in event.teaching.select_related("person")]
    return {
        **{name: getattr(event, name) for name in (*WORDS, *NUMBERS)},
        "days": "\n".join(day.words for day in days),
        "holders": "\n".join(holders),
    }
