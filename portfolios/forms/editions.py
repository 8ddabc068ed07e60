"""Which edition of a portfolio is put on paper."""

from academy.ui.forms import OneChoiceField, PortalForm
from portfolios.choices.editions import PaperEdition


class EditionForm(PortalForm):
    """The edition of the document."""

    submit_words = "Make the PDF"
    edition = OneChoiceField(
        label="Which edition?",
        choices=PaperEdition.choices,
        initial=PaperEdition.FULL,
        help_text="Each carries the version’s number and fingerprint. It is made while you go on with other things.",
    )
