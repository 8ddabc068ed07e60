"""The employer's decision, and what follows for the employment."""

from typing import Any

from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, WrittenDateField, YesField
from asye.choices.enrolments import MOST_WORDS, Outcome
from asye.rules.decision import Decision, Known, faults

OF_PASS, OF_FAIL = "Only on a pass. ", "Only on a fail. "


class DecideForm(PortalForm):
    """Is made with what is known, and with the words of the step of grade where one can be given here."""

    submit_words = "Decide"
    submit_is_warning = True
    marks_optional = False
    outcome = OneChoiceField(label="What do you decide?", choices=Outcome.choices, required=False)
    words = LongTextField(
        label="Why?",
        rows=5,
        required=False,
        max_length=MOST_WORDS,
        help_text="Needed where you decide otherwise than recommended and confirmed. She and her manager read it.",
    )
    confirmed_on = WrittenDateField(
        label="From which day is her employment confirmed?", required=False, help_text=OF_PASS
    )
    probation_until_on = WrittenDateField(
        label="What is the last day of her probation?",
        required=False,
        help_text=OF_PASS + "Proposed by the policy’s months, moved as the end of her year was.",
    )
    gives_grade = YesField(label="Give the step of grade that follows a pass", required=False)
    grade_from_on = WrittenDateField(label="From which day?", required=False, help_text=OF_PASS)
    notice_on = WrittenDateField(label="On which day did she have it in writing?", required=False, help_text=OF_FAIL)
    appeal = LongTextField(
        label="How can she appeal?", rows=4, required=False, max_length=MOST_WORDS, help_text=OF_FAIL
    )

    def __init__(self, *args: Any, known: Known, step: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        if step:
            self.fields["gives_grade"].label = f"Give her {step}"
        else:
            del self.fields["gives_grade"], self.fields["grade_from_on"]

    @property
    def decision(self) -> Decision:
        """What was decided, for the command."""
        said = self.cleaned_data
        days = ("notice_on", "confirmed_on", "probation_until_on")
        return Decision(
            outcome=said.get("outcome") or "",
            words=said.get("words") or "",
            appeal=said.get("appeal") or "",
            grade_from_on=said.get("grade_from_on") if said.get("gives_grade") else None,
            **{name: said.get(name) for name in days},
        )

    def clean(self) -> dict[str, Any]:
        """Everything that is missing at once, each beside its question."""
        said: dict[str, Any] = super().clean() or {}
        for fault in faults(self.decision, self.known):
            if fault.field not in self.errors:
                self.add_error(fault.field if fault.field in self.fields else None, fault.says)
        is_undated = (
            said.get("gives_grade") and said.get("grade_from_on") is None and "grade_from_on" not in self.errors
        )
        if is_undated and self.decision.is_pass:
            self.add_error("grade_from_on", "Enter the first day of the new grade, or take the tick away.")
        return said
