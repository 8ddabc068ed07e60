"""Forms of concerns: noted with a plan, carried on, closed."""

from academy.engines.guard.forms import Guarded
from academy.ui.forms import LongTextField, PortalForm, WrittenDateField
from asye.choices.enrolments import MOST_REASON, MOST_WORDS
from asye.services.concerns import Noted


class NoteForm(Guarded, PortalForm):
    """What the concern is, and the plan of support with its days."""

    submit_words = "Note it"
    guarded = ("words", "plan")
    words = LongTextField(
        label="What is the concern?",
        rows=5,
        max_length=MOST_WORDS,
        help_text="What you have seen in her practice, and against which standard. She reads it.",
    )
    plan = LongTextField(label="What is the plan of support?", rows=6, max_length=MOST_WORDS)
    plan_from_on = WrittenDateField(label="From when does it run?")
    plan_review_on = WrittenDateField(label="When do you look at it again?")

    @property
    def noted(self) -> Noted:
        names = ("words", "plan", "plan_from_on", "plan_review_on")
        return Noted(**{name: self.cleaned_data[name] for name in names})


class GoOnForm(Guarded, PortalForm):
    """The plan as it goes on, and the next day on which it is looked at."""

    submit_words = "Save"
    guarded = ("plan",)
    plan = LongTextField(label="What is the plan of support now?", rows=6, max_length=MOST_WORDS)
    plan_review_on = WrittenDateField(label="When do you look at it again?")


class CloseForm(Guarded, PortalForm):
    """What became of it."""

    submit_words = "Close it"
    marks_optional = False
    guarded = ("words",)
    words = LongTextField(label="What became of it?", rows=4, max_length=MOST_REASON)
