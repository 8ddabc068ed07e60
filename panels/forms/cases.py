"""Beginning a case, handing it in, and what becomes of it before it is decided."""

from collections.abc import Iterable
from typing import Any

from academy.people.rules.spans import in_words
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, WrittenDateField, YesField
from panels.choices.panels import MOST_REASON
from panels.models import Meeting

NO_DAY = ("", "No sitting is known yet")


class SittingForm(PortalForm):
    """Which sitting, of those that still take cases."""

    marks_optional = False
    submit_words = "Begin your case"
    sitting = OneChoiceField(label="Which sitting?")

    def __init__(self, *args: Any, meetings: Iterable[Meeting], usual: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meetings = list(meetings)
        field: Any = self.fields["sitting"]
        field.choices = [(str(each.pk), said_of(each)) for each in self.meetings]
        towards = next((each for each in self.meetings if each.sitting_id == usual), None)
        if towards is not None or len(self.meetings) == 1:
            field.initial = str((towards or self.meetings[0]).pk)

    @property
    def meeting(self) -> Meeting:
        """The one chosen, of a valid form."""
        return next(each for each in self.meetings if str(each.pk) == self.cleaned_data["sitting"])


class TakeUpForm(SittingForm):
    """The sitting a case is taken up for."""

    submit_words = "Take it up"


class ApplyForm(PortalForm):
    """Nothing is asked: everything is known."""

    submit_words = "Begin your case"


class HandInForm(PortalForm):
    """The declaration under which it is handed in."""

    marks_optional = False
    submit_words = "Hand it in"
    own_work = YesField(label="What I hand in is my own work", required=False)


class AgainForm(PortalForm):
    """The newer version goes in the place of the one handed in."""

    submit_words = "Hand in the newer version"


class WithdrawForm(PortalForm):
    """Why, where she wants to say it."""

    submit_is_warning = True
    submit_words = "Withdraw your case"
    because = LongTextField(
        label="Why do you withdraw it?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="You need not say. Whoever runs the panel reads it. Never a health reason.",
    )


class PutOffForm(PortalForm):
    """Why it is put off, and to which sitting where that is known."""

    submit_words = "Put it off"
    reason = LongTextField(
        label="Why is it put off?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="The candidate reads it. Never a health reason.",
    )
    sitting = OneChoiceField(label="To which sitting?", as_list=True, required=False)

    def __init__(self, *args: Any, meetings: Iterable[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meetings = list(meetings)
        field: Any = self.fields["sitting"]
        field.choices = [NO_DAY, *((str(each.pk), said_of(each)) for each in self.meetings)]

    @property
    def meeting(self) -> Meeting | None:
        """The one chosen, if one is, of a valid form."""
        return next((each for each in self.meetings if str(each.pk) == self.cleaned_data["sitting"]), None)


class ExtendForm(PortalForm):
    """Until when there is more time, and why."""

    marks_optional = False
    submit_words = "Give more time"
    until_on = WrittenDateField(label="Until which day?", help_text="The last day, inclusive, such as 12 June 2027.")
    reason = LongTextField(
        label="Why is there more time?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="The candidate and the clerk read it. Never a health reason.",
    )


class VouchForm(PortalForm):
    """A yes or no, and nothing more (D5-02)."""

    marks_optional = False
    submit_words = "Say so"
    is_open = OneChoiceField(
        label="Is a formal process open: capability, conduct or probation?",
        choices=[("no", "No, nothing formal is open"), ("yes", "Yes, one is open")],
        help_text="Nothing more is asked or kept. The case cannot be handed in while one is open.",
    )

    @property
    def has_formal_open(self) -> bool:
        return bool(self.cleaned_data["is_open"] == "yes")


def said_of(meeting: Meeting) -> str:
    """A sitting to choose, with its last day: "24 September 2026, hand in by 14 August 2026"."""
    return f"{in_words(meeting.sitting.on)}, hand in by {in_words(meeting.sitting.submit_by)}"
