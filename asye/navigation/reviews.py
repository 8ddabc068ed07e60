"""Where the unsent words of a part of a review lead back to."""

from django.urls import reverse

from academy.engines.drafts.declarations import DraftForm, declare
from academy.engines.drafts.rules import Payload
from asye.choices.drafts import PART_FORM


def _url(key: str) -> str:
    return reverse("asye:write-part", args=[int(key)])


def _read(payload: Payload) -> dict[str, str]:
    """The words alone."""
    text = ", ".join(payload.get("text", ()))
    return {"What you say about this stage": text} if text else {}


declare(DraftForm(code=PART_FORM, title="Your part of an ASYE review", url_for=_url, read=_read))
