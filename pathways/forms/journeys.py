"""Leaving a journey."""

from academy.ui.forms import LongTextField, PortalForm
from pathways.choices import MOST_REASON


class LeaveForm(PortalForm):
    """A word why."""

    submit_words = "Leave this journey"
    because = LongTextField(
        label="Why do you leave it?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="In a few words. Your manager and your academy read it.",
    )
