"""Forms of development plans: a goal, and what became of those before."""

from collections.abc import Iterable
from typing import Any

from academy.engines.guard.forms import Guarded
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, WrittenDateField
from asye.choices.year import GoalResult
from asye.models import PlanGoal
from asye.services.plans import MOST_HOW, MOST_NEED, GoalSaid, Result


class GoalForm(Guarded, PortalForm):
    """What is to be learnt, how, with what help, by when."""

    submit_words = "Save the goal"
    guarded = ("need", "how", "support")
    need = LongTextField(label="What is to be learnt?", rows=2, max_length=MOST_NEED)
    how = LongTextField(label="How?", rows=3, max_length=MOST_HOW)
    support = LongTextField(label="With whose help, or with what?", rows=2, required=False, max_length=MOST_NEED)
    by_on = WrittenDateField(label="By when?")

    @property
    def goal(self) -> GoalSaid:
        return GoalSaid(**{name: self.cleaned_data[name] for name in ("need", "how", "support", "by_on")})


class ResultsForm(Guarded, PortalForm):
    """Of each goal of the plan before, what became of it; one that is left empty waits."""

    submit_words = "Save"
    marks_optional = False

    def __init__(self, *args: Any, goals: Iterable[PlanGoal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = list(goals)
        self.guarded = tuple(f"words_{goal.pk}" for goal in self.goals)
        for goal in self.goals:
            self.fields[f"result_{goal.pk}"] = OneChoiceField(
                label=goal.need, choices=GoalResult.choices, required=False, initial=goal.result
            )
            self.fields[f"words_{goal.pk}"] = LongTextField(
                label="In a few words", rows=2, required=False, max_length=MOST_HOW, initial=goal.result_words
            )

    @property
    def results(self) -> list[Result]:
        """What became of those of which somebody said it."""
        said = self.cleaned_data
        found = [Result(goal.pk, said[f"result_{goal.pk}"], said[f"words_{goal.pk}"]) for goal in self.goals]
        return [each for each in found if each.result]
