"""Where the unsent words of a half-year's summary lead back to."""

from django.urls import reverse

from academy.engines.drafts.declarations import DraftForm, declare
from panels.choices.drafts import SUMMARY_FORM


def _url(key: str) -> str:
    half, _, _organisation = key.rpartition("-")
    return f"{reverse('panels:summary-words')}?half={half}"


declare(DraftForm(code=SUMMARY_FORM, title="What the summary of moderation says beside its numbers", url_for=_url))
