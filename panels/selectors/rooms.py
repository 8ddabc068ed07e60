"""Who sits on the panel of a meeting, who is in the room, and whether they may decide on a case."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from django.db.models import Q, QuerySet

from academy.identity.models import Person
from academy.people.choices import ServiceKind
from panels.choices.panels import MemberSort, Seat
from panels.models import AgendaItem, Assignment, Case, Meeting, Member, Presence, Tie
from panels.rules import ties
from panels.rules.policy import PanelRules
from panels.rules.quorum import Present, Room, Seated, in_room, room_for
from panels.rules.ties import people_away, people_not_judging
from panels.selectors.benches import judged, ties_kept
from panels.selectors.policies import rules_of


def seats_of(meeting: Meeting, *, on: date) -> list[Member]:
    """The seats of the panel on the day with who holds them: who chairs first, then by name. One query."""
    held = Member.objects.held_on(on).filter(panel_id=meeting.panel_id).select_related("person")
    order = list(Seat)
    return sorted(held, key=lambda seat: (order.index(Seat(seat.seat)), seat.person.full_name, seat.pk))


def as_seated(seats: Iterable[Member]) -> list[Seated]:
    """The same as the rules read it."""
    return [
        Seated(
            person_id=seat.person_id,
            seat=Seat(seat.seat),
            sort=MemberSort(seat.sort) if seat.sort else None,
            service=ServiceKind(seat.service) if seat.service else None,
            is_deputy=seat.is_deputy,
        )
        for seat in seats
    ]


def presences_of(meeting: Meeting) -> list[Present]:
    """Who was in the room of the meeting, from when to when. One query."""
    rows = Presence.objects.filter(meeting=meeting).order_by("arrived_at", "pk")
    return [Present(*row) for row in rows.values_list("person", "arrived_at", "left_at")]


def ties_of(case: Case) -> list[ties.Tie]:
    """The ties of a case as the rules read them. One query."""
    return [judged(tie) for tie in ties_kept([case])[case.pk]]


def room_of(
    case: Case, *, rules: PanelRules, seats: Iterable[Member], presences: Iterable[Present], at: datetime
) -> Room:
    """The room for a case at that moment: who counts in it, and what is missing. Two queries."""
    return room_for(
        rules,
        as_seated(seats),
        present=in_room(presences, at=at),
        not_judging=people_not_judging(ties_of(case)),
        given=set(case.assignments.standing().order_by().values_list("person_id", flat=True)),
        manager_id=case.manager_id,
    )


def room_now(case: Case, meeting: Meeting, *, on: date, at: datetime) -> Room:
    """The room for a case as the meeting stands at that moment, by the edition the case began under. Four queries."""
    seats, presences = seats_of(meeting, on=on), presences_of(meeting)
    return room_of(case, rules=rules_of(case.policy), seats=seats, presences=presences, at=at)


def members_away(case: Case, meeting: Meeting, *, on: date) -> frozenset[int]:
    """The ids of those with a seat whom a tie takes out of the case. Two queries."""
    return people_away(ties_of(case)) & {seat.person_id for seat in seats_of(meeting, on=on)}


def members_away_then(item: AgendaItem, *, on: date) -> frozenset[int]:
    """The ids of those with a seat whom a tie took out of the case while it was on the table: what was noted or decided
    later is left out. The meeting is read beside the item. Two queries."""
    until = item.ended_at or item.began_at
    known = Q(decided_at__lte=until) | Q(decided_at=None, noted_at__lte=until)
    tied = Tie.objects.taking_out().filter(known, case_id=item.case_id).order_by().values_list("person_id", flat=True)
    return frozenset(tied) & {seat.person_id for seat in seats_of(item.meeting, on=on)}


def people_of(meeting: Meeting) -> QuerySet[Person]:
    """Everybody who ever had a seat on the panel."""
    seats = Member.objects.filter(panel_id=meeting.panel_id).order_by().values("person_id")
    return Person.objects.filter(pk__in=seats)


def not_for_all(items: Iterable[AgendaItem], seats: Iterable[Member], *, people: Collection[int]) -> frozenset[int]:
    """The ids of the cases somebody of these people may not know of: a tie takes her out of it, it is her own, or she
    is a guest it was not given to. Two queries."""
    rows = list(items)
    cases = {row.case_id for row in rows}
    tied = Tie.objects.taking_out().filter(case__in=cases, person__in=people).order_by().values_list("case", flat=True)
    own = {row.case_id for row in rows if row.case.person_id in people}
    guests = {seat.person_id for seat in seats if seat.is_guest and seat.person_id in people}
    standing = Assignment.objects.standing().filter(case__in=cases, person__in=guests).order_by()
    given = set(standing.values_list("person", "case"))
    visiting = {case for case in cases for guest in guests if (guest, case) not in given}
    return frozenset({*tied, *own, *visiting})
