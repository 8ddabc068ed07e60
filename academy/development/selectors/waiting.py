"""What waits for somebody in her own writing."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from academy.development.models import Entry
from academy.development.rules.stretches import Stretch
from academy.development.selectors.present import present_stretch
from academy.identity.actor import Actor

DRAFT_RESTS_DAYS = 7
STRETCH_WARNS_DAYS = 28


def resting_before(on: date) -> datetime:
    """The moment before which a draft must have been touched last to rest on that day."""
    return timezone.make_aware(datetime.combine(on - timedelta(days=DRAFT_RESTS_DAYS), time.min))


def resting_drafts(actor: Actor, on: date) -> list[Entry]:
    """The actor's drafts untouched for more than a week, longest first; one query."""
    drafts = Entry.objects.written_by(actor.person_id).drafts().filter(changed_at__lt=resting_before(on))
    return list(drafts.order_by("changed_at"))


def empty_stretch(actor: Actor, on: date) -> Stretch | None:
    """The actor's present stretch if it ends within 28 days and nothing in it is kept; two queries."""
    if actor.person_id is None or actor.organisation_id is None:
        return None
    present = present_stretch(actor)
    is_near = present.stretch.days_left(on) <= STRETCH_WARNS_DAYS
    return present.stretch if present.is_empty and is_near else None
