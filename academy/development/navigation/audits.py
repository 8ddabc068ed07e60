"""Where the unsent words of a self-audit lead back to."""

from django.urls import reverse

from academy.development.choices.audits import DRAFT_FORM
from academy.engines.drafts.declarations import DraftForm, declare
from academy.engines.drafts.rules import Payload


def _url(key: str) -> str:
    return reverse("development:audit-write", args=key.split("-"))


def _read(payload: Payload) -> dict[str, str]:
    """The words alone, in their order; ratings are a press away."""
    said = [", ".join(values) for name, values in payload.items() if name.startswith("words-") and any(values)]
    return {"In your words": "; ".join(said)} if said else {}


declare(DraftForm(code=DRAFT_FORM, title="Your part of a self-audit", url_for=_url, read=_read))
