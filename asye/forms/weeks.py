"""Two taps a week: how much she carried, and whether she had the protected time."""

from typing import Any

from academy.engines.guard.forms import Guarded
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField
from asye.choices.enrolments import MOST_REASON
from asye.choices.year import Kept
from asye.rules.promises import Said
from asye.selectors.weeks import WeekAsked
from asye.services.weeks import MOST_USED_FOR

YES, NO = "yes", "no"


class WeekForm(Guarded, PortalForm):
    """One week: workload, protected time, and supervision where the portal knows of none."""

    guarded = ("used_for",)
    marks_optional = False
    workload = OneChoiceField(
        label="How much did you carry, of what a colleague in year two carries?", inline=True, required=True
    )
    protected = OneChoiceField(label="Did you have your protected time?", choices=Kept.choices, inline=True)
    supervised = OneChoiceField(
        label="Did you meet for supervision?",
        choices=[(YES, "Yes"), (NO, "No")],
        inline=True,
        required=False,
        help_text="Leave it out where none was due. Sessions that are in the portal count by themselves.",
    )
    used_for = ShortTextField(
        label="What did you use the protected time for?",
        required=False,
        max_length=MOST_USED_FOR,
        help_text="If you like, in a few words: reflection log, shadowing. Name nobody.",
    )

    def __init__(self, *args: Any, asked: WeekAsked, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        workload: Any = self.fields["workload"]
        workload.choices = [(str(percent), words) for percent, words in asked.choices]
        workload.initial = str(asked.percent)
        if not asked.asks_meeting:
            del self.fields["supervised"]
        before = asked.before
        if before is not None:
            met = {True: YES, False: NO}.get(before.supervised) if before.supervised is not None else None
            self.initial = {
                "protected": before.protected,
                "supervised": met,
                "used_for": before.used_for,
                **self.initial,
            }

    @property
    def said(self) -> Said:
        """What the sent form says of the week."""
        told = self.cleaned_data
        met = told.get("supervised") or ""
        return Said(
            week_on=self.asked.week_on,
            protected=told["protected"],
            percent=int(told["workload"]),
            supervised=met == YES if met else None,
            used_for=told["used_for"],
        )


class AnswerForm(Guarded, PortalForm):
    """What is done about a promise that is not kept."""

    submit_words = "Answer"
    marks_optional = False
    guarded = ("answer",)
    answer = LongTextField(
        label="What is done about it?",
        rows=4,
        max_length=MOST_REASON,
        help_text="She and those who have a part in her year read it.",
    )
