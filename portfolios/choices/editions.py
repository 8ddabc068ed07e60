"""What can be made of a portfolio on paper."""

from django.db.models import TextChoices


class PaperEdition(TextChoices):
    """The editions of a snapshot, in the order they are offered."""

    FULL = "full", "Full edition, with the files inside the PDF"
    READING = "reading", "Reading copy, with the files as pages at the end, for printing"
    NAMELESS = "nameless", "Edition without names, for those who judge it blind"
