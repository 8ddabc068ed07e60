"""Forms of case audits: asked for, begun by the auditor, graded."""

import uuid
from typing import Any

from django import forms

from academy.development.selectors.colleagues import Colleague
from academy.engines.guard.forms import Guarded
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField
from portfolios.choices.evidence import MOST_REASON, MOST_REFERENCE, MOST_WORDS
from portfolios.forms.pieces import AskForm
from portfolios.rules.case_audits import HINT
from portfolios.services.case_audits import Case, Verdict

LIVE, PAPER = "live", "paper"
HOW = [(LIVE, "Live: talked over beside the open record"), (PAPER, "From the record alone")]


class CaseForm(PortalForm):
    """Which case, by a reference without names, and how it is to be audited."""

    submit_words = "Begin the audit"
    reference = ShortTextField(label="Which case is it?", max_length=MOST_REFERENCE, width=20, help_text=HINT)
    how = OneChoiceField(label="How is it audited?", choices=HOW, initial=LIVE)
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", str(uuid.uuid4()))

    @property
    def case(self) -> Case:
        """What was said of the case, of a valid form."""
        return Case(reference=self.cleaned_data["reference"], is_live=self.cleaned_data["how"] == LIVE)


class AskAuditForm(CaseForm, AskForm):
    """The same, and whom to ask: independent is who is not one's line manager (S2-71)."""

    submit_words = "Ask them to audit it"
    field_order = ("reference", "how", "person", "token")

    def __init__(self, *args: Any, colleagues: list[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, colleagues=colleagues, **kwargs)
        self.fields["person"].label = "Who is to audit it?"


class GradeForm(Guarded, PortalForm):
    """The grade, why, and when."""

    guarded = ("comments",)
    submit_words = "Give this grade"
    marks_optional = False
    grade = OneChoiceField(label="Which grade do you give?")
    comments = LongTextField(
        label="Why this grade, and what would make it better?",
        rows=7,
        required=False,
        max_length=MOST_WORDS,
        help_text="She reads it. Tell it so that nobody can be told from it.",
    )
    audited_on = WrittenDateField(label="On which day did you audit it?")
    how = OneChoiceField(label="How did you audit it?", choices=HOW)

    def __init__(self, *args: Any, grades: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grade: Any = self.fields["grade"]
        grade.choices = grades

    @property
    def verdict(self) -> Verdict:
        """What the auditor says, of a valid form."""
        said = self.cleaned_data
        return Verdict(
            grade=said["grade"],
            comments=said["comments"],
            audited_on=said["audited_on"],
            is_live=said["how"] == LIVE,
        )


class WithdrawAuditForm(PortalForm):
    """Why an audit is taken out of one's evidence."""

    submit_words = "Withdraw it"
    submit_is_warning = True
    reason = ShortTextField(
        label="Why do you withdraw it?", max_length=MOST_REASON, help_text="Only you will see this."
    )
