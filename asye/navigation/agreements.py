"""Where unsent words of an agreement lead back to."""

from django.urls import reverse

from academy.engines.drafts.declarations import DraftForm, declare
from academy.engines.drafts.rules import Payload
from asye.rules.agreements import TEXTS


def _url(key: str) -> str:
    return reverse("asye:agreement-write", args=[int(key)])


def _read(payload: Payload) -> dict[str, str]:
    """The texts, as the form calls them."""
    said = {title: ", ".join(payload.get(name, ())) for name, title in TEXTS.items()}
    return {title: text for title, text in said.items() if text}


declare(DraftForm(code="asye.agreement", title="An ASYE agreement", url_for=_url, read=_read))
