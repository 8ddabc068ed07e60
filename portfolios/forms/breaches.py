"""Noting a breach of confidentiality, and settling it."""

from academy.engines.guard.forms import Guarded
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm
from portfolios.choices.portfolios import MOST_WHERE, Severity
from portfolios.services.breaches import Found

CORRECTED, NOT_CORRECTED = "corrected", "refused"


class NoteForm(Guarded, PortalForm):
    """How grave it is, and where it stands: the name itself is looked for and asked about."""

    submit_words = "Note it and send the portfolio back"
    submit_is_warning = True
    guarded = ("where",)
    severity = OneChoiceField(
        label="How grave is it?",
        choices=[
            (Severity.MINOR.value, "Minor: somebody who knows the people could tell who it is"),
            (Severity.MAJOR.value, "Major: anybody could tell who it is, or it could harm somebody"),
        ],
        hints={
            Severity.MINOR.value: "It goes back, to be corrected within the hours your policy gives.",
            Severity.MAJOR.value: "It is not accepted, and information governance is told at once.",
        },
    )
    where = LongTextField(
        label="Where does it stand, and what kind is it?",
        required=False,
        rows=4,
        max_length=MOST_WHERE,
        help_text="For example: a street, in the second passage of the observation. Leave out the name itself.",
    )

    @property
    def found(self) -> Found:
        return Found(severity=Severity(self.cleaned_data["severity"]), where=self.cleaned_data["where"])


class SettleForm(PortalForm):
    """Is it corrected?"""

    submit_words = "Keep this answer"
    outcome = OneChoiceField(
        label="Is it corrected?",
        choices=[(CORRECTED, "Yes, nobody can be told from it now"), (NOT_CORRECTED, "No, and the time is over")],
    )

    @property
    def is_corrected(self) -> bool:
        return bool(self.cleaned_data["outcome"] == CORRECTED)
