"""What is looked at before an outcome is recommended, and by moderation: the yes and no of D1-62, and the portfolio."""

from django.db.models import TextChoices

# The form of a final report saves itself under this name.
FINAL_FORM = "asye.final_report"


class Checked(TextChoices):
    """Each of them is there, or its lack is explained in a sentence. Reviews and kinds of evidence are the policy's."""

    AGREEMENT = "agreement", "Support and assessment agreement"
    REVIEW = "review", "Review"
    REPORT = "report", "Final report"
    SUPERVISION = "supervision", "Supervision as often as agreed"
    WORKLOAD = "workload", "Reduced workload"
    PROTECTED = "protected", "Protected time used for development"
    EVIDENCE = "evidence", "Evidence"
    PLANS = "plans", "Development plans"
    PORTFOLIO = "portfolio", "Portfolio handed in"
