"""The unsent words of a request as somebody reads them: what each field is called, and names in place of codes."""

from typing import Any

from academy.engines.drafts.rules import Payload
from academy.training.choices import AgreedIn, AwardType, Support
from academy.training.models import Course
from academy.training.selectors.outside_courses import MOST_DIGITS

CODED: dict[str, Any] = {"award_type": AwardType, "support": Support, "agreed_in": AgreedIn}
# What these are called, only the form says: a number in unsent words may be anybody's.
CHOSEN = ("goal", "supervision")
# In the order of the form; what is not here the page sends along for itself.
FIELDS = {
    "course": "Course of the offer",
    "title": "What you ask for",
    "provider": "Who provides it",
    "award_type": "Leads to",
    "starts_on": "First day",
    "ends_on": "Last day",
    "days": "Working days away",
    "need": "Need",
    "role_relevance": "Job role",
    "benefit": "Benefit",
    "support": "Support",
    "cost_fee": "Fee",
    "cost_books": "Books and materials",
    "cost_exam": "Registration or examination",
    "cost_travel": "Travel",
    "cost_other": "Other costs",
    "goal": "Goal it serves",
    "supervision": "Supervision it was talked over in",
    "agreed_in": "Talked over in",
    "agreed_on": "Talked over on",
}


def read_unsent(payload: Payload) -> dict[str, str]:
    """Every field that was filled in, line by line."""
    said = {words: _told(field, payload.get(field, [])) for field, words in FIELDS.items()}
    return {words: told for words, told in said.items() if told}


def _told(field: str, values: list[str]) -> str:
    if field == "course":
        numbers = [value for value in values if value.isdecimal() and len(value) <= MOST_DIGITS]
        values = list(Course.objects.filter(pk__in=numbers, is_external=True).values_list("title", flat=True))
    if field in CHOSEN:
        return "Chosen" if any(values) else ""
    labels = dict(CODED[field].choices) if field in CODED else {}
    return ", ".join(str(labels.get(value, value)) for value in values)
