"""Saving words as they are written. Not acts: no audit event is written (docs/adr/0003-drafts-are-not-acts.md)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from academy.engines.drafts.models import Draft, DraftCopy
from academy.engines.drafts.rules import Payload, due_to_expire_on
from academy.identity.models import User


class Conflict(Exception):
    """A tab sent words begun from an older revision. Both are kept: the draft and, beside it, `copy`."""

    def __init__(self, draft: Draft, copy: DraftCopy) -> None:
        super().__init__(f"revision {copy.began_from} was sent, revision {draft.revision} is kept")
        self.draft = draft
        self.copy = copy


@dataclass(frozen=True)
class Sent:
    """A tab sent words begun from an older revision. Both are kept: the draft, and `copy` beside it."""

    revision: int
    payload: Payload
    tab: str = ""


def save(*, owner: User, form: str, key: str, sent: Sent, at: datetime) -> Draft:
    """Keep what a tab sends. Raises `Conflict` when another tab saved since, after keeping both texts.

    Sending the same words again changes nothing, and a tab that saved last itself is never in conflict: its answer was
    lost on the way. A draft that went meanwhile (handed in elsewhere) begins anew, because words are never thrown away.
    """
    with transaction.atomic():
        draft, is_new = Draft.objects.select_for_update().get_or_create(
            owner=owner, form=form, key=key, defaults={"revision": sent.revision + 1, **_content(sent, at)}
        )
        if is_new or draft.payload == sent.payload:
            return draft
        if draft.revision == sent.revision or (sent.tab and draft.tab == sent.tab):
            return _replace(draft, sent=sent, at=at)
        copy, _ = DraftCopy.objects.update_or_create(
            draft=draft, tab=sent.tab, began_from=sent.revision, defaults={"payload": sent.payload, "sent_at": at}
        )
    raise Conflict(draft, copy)


def choose(*, draft: Draft, copy: DraftCopy | None, at: datetime) -> Draft:
    """End a conflict: the words of `copy` become the draft, or the draft stays when it is None. The others go."""
    with transaction.atomic():
        locked = Draft.objects.select_for_update().get(pk=draft.pk)
        if copy is not None:
            _replace(locked, sent=Sent(locked.revision, payload=copy.payload), at=at)
        locked.copies.all().delete()
        return locked


def delete(*, owner: User, form: str, key: str) -> None:
    """Forget a draft and its copies: its words were handed in, or their owner discards them."""
    Draft.objects.filter(owner=owner, form=form, key=key).delete()


def _replace(draft: Draft, *, sent: Sent, at: datetime) -> Draft:
    draft.revision += 1
    for name, value in _content(sent, at).items():
        setattr(draft, name, value)
    draft.save(update_fields=["revision", "payload", "tab", "saved_at", "expires_on"])
    return draft


def _content(sent: Sent, at: datetime) -> dict[str, object]:
    return {
        "payload": sent.payload,
        "tab": sent.tab,
        "saved_at": at,
        "expires_on": due_to_expire_on(timezone.localdate(at)),
    }
