"""Forms sent after the session had ended: kept for their owner, put back or discarded by her."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from academy.engines.drafts.choices import PARKED_AT_MOST
from academy.engines.drafts.models import Draft, DraftCopy, ParkedPost
from academy.engines.drafts.rules import Payload, due_to_expire_on
from academy.engines.drafts.services.drafts import Sent, save
from academy.identity.models import User


@dataclass(frozen=True)
class LatePost:
    """A form sent too late: which form, from where, the words, and whether files came with it."""

    form: str
    key: str
    path: str
    payload: Payload
    had_files: bool


def park(*, owner_id: int, post: LatePost, at: datetime) -> ParkedPost:
    """Keep a form sent too late. The same words sent again are one; the oldest of more than twenty of a person go."""
    with transaction.atomic():
        parked, _ = ParkedPost.objects.update_or_create(
            owner_id=owner_id,
            form=post.form,
            key=post.key,
            payload=post.payload,
            defaults={
                "path": post.path,
                "had_files": post.had_files,
                "parked_at": at,
                "expires_on": due_to_expire_on(timezone.localdate(at)),
            },
        )
        kept = ParkedPost.objects.filter(owner_id=owner_id).values_list("pk", flat=True)[:PARKED_AT_MOST]
        ParkedPost.objects.filter(owner_id=owner_id).exclude(pk__in=list(kept)).delete()
    return parked


def put_back(*, parked: ParkedPost, owner: User, at: datetime) -> Draft:
    """Make the parked words the form's draft. A draft that said something else is kept beside it, to be compared."""
    with transaction.atomic():
        draft = Draft.objects.select_for_update().filter(owner=owner, form=parked.form, key=parked.key).first()
        if draft is not None and draft.payload != parked.payload:
            DraftCopy.objects.update_or_create(
                draft=draft,
                tab="",
                began_from=draft.revision,
                defaults={"payload": draft.payload, "sent_at": draft.saved_at},
            )
        revision = draft.revision if draft is not None else 0
        parked.delete()
        return save(owner=owner, form=parked.form, key=parked.key, sent=Sent(revision, payload=parked.payload), at=at)


def discard(*, parked: ParkedPost) -> None:
    """Forget parked words: their owner does not want them."""
    parked.delete()
