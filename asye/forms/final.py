"""The final report with the recommendation: what was seen over the year, each gap explained, and what a fail says."""

from typing import Any

from academy.engines.guard.forms import Guarded
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, WrittenDateField
from asye.choices.enrolments import MOST_REASON, MOST_WORDS, Outcome
from asye.rules.final import GAP, Before, FinalReport, faults

OF_FAIL = "Only if you recommend a fail. "


class FinalReportForm(Guarded, PortalForm):
    """Is made with what is known of the year; asks one question for each check that is not met."""

    submit_words = "Recommend"
    marks_optional = False
    outcome = OneChoiceField(label="What do you recommend?", choices=Outcome.choices, required=False)
    report = LongTextField(
        label="Your final report",
        rows=14,
        required=False,
        max_length=MOST_WORDS,
        help_text="What you saw across all areas of practice and over the whole year, and from what you judge it. She "
        "reads it as soon as you send it.",
    )
    strengths = LongTextField(label="What she does well", rows=5, required=False, max_length=MOST_WORDS)
    next_steps = LongTextField(label="What she learns next", rows=5, required=False, max_length=MOST_WORDS)
    answer = LongTextField(
        label="Your answer to moderation",
        rows=6,
        required=False,
        max_length=MOST_WORDS,
        help_text="Moderation and the academy read it.",
    )
    unforeseen = LongTextField(
        label="Why could it not be foreseen?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text=OF_FAIL + "No concern was recorded before the final review. She reads your answer.",
    )
    notice_on = WrittenDateField(
        label="On which day did she have it in writing?",
        required=False,
        help_text=OF_FAIL + "Such as 12 November 2026.",
    )
    appeal = LongTextField(
        label="How can she appeal?",
        rows=4,
        required=False,
        max_length=MOST_WORDS,
        help_text=OF_FAIL + "To whom, on what grounds, until when.",
    )

    def __init__(self, *args: Any, before: Before, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = before
        for check in before.missing:
            self.fields[f"{GAP}{check.code}"] = LongTextField(
                label=f"{check.title}: why is it missing?",
                rows=2,
                required=False,
                max_length=MOST_REASON,
                help_text=f"{check.says} Close it first, or say in a sentence why not.",
            )
        gaps = [name for name in self.fields if name.startswith(GAP)]
        self.order_fields(["outcome", "report", "strengths", "next_steps", "answer", *gaps])
        if not before.is_asked:
            del self.fields["answer"]
        if before.is_concerned:
            del self.fields["unforeseen"]
        asked = ("report", "strengths", "next_steps", "answer", "unforeseen")
        self.guarded = (*(name for name in asked if name in self.fields), *gaps)

    @property
    def final_report(self) -> FinalReport:
        """What was written, for the command."""
        said = self.cleaned_data
        texts = ("report", "strengths", "next_steps", "answer", "unforeseen", "appeal")
        return FinalReport(
            outcome=said.get("outcome") or "",
            gaps={check.code: said.get(f"{GAP}{check.code}") or "" for check in self.before.missing},
            notice_on=said.get("notice_on"),
            **{name: said.get(name) or "" for name in texts},
        )

    def clean(self) -> dict[str, Any]:
        """Everything that is missing at once, each beside its question."""
        said: dict[str, Any] = super().clean() or {}
        for fault in faults(self.final_report, self.before):
            if fault.field not in self.errors:
                self.add_error(fault.field if fault.field in self.fields else None, fault.says)
        return said
