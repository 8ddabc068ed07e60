"""Words the form saved by itself and that were never left or kept: shown first, so that nobody looks for them."""

from dataclasses import dataclass
from datetime import datetime

from academy.development.choices import DRAFT_FORM
from academy.engines.drafts.declarations import form_called
from academy.engines.drafts.selectors.drafts import open_drafts
from academy.identity.actor import Actor
from academy.identity.models import User

NEW = "new-"


@dataclass(frozen=True)
class Unsaved:
    """Unsent words of one form: its title as far as it was written, and when they were saved."""

    key: str
    url: str
    title: str
    saved_at: datetime

    @property
    def is_new(self) -> bool:
        """Belong to no entry yet?"""
        return self.key.startswith(NEW)


def unsaved_words(actor: Actor) -> list[Unsaved]:
    """What the actor wrote and neither left nor kept, newest first; one query."""
    if actor.user_id is None:
        return []
    owner = User(pk=actor.user_id)
    return [
        Unsaved(draft.key, _url(draft.key), _title(draft.payload), draft.saved_at)
        for draft in open_drafts(owner=owner, form=DRAFT_FORM)
    ]


def _url(key: str) -> str:
    form = form_called(DRAFT_FORM)
    return form.url_for(key) if form else ""


def _title(payload: dict[str, list[str]]) -> str:
    written = payload.get("title", [""])[0].strip()
    return written or "Without a title yet"
