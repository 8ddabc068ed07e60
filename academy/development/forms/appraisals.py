"""Forms of appraisals: beginning and planning one, one's own part, goals and needs, signing, cancelling, adding."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict

from academy.development.choices import MOST_REASON, MOST_TITLE
from academy.development.choices.plans import MOST_ANSWER, MOST_WORDS, Standing
from academy.development.models import Goal, GoalReview
from academy.development.rules.appraisal_years import AppraisalQuestion
from academy.development.rules.appraisals import ReviewWords
from academy.development.services.learning_needs import NeedWords
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField


class PlanForm(PortalForm):
    """The day of the talk; it may be left open."""

    submit_words = "Save the day"
    planned_on = WrittenDateField(label="When do you talk? (if you know)", required=False)


class BeginForm(PlanForm):
    """The same, to begin with."""

    submit_words = "Begin"


class PartForm(PortalForm):
    """The questions of the template for one of the two. Nothing is required before signing."""

    marks_optional = False
    submit_words = "Save my part"

    def __init__(self, *args: Any, questions: Sequence[AppraisalQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in questions:
            too_long = f"Use at most {MOST_ANSWER:,} characters. You have %(show_value)d."
            self.fields[each.code] = LongTextField(
                label=each.asks,
                rows=5,
                required=False,
                max_length=MOST_ANSWER,
                error_messages={"max_length": too_long},
            )

    @property
    def answers(self) -> dict[str, str]:
        return dict(self.cleaned_data)


class ReviewForm(PortalForm):
    """How each goal stands, and what one has to say about it oneself."""

    marks_optional = False
    submit_words = "Save"

    def __init__(self, *args: Any, goals: Sequence[Goal], reviews: Mapping[int, GoalReview], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = list(goals)
        for goal in self.goals:
            self.fields[f"standing_{goal.pk}"] = OneChoiceField(
                label=goal.title,
                choices=Standing.choices,
                inline=True,
                required=False,
                initial=reviews[goal.pk].standing if goal.pk in reviews else None,
            )
            self.fields[f"words_{goal.pk}"] = LongTextField(
                label="What do you say about it?", rows=3, required=False, max_length=MOST_WORDS
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for goal in self.goals:
            standing, words = (cleaned.get(f"{name}_{goal.pk}") for name in ("standing", "words"))
            if words and not standing:
                self.add_error(f"standing_{goal.pk}", "Choose how the goal stands, too.")
        return cleaned

    @property
    def chosen(self) -> list[ReviewWords]:
        """Reviews of the goals of which somebody said how they stand; the others wait."""
        said = self.cleaned_data
        return [
            ReviewWords(goal_id=goal.pk, standing=said[f"standing_{goal.pk}"], words=said[f"words_{goal.pk}"])
            for goal in self.goals
            if said[f"standing_{goal.pk}"]
        ]


class NeedForm(PortalForm):
    """One learning need."""

    submit_words = "Name this need"
    title = ShortTextField(label="What is to be learnt?", max_length=MOST_TITLE)
    by_on = WrittenDateField(label="By when? (if it matters)", required=False)

    @property
    def words(self) -> NeedWords:
        return NeedWords(**self.cleaned_data)


class SignForm(PortalForm):
    """The day of the talk, said by the first to sign; the second finds it said."""

    submit_words = "Sign"
    held_on = WrittenDateField(label="On which day did you talk?")

    def __init__(self, *args: Any, is_said: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_said:
            del self.fields["held_on"]


class CancelForm(PortalForm):
    """Why it is cancelled."""

    submit_words = "Cancel it"
    submit_is_warning = True
    note = ShortTextField(label="Why is it cancelled?", max_length=MOST_REASON, help_text="Both of you see it.")


class AddForm(PortalForm):
    """What one adds under one's own name."""

    submit_words = "Add it"
    words = LongTextField(label="What do you add?", rows=4, max_length=MOST_WORDS)


def typed_part(data: QueryDict, questions: Sequence[AppraisalQuestion]) -> dict[str, Any]:
    """What was typed, unjudged, to start the form from autosaved words."""
    return {each.code: data[each.code] for each in questions if each.code in data}
