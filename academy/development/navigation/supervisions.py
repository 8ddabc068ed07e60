"""Where the unsent words of one's part of a supervision session lead back to."""

from django.urls import reverse

from academy.development.choices.supervisions import NOTE_FORM
from academy.engines.drafts.declarations import DraftForm, declare
from academy.engines.drafts.rules import Payload


def _note_url(key: str) -> str:
    return reverse("development:supervision-write", args=[key])


def _read(payload: Payload) -> dict[str, str]:
    """The words alone, as the writer knows them."""
    return {"My notes": ", ".join(payload["words"])} if any(payload.get("words", ())) else {}


declare(DraftForm(code=NOTE_FORM, title="Your part of a supervision session", url_for=_note_url, read=_read))
