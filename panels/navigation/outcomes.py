"""Where the unsent words of feedback lead back to."""

from django.urls import reverse

from academy.engines.drafts.declarations import DraftForm, declare
from panels.choices.drafts import FEEDBACK_FORM


def _url(key: str) -> str:
    return reverse("panels:feedback", args=[int(key)])


declare(DraftForm(code=FEEDBACK_FORM, title="Feedback on what a panel decided", url_for=_url))
