"""Forms about completions and feedback."""

from typing import Any

from academy.training.choices import MOST_NOTE, MOST_TEXT
from academy.training.models import Course
from academy.training.rules.feedback import USEFUL
from academy.training.services.feedback import Said
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, WrittenDateField


class NoteForm(PortalForm):
    """A course of the academy and the day somebody finished it."""

    submit_words = "Note it"
    course = OneChoiceField(label="Which course?", as_list=True)
    completed_on = WrittenDateField(label="When was it finished?")

    def __init__(self, *args: Any, courses: list[Course], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["course"]
        field.choices = [("", "Choose one"), *((str(course.pk), course.title) for course in courses)]
        self.known = {str(course.pk): course for course in courses}

    @property
    def chosen(self) -> Course:
        return self.known[self.cleaned_data["course"]]


class WithdrawForm(PortalForm):
    """Why a completion is taken back."""

    submit_words = "Take it back"
    submit_is_warning = True
    reason = LongTextField(
        label="Why is it wrong?", help_text="She and her line manager read this.", rows=3, max_length=MOST_NOTE
    )


class FeedbackForm(PortalForm):
    """Two questions worth answering, and one choice."""

    submit_words = "Send"
    useful = OneChoiceField(
        label="How useful was it for your work?", choices=[(str(value), words) for value, words in USEFUL.items()]
    )
    takes_along = LongTextField(
        label="What do you take into your practice?", required=False, rows=4, max_length=MOST_TEXT
    )
    better = LongTextField(label="What would have made it better?", required=False, rows=4, max_length=MOST_TEXT)

    @property
    def said(self) -> Said:
        return Said(**{**self.cleaned_data, "useful": int(self.cleaned_data["useful"])})
