"""Adding, changing and cancelling a sitting."""

from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField
from pathways.choices import MOST_REASON, MOST_TITLE, SittingPurpose
from pathways.services.sittings import Plan


class SittingForm(PortalForm):
    """What it is for, and its days."""

    submit_words = "Keep this sitting"
    purpose = OneChoiceField(label="What is it for?", choices=SittingPurpose.choices)
    on = WrittenDateField(label="When does the panel meet?")
    submit_by = WrittenDateField(
        label="Last day to hand in", help_text="Evidence is complete by then, that day included."
    )
    endorse_by = WrittenDateField(
        label="Last day for the manager’s endorsement", help_text="On or before the last day to hand in."
    )
    title = ShortTextField(
        label="A title of its own",
        required=False,
        max_length=MOST_TITLE,
        help_text="Only where there are several on a day.",
    )

    @property
    def plan(self) -> Plan:
        """What was filled in, of a valid form."""
        return Plan(**{name: self.cleaned_data[name] for name in ("purpose", "on", "submit_by", "endorse_by", "title")})


class CancelForm(PortalForm):
    """Why a sitting is cancelled."""

    submit_words = "Cancel this sitting"
    because = LongTextField(
        label="Why is it cancelled?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="Everybody who plans towards it is told.",
    )
