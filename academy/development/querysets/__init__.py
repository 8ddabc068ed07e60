"""Filters of entries, their copies and their shares."""

from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from academy.development.choices import NAME_KEPT, NAME_KEPT_WITHDRAWN, SHARE, TALKED, EntryState, ReflectionState
from academy.engines.access.querysets import barred, granted
from academy.identity.actor import Actor


class EntryQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Entries an actor may know of: her own, and kept ones shared with her on her day. No role opens any other.

        A share holds while its reader belongs to the entry's organisation. Whoever is not the author reads the shared
        version of such an entry, never the entry itself.
        """
        shared = Q(
            granted(actor, self.model, SHARE),
            ~Q(barred(actor, self.model)),
            state=EntryState.KEPT,
            organisation_id__in=actor.reaches,
        )
        return self.filter(Q(author_id=actor.person_id) | shared)

    def written_by(self, person_id: int | None) -> Self:
        """Entries of one author; none for somebody without a record."""
        return self.filter(author_id=person_id) if person_id is not None else self.none()

    def drafts(self) -> Self:
        return self.filter(state=EntryState.DRAFT)

    def kept(self) -> Self:
        return self.filter(state=EntryState.KEPT)

    def open(self) -> Self:
        """Drafts and kept ones: everything that was not withdrawn."""
        return self.exclude(state=EntryState.WITHDRAWN)

    def between(self, first: date, last: date) -> Self:
        """Entries whose first day lies in a span, both days in it."""
        return self.filter(started_on__gte=first, started_on__lte=last)

    def saying(self, words: str) -> Self:
        """Entries in whose title or texts every one of the words occurs, in any case of letters."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(title__icontains=word)
                | Q(happened__icontains=word)
                | Q(learnt__icontains=word)
                | Q(impact__icontains=word)
            )
        return found


class ShareQuerySet(models.QuerySet[Any]):
    def live(self) -> Self:
        """Shares the author has not ended."""
        return self.filter(ended_at__isnull=True)

    def open_to(self, actor: Actor) -> Self:
        """Live shares by which the actor may read something on her day."""
        entries = self.model._meta.get_field("entry").related_model
        visible = entries._default_manager.visible_to(actor).exclude(author_id=actor.person_id)
        return self.live().filter(person_id=actor.person_id, entry__in=visible)


class RenewalQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """What the actor herself noted and chose; others see days and counts, by selectors."""
        return self.filter(person_id=actor.person_id) if actor.person_id is not None else self.none()

    def noted(self) -> Self:
        """Acts that were not taken back."""
        return self.filter(undone_at__isnull=True)

    def chosen(self) -> Self:
        """Pieces that were not replaced."""
        return self.filter(replaced_at__isnull=True)

    def in_cycle(self, regulator: str, closes_on: date) -> Self:
        """Rows of one regulator's cycle, which its last day names."""
        return self.filter(regulator=regulator, closes_on=closes_on)


class PeerReflectionQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Reflections an actor may know of: on her own entries, and those a colleague of hers asked her about."""
        asked = Q(peer_id=actor.person_id, entry__organisation_id__in=actor.reaches) & ~Q(
            entry__state=EntryState.WITHDRAWN
        )
        found = self.exclude(state=ReflectionState.NOTED, peer_id=actor.person_id).standing()
        return found.filter(Q(entry__author_id=actor.person_id) | asked) if actor.person_id else self.none()

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.exclude(state=ReflectionState.WITHDRAWN)

    def talked(self) -> Self:
        """Those by which their entry has a peer reflection."""
        return self.filter(state__in=TALKED)

    def waiting(self) -> Self:
        """Those somebody was asked to confirm and has not answered, of entries that were not withdrawn."""
        return self.filter(state=ReflectionState.ASKED).exclude(entry__state=EntryState.WITHDRAWN)

    def naming_too_long(self, at: datetime) -> Self:
        """Those that still name a peer outside, and need to no more (UK GDPR Art 5(1)(e))."""
        talked = Q(talked_on__lte=timezone.localdate(at) - NAME_KEPT)
        withdrawn = Q(state=ReflectionState.WITHDRAWN, withdrawn_at__lte=at - NAME_KEPT_WITHDRAWN)
        return self.filter(talked | withdrawn, peer__isnull=True, scrubbed_at__isnull=True)
