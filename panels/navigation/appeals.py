"""Where the unsent words of an appeal and of its answer lead back to."""

from django.urls import reverse

from academy.engines.drafts.declarations import DraftForm, declare
from panels.choices.drafts import ANSWER_FORM, APPEAL_FORM


def _appeal_url(key: str) -> str:
    return reverse("panels:appeal-against", args=[int(key)])


def _answer_url(key: str) -> str:
    return reverse("panels:answer-appeal", args=[int(key)])


declare(
    DraftForm(code=APPEAL_FORM, title="An appeal against what a panel decided", url_for=_appeal_url),
    DraftForm(code=ANSWER_FORM, title="The answer to an appeal", url_for=_answer_url),
)
