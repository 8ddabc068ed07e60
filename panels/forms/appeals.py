"""Forms of an appeal: made, given to people who hear it, answered."""

from collections.abc import Iterable
from typing import Any

from academy.engines.guard.forms import Guarded
from academy.identity.models import Person
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm
from panels.choices.outcomes import AppealGround, AppealOutcome
from panels.choices.panels import MOST_REASON, MOST_WORDS


class AppealForm(Guarded, PortalForm):
    """On what ground, and what happened."""

    submit_words = "Send your appeal"
    marks_optional = False
    guarded = ("words",)
    ground = OneChoiceField(label="Why do you appeal?")
    words = LongTextField(
        label="What happened?",
        rows=12,
        max_length=MOST_WORDS,
        help_text="Say what was not followed or not considered, and where it shows. Those who hear it read this.",
    )

    def __init__(self, *args: Any, grounds: Iterable[AppealGround], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ground: Any = self.fields["ground"]
        ground.choices = [(each.value, each.label) for each in grounds]


class HearerForm(PortalForm):
    """Who hears it."""

    submit_words = "Name her"
    marks_optional = False
    person = OneChoiceField(label="Who hears it?", as_list=True)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        person: Any = self.fields["person"]
        person.choices = [("", "Choose"), *((pk, each.full_name) for pk, each in self.people.items())]

    @property
    def chosen(self) -> Person:
        """The one chosen, of a valid form."""
        return self.people[self.cleaned_data["person"]]


class StandDownForm(PortalForm):
    """Why somebody hears it no more."""

    submit_words = "Take it off her"
    marks_optional = False
    because = LongTextField(
        label="Why does she not hear it?", rows=3, required=False, max_length=MOST_REASON, help_text="Never health."
    )


class AnswerForm(Guarded, PortalForm):
    """How it was answered, and why."""

    submit_words = "Answer the appeal"
    marks_optional = False
    guarded = ("outcome_words",)
    outcome = OneChoiceField(label="Is the appeal upheld?", choices=AppealOutcome.choices)
    outcome_words = LongTextField(
        label="Why?", rows=12, max_length=MOST_WORDS, help_text="The candidate reads it. It stays as you write it."
    )
