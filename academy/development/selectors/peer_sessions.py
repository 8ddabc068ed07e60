"""Peer learning sessions: those to come, those one was at, and how a session's group looks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from academy.development.choices.supervisions import PeerSessionState
from academy.development.models import Entry, PeerAttendance, PeerSession
from academy.development.rules.course_entries import offered_token
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Team, Terms
from academy.people.querysets import holds_on


@dataclass(frozen=True)
class Place:
    """Whom a session can be for: a team, or everybody of the organisation where `team` is None."""

    team: Team | None

    @property
    def code(self) -> str:
        return str(self.team.pk) if self.team else ""

    @property
    def words(self) -> str:
        return f"My team, {self.team.name}" if self.team else "Everybody here"


def sessions_for(actor: Actor) -> QuerySet[Any]:
    """Every session the actor may know of, with its leader, its team, how many joined, and whether she did."""
    hers = PeerAttendance.objects.filter(session=OuterRef("pk"), person_id=actor.person_id)
    return (
        PeerSession.objects.visible_to(actor)
        .select_related("leader", "team", "organisation")
        .annotate(
            number=Count("attendances", filter=~Q(attendances__came=False)),
            joined=Exists(hers),
            was_there=Exists(hers.filter(came=True)),
        )
    )


def coming_for(actor: Actor) -> QuerySet[Any]:
    """Planned sessions from today on, for everybody or for one of the actor's teams, the soonest first."""
    teams = teams_of(actor.person_id, actor.on).values("pk")
    meant = Q(team=None) | Q(team__in=teams) | Q(leader_id=actor.person_id) | Q(joined=True)
    planned = sessions_for(actor).filter(meant, state=PeerSessionState.PLANNED, held_on__gte=actor.on)
    return planned.order_by("held_on", "pk")


def to_note_for(actor: Actor) -> QuerySet[Any]:
    """Sessions the actor leads whose day has come and where nobody noted yet who was there; the oldest first."""
    found = sessions_for(actor).filter(leader_id=actor.person_id, state=PeerSessionState.PLANNED)
    return found.filter(held_on__lt=actor.on).order_by("held_on", "pk")


def past_for(actor: Actor) -> QuerySet[Any]:
    """Held sessions the actor led or was at, the latest first."""
    held = sessions_for(actor).filter(state=PeerSessionState.HELD)
    return held.filter(Q(was_there=True) | Q(leader_id=actor.person_id)).order_by("-held_on", "-pk")


def latest_session_on(person_id: int | None, *, by: date) -> date | None:
    """The day of the latest session she was at, up to a day; one query."""
    came = PeerAttendance.objects.filter(person_id=person_id, came=True, session__state=PeerSessionState.HELD)
    days = (
        came.filter(session__held_on__lte=by).order_by("-session__held_on").values_list("session__held_on", flat=True)
    )
    return days.first()


def group_of(session: PeerSession) -> list[PeerAttendance]:
    """Who joined, in the order they did, with names."""
    return list(session.attendances.select_related("person"))


def entry_token(session: PeerSession, actor: Actor) -> UUID:
    """The name of the form in which her entry about the session is written: one entry each."""
    return offered_token(f"development.peersession/{session.pk}/{actor.person_id}")


def own_entry_about(session: PeerSession, actor: Actor) -> Entry | None:
    """Her entry about the session, however it stands by now, if she began one; one query."""
    written = Entry.objects.written_by(actor.person_id)
    found: Entry | None = written.filter(token=entry_token(session, actor)).first()
    return found


def teams_of(person_id: int | None, on: date) -> QuerySet[Team]:
    """The teams somebody works in on a day."""
    terms = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=person_id, team=OuterRef("pk"))
    return Team.objects.filter(Exists(terms))


def places_for(actor: Actor) -> list[Place]:
    """Whom the actor can plan a session for in the organisation she acts in."""
    teams = (
        teams_of(actor.person_id, actor.on)
        .filter(service__organisation_id=actor.organisation_id)
        .order_by("name", "pk")
    )
    return [*(Place(team) for team in teams), Place(None)]


def who_may_have_come(session: PeerSession, *, on: date) -> list[Person]:
    """Whom the sheet offers: who joined, who leads, and the session's team, by name."""
    joined = PeerAttendance.objects.filter(session=session, person=OuterRef("pk"))
    terms = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=OuterRef("pk"))
    meant = Q(Exists(joined)) | Q(pk=session.leader_id)
    if session.team_id is not None:
        meant |= Q(Exists(terms.filter(team_id=session.team_id)))
    return list(Person.objects.filter(meant).order_by("family_name", "given_name", "pk"))


def came_to(session: PeerSession) -> Collection[int]:
    """Ids of those who were noted as having come."""
    return frozenset(session.attendances.filter(came=True).values_list("person_id", flat=True))
