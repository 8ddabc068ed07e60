"""Which part of one's record is put on paper."""

from academy.development.choices import Period
from academy.ui.forms import OneChoiceField, PortalForm


class PeriodForm(PortalForm):
    """The period of the document."""

    submit_words = "Make the PDF"
    period = OneChoiceField(
        label="What is to be in it?",
        choices=Period.choices,
        initial=Period.REGISTRATION,
        help_text="Kept entries only. Drafts and withdrawn entries are left out.",
    )
