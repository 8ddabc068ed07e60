"""Peer learning sessions: planned by a colleague, joined by others, noted when they were held (S2-75)."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime

from academy.development.choices import Kind, Way
from academy.development.choices.supervisions import PeerSessionState
from academy.development.models import Entry, PeerAttendance, PeerSession
from academy.development.rules import peer_sessions as rules
from academy.development.selectors.peer_sessions import entry_token, own_entry_about, places_for, who_may_have_come
from academy.development.services.entries import Form, Words, leave_as_draft
from academy.development.workflow.peer_sessions import PEER_SESSION
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor


@dataclass(frozen=True, kw_only=True)
class SessionSaid:
    """What a session is about, when and where; `team_id` is None for everybody of the organisation."""

    topic: str
    held_on: date
    place: str
    minutes: int
    team_id: int | None


@command("development.peer_session.plan")
def plan(*, said: SessionSaid, by: Actor, at: datetime) -> PeerSession:
    """Plan a session that the actor leads in the organisation she acts in; she is in its group. Refuses a past day, and
    a team that is not hers."""
    if not allows("development.peer_session.plan", by):
        raise Refused("You need a place in an organisation to plan a session.")
    _require(rules.can_plan(held_on=said.held_on, today=by.on), field="held_on")
    if said.team_id not in {place.team.pk if place.team else None for place in places_for(by)}:
        raise Refused("Choose a team of yours, or everybody here.", field="team")
    session = PeerSession.objects.create(
        organisation_id=by.organisation_id, leader_id=by.person_id, planned_at=at, changed_at=at, **asdict(said)
    )
    PeerAttendance.objects.create(session=session, person_id=by.person_id, joined_at=at)
    record(session, moved=("", PeerSessionState.PLANNED), about=by.person_id, organisation=session.organisation_id)
    return session


@command("development.peer_session.join")
def join(*, session: PeerSession, by: Actor, at: datetime) -> PeerSession:
    """Join a session that is still to come; joining twice is joining once."""
    current = _open(session, by=by)
    PeerAttendance.objects.get_or_create(session=current, person_id=by.person_id, defaults={"joined_at": at})
    record(current, changed=("attendances",), about=by.person_id, organisation=current.organisation_id)
    return current


@command("development.peer_session.leave")
def leave(*, session: PeerSession, by: Actor, at: datetime) -> PeerSession:
    """Leave a session that is still to come. Refuses who leads it: she cancels it."""
    current = _open(session, by=by)
    if current.leader_id == by.person_id:
        raise Refused("You lead this session. Cancel it, so that the others are not left waiting.")
    PeerAttendance.objects.filter(session=current, person_id=by.person_id).delete()
    record(current, changed=("attendances",), about=by.person_id, organisation=current.organisation_id)
    return current


@command("development.peer_session.hold")
def hold(*, session: PeerSession, came: Collection[int], takeaway: str, by: Actor, at: datetime) -> PeerSession:
    """Note who came and what the group takes from it. Refuses a day to come, and somebody the sheet does not offer."""
    _require(rules.can_note(held_on=session.held_on, today=by.on))
    known = {person.pk for person in who_may_have_come(session, on=session.held_on)}
    _require(rules.can_have_come(said=came, known=known), field="came")
    values = {"takeaway": takeaway, "changed_at": at}
    held = apply(PEER_SESSION, "hold", session, by=by, at=at, values=values)
    held.attendances.exclude(person_id__in=came).update(came=False)
    held.attendances.filter(person_id__in=came).update(came=True)
    joined = set(held.attendances.values_list("person_id", flat=True))
    PeerAttendance.objects.bulk_create(
        PeerAttendance(session=held, person_id=person_id, joined_at=at, came=True)
        for person_id in sorted(set(came) - joined)
    )
    return held


@command("development.peer_session.cancel")
def cancel(*, session: PeerSession, because: str, by: Actor, at: datetime) -> PeerSession:
    """Cancel a planned session with a reason the group reads."""
    values = {"cancelled_because": because, "changed_at": at}
    return apply(PEER_SESSION, "cancel", session, by=by, at=at, note=because, values=values)


@command("development.peer_session.begin_own")
def begin_own(*, session: PeerSession, by: Actor, at: datetime) -> Entry:
    """Begin an entry about a session one was at, as a draft with day and topic in it. Begun before, it is the entry
    there is. Refuses who was not there."""
    if not session.attendances.filter(person_id=by.person_id, came=True).exists():
        raise Refused("Only who was there writes about it here. You can always write an entry of your own.")
    record(session, about=by.person_id, organisation=session.organisation_id)
    begun = own_entry_about(session, by)
    if begun is not None:
        return begun
    words = Words(kind=Kind.PEER, title=session.topic, started_on=session.held_on, way=Way.OTHERS)
    return leave_as_draft(form=Form(entry_token(session, by)), words=words, by=by, at=at)


def _open(session: PeerSession, *, by: Actor) -> PeerSession:
    """The session as it is now, locked. Refuses who may not join it, and a session one can no longer join."""
    if not allows("development.peer_session.see", by, session):
        raise Refused("This session is for colleagues of its organisation.")
    current = PeerSession.objects.select_for_update(no_key=True).get(pk=session.pk)
    _require(rules.can_join(is_planned=current.is_planned, held_on=current.held_on, today=by.on))
    return current


def _require(decision: Decision, *, field: str | None = None) -> None:
    if not decision.allowed:
        raise Refused(decision.reason, field=field)
