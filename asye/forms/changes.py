"""Proposing a pause, an extension or other hours; saying whether one agrees; noting a return; moving a date."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms

from academy.engines.guard.forms import Guarded
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField, YesField
from asye.choices.enrolments import MOST_REASON
from asye.choices.year import ChangeKind, PauseReason
from asye.rules.changes import CAPABILITY, Proposal
from asye.services.changes import Answer

AGREE, REFUSE = "agree", "refuse"
SHARE = "Write the share of full time as 0.6."
WEEKS = "Write full-time weeks, with one decimal at most, as 4.5."


def _decimal(label: str, said: str, *, places: int) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        help_text=said,
        max_digits=5,
        decimal_places=places,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "decimal", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("required", "invalid", "max_digits", "max_decimal_places"), said),
    )


class ProposeForm(Guarded, PortalForm):
    """What is proposed; who proposes it and is asked can agree in the same press."""

    submit_words = "Propose it"
    marks_optional = False
    guarded = ("words",)
    kind: ChangeKind
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, is_asked: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", str(uuid.uuid4()))
        if is_asked:
            self.fields["agrees"] = YesField(label="I agree to it myself, in my part in this year", required=False)

    @property
    def proposal(self) -> Proposal:
        said = {key: value for key, value in self.cleaned_data.items() if key not in ("token", "agrees")}
        return Proposal(kind=self.kind, **said)

    @property
    def agrees(self) -> bool:
        return bool(self.cleaned_data.get("agrees"))


class PauseForm(ProposeForm):
    """From when to when, and for which of the policy's reasons."""

    kind = ChangeKind.PAUSE
    reason = OneChoiceField(label="Why does the year pause?")
    from_on = WrittenDateField(label="What is the first day of the pause?")
    until_on = WrittenDateField(
        label="What is its last day, as far as is known?", help_text="The real last day is noted when she is back."
    )
    words = LongTextField(
        label="Is there anything to add?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="Everybody who has a part in the year reads it. Never a diagnosis.",
    )

    def __init__(self, *args: Any, reasons: Iterable[PauseReason], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["reason"]
        listed = [(reason.value, reason.label) for reason in map(PauseReason, reasons)]
        field.choices = [*listed, (CAPABILITY, "Concerns about practice or capability")]


class HoursForm(ProposeForm):
    """From which day she works which share of full time."""

    kind = ChangeKind.HOURS
    from_on = WrittenDateField(label="What is the first day with the new hours?")
    fte = _decimal("Which share of full time does she work from then on?", SHARE, places=2)
    words = ShortTextField(label="Is there anything to add?", required=False, max_length=MOST_REASON)


class ExtensionForm(ProposeForm):
    """How much longer, what for, and with what plan."""

    kind = ChangeKind.EXTENSION
    weeks = _decimal("How many full-time weeks longer?", WEEKS, places=1)
    words = LongTextField(
        label="What is the time for, and with what plan?",
        rows=4,
        required=False,
        max_length=MOST_REASON,
        help_text="Everybody who has a part in the year reads it. Never a health reason.",
    )


class ConsentForm(Guarded, PortalForm):
    """Whether one agrees, and in which words."""

    submit_words = "Keep this answer"
    marks_optional = False
    guarded = ("words",)
    outcome = OneChoiceField(label="Do you agree?", choices=[(AGREE, "Yes, I agree"), (REFUSE, "No, I do not agree")])
    words = LongTextField(
        label="What do you want to say?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="Needed where you do not agree. Everybody who has a part in the year reads it.",
    )

    def __init__(self, *args: Any, speaks: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if speaks:
            self.fields["words"].label = "How does it go on past the ceiling?"

    @property
    def answer(self) -> Answer:
        return Answer(agrees=self.cleaned_data["outcome"] == AGREE, words=self.cleaned_data["words"])


class ReturnForm(PortalForm):
    """The real last day of a pause."""

    submit_words = "Note the return"
    last_day = WrittenDateField(
        label="What was the last day of the pause?",
        help_text="The day before she was back. An earlier day than was agreed needs nobody’s agreement.",
    )


class MoveForm(Guarded, PortalForm):
    """Another day for one date of the year, and why."""

    submit_words = "Move it"
    marks_optional = False
    guarded = ("because",)
    due_on = WrittenDateField(label="To which day does it move?")
    because = LongTextField(
        label="Why does it move?",
        rows=3,
        max_length=MOST_REASON,
        help_text="Everybody who has a part in the year reads it. Never a health reason.",
    )
