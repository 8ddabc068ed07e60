"""The words a person left in a form: her draft, and what she sent after her session had ended."""

from dataclasses import dataclass, field
from datetime import datetime

from django.http import QueryDict

from academy.engines.drafts.models import Draft, ParkedPost
from academy.engines.drafts.rules import Payload
from academy.identity.models import User


@dataclass(frozen=True)
class KeptWords:
    """What a form page starts from, and what it offers beside.

    `payload` and `revision` are the draft's (empty and 0 without one). `parked` are posts that came too late, newest
    first: the page offers to put them back. `has_copies` says that a second tab wrote something else.
    """

    form: str
    key: str
    payload: Payload = field(default_factory=dict)
    revision: int = 0
    saved_at: datetime | None = None
    has_copies: bool = False
    parked: tuple[ParkedPost, ...] = ()

    @property
    def has_draft(self) -> bool:
        return self.revision > 0

    @property
    def data(self) -> QueryDict:
        """The draft's words as a form takes its data."""
        return as_data(self.payload)


def words_for(*, user: User, form: str, key: str) -> KeptWords | None:
    """What this person left in this form of this thing; None when there is nothing. Three queries at most."""
    draft = Draft.objects.filter(owner=user, form=form, key=key).first()
    parked = tuple(ParkedPost.objects.filter(owner=user, form=form, key=key))
    if draft is None:
        return KeptWords(form=form, key=key, parked=parked) if parked else None
    return KeptWords(
        form=form,
        key=key,
        payload=draft.payload,
        revision=draft.revision,
        saved_at=draft.saved_at,
        has_copies=draft.copies.exists(),
        parked=parked,
    )


def as_data(payload: Payload) -> QueryDict:
    """Kept words as a form takes its data."""
    data = QueryDict(mutable=True)
    for name, values in payload.items():
        data.setlist(name, values)
    return data
