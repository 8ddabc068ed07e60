"""Where the unsent words of whoever judges lead back to."""

from django.urls import reverse

from academy.engines.drafts.declarations import DraftForm, declare
from panels.choices.drafts import LOOK_FORM, NOTES_FORM, REVIEW_FORM


def _review_url(key: str) -> str:
    return reverse("panels:review", args=[int(key)])


def _look_url(key: str) -> str:
    return reverse("panels:look", args=[int(key)])


def _notes_url(key: str) -> str:
    return reverse("panels:notes", args=[int(key)])


declare(
    DraftForm(code=REVIEW_FORM, title="A review for a panel", url_for=_review_url),
    DraftForm(code=LOOK_FORM, title="Another look at reviews", url_for=_look_url),
    DraftForm(code=NOTES_FORM, title="Private notes on a case", url_for=_notes_url),
)
