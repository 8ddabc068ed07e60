"""What of a year is put on paper."""

from django.db.models import TextChoices


class Paper(TextChoices):
    AGREEMENT = "agreement", "Support and assessment agreement"
    REVIEW = "review", "Review"
    REPORT = "report", "Final report"
    RECORD = "record", "The whole record of the year"
    CERTIFICATE = "certificate", "ASYE certificate"
