"""What waits for somebody in supervision: to agree, to plan, to say whether it was held, to sign."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from academy.development.choices.supervisions import SessionState
from academy.development.models import Supervision
from academy.development.rules.supervisions import in_weeks
from academy.development.selectors.supervisions import Kept, agreements_of, agreements_with, kept
from academy.engines.worklist.items import SOON_DAYS, Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words


def _agreements(actor: Actor, on: date) -> list[Item]:
    own = [item for row in kept(agreements_of(actor), on=on) for item in _own_items(row)]
    given = [item for row in kept(agreements_with(actor), on=on) for item in _to_plan(row)]
    return [*own, *given]


def _own_items(row: Kept) -> list[Item]:
    agreement = row.agreement
    if agreement.agreed_at is not None:
        return []
    strand = agreement.get_strand_display().lower()
    return [
        Item(
            what=f"Agree to {strand} supervision with {agreement.supervisor.full_name}",
            why=f"{agreement.minutes} minutes every {in_weeks(agreement.every_weeks)}.",
            url=agreement.get_absolute_url(),
            action="See it",
            waiting_since=timezone.localdate(agreement.made_at),
        )
    ]


def _to_plan(row: Kept) -> list[Item]:
    """The supervisor plans the next session once it is due within a fortnight, as the list shows what is soon."""
    agreement = row.agreement
    if agreement.agreed_at is None or row.planned is not None or (row.rhythm.due_on - row.on).days > SOON_DAYS:
        return []
    strand = agreement.get_strand_display().lower()
    return [
        Item(
            what=f"Plan {strand} supervision with {agreement.person.full_name}",
            why=f"By your rhythm it is due{', ' + row.rhythm.pauses if row.rhythm.pauses else ''}.",
            url=agreement.get_absolute_url(),
            action="Plan it",
            due_on=row.rhythm.due_on,
        )
    ]


def _sessions(actor: Actor, on: date) -> list[Item]:
    """Sessions whose day has passed, and those she has not signed; one query."""
    passed = Q(state=SessionState.PLANNED, planned_on__lt=on)
    own = Q(person_id=actor.person_id, own_signed_at=None)
    given = Q(supervisor_id=actor.person_id, supervisor_signed_at=None)
    waiting = Supervision.objects.visible_to(actor).filter(passed | (Q(state=SessionState.HELD) & (own | given)))
    rows = waiting.select_related("person", "supervisor").order_by("planned_on", "pk")
    return [_session(row, actor) for row in rows]


def _session(row: Supervision, actor: Actor) -> Item:
    other = row.supervisor if row.person_id == actor.person_id else row.person
    if row.state == SessionState.PLANNED:
        return Item(
            what=f"Say whether you met {other.full_name}",
            why=f"Supervision was planned for {in_words(row.planned_on)}.",
            url=row.get_absolute_url(),
            action="Say it",
            waiting_since=row.planned_on,
        )
    return Item(
        what=f"Write and sign your part of the session with {other.full_name}",
        why=f"Held on {in_words(row.held_on or row.planned_on)}. Both of you sign.",
        url=row.get_absolute_url(),
        action="Open it",
        waiting_since=row.held_on,
    )


declare(Provider("development.supervision_agreement", _agreements))
declare(Provider("development.supervision", _sessions))
