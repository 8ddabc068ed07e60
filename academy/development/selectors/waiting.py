"""What waits for somebody in her own writing."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from academy.development.models import Entry
from academy.development.rules.stretches import Stretch, stretch_of
from academy.development.selectors.policies import rhythm_for
from academy.identity.actor import Actor

DRAFT_RESTS_DAYS = 7
STRETCH_WARNS_DAYS = 28


def resting_drafts(actor: Actor, on: date) -> list[Entry]:
    """The actor's drafts untouched for more than a week, longest first; one query."""
    before = timezone.make_aware(datetime.combine(on - timedelta(days=DRAFT_RESTS_DAYS), time.min))
    drafts = Entry.objects.written_by(actor.person_id).drafts().filter(changed_at__lt=before)
    return list(drafts.order_by("changed_at"))


def empty_stretch(actor: Actor, on: date) -> Stretch | None:
    """The actor's present stretch if it ends within 28 days and nothing in it is kept; two queries at most."""
    if actor.person_id is None or actor.organisation_id is None:
        return None
    stretch = stretch_of(on, rhythm=rhythm_for(actor.organisation_id, on))
    if stretch.days_left(on) > STRETCH_WARNS_DAYS:
        return None
    own = Entry.objects.written_by(actor.person_id).kept().between(stretch.starts_on, stretch.ends_on)
    return None if own.exists() else stretch
