"""Who is in the room, and whether they may decide on this case: quorum, mix, chair (S2-12, S2-13, D5-04). Pure.

Whoever is out of the case, or has a tie that is still open, counts for nothing in it; nor does the candidate's own line
manager, whatever the policy says. A guest from another council counts in the cases she is given, and in no other.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.choices import ServiceKind
from academy.people.rules.decisions import refused as refused_at
from academy.ui.wording import in_a_row
from panels.choices.panels import JUDGING, MemberSort, Seat
from panels.rules.parts_of_policy import Needed
from panels.rules.policy import PanelRules

BOTH = (ServiceKind.ADULTS, ServiceKind.CHILDREN)
# Who brings a view from outside the services, and so speaks for neither unless her seat says so.
OUTSIDE = (MemberSort.INDEPENDENT, MemberSort.LIVED_EXPERIENCE, MemberSort.CHILDRENS_VOICE, MemberSort.GUEST)
BY_SORT = {
    MemberSort.PSW_ADULTS: (ServiceKind.ADULTS,),
    MemberSort.LEAD_ADULTS: (ServiceKind.ADULTS,),
    MemberSort.PSW_CHILDREN: (ServiceKind.CHILDREN,),
    **dict.fromkeys(OUTSIDE, ()),
}
MEANT = {ServiceKind.ADULTS: "adults’ services", ServiceKind.CHILDREN: "children’s services"}


@dataclass(frozen=True, kw_only=True)
class Seated:
    """Somebody with a seat: as what she sits, what she brings, and for which service. Where the seat names none, the
    sort says it: a Principal Social Worker speaks for her own, a service manager for both, an independent for neither.
    """

    person_id: int
    seat: Seat
    sort: MemberSort | None = None
    service: ServiceKind | None = None
    is_deputy: bool = False

    @property
    def judges(self) -> bool:
        return self.seat in JUDGING

    @property
    def services(self) -> tuple[ServiceKind, ...]:
        """The services she speaks for."""
        if self.service is not None:
            return (self.service,)
        return BOTH if self.sort is None else BY_SORT.get(self.sort, BOTH)


@dataclass(frozen=True)
class Present:
    """Somebody in the room, from when to when; the moment she leaves she is no longer there."""

    person_id: int
    arrived_at: datetime
    left_at: datetime | None = None

    def is_there(self, at: datetime) -> bool:
        return self.arrived_at <= at and (self.left_at is None or at < self.left_at)


@dataclass(frozen=True)
class Room:
    """Whether those in the room may decide on a case: who counts, who is there and does not, and what is missing, each
    in a sentence that says for whom to wait."""

    counting: tuple[int, ...]
    not_counting: tuple[int, ...]
    missing: tuple[str, ...]

    @property
    def is_quorate(self) -> bool:
        return not self.missing

    @property
    def decision(self) -> Decision:
        """May it be decided now? If not, everything that is missing, one sentence after the other."""
        return ALLOWED if self.is_quorate else refused(" ".join(self.missing))


def in_room(presences: Iterable[Present], *, at: datetime) -> frozenset[int]:
    """Who is in the room at that moment."""
    return frozenset(each.person_id for each in presences if each.is_there(at))


def room_for(
    rules: PanelRules,
    seats: Iterable[Seated],
    *,
    present: Collection[int],
    not_judging: Collection[int] = (),
    given: Collection[int] = (),
    manager_id: int | None = None,
) -> Room:
    """The room for one case. `not_judging` are those out of it and those with a tie still open, `given` who is given it
    to judge; `manager_id` is the candidate's line manager, who never decides on her own people. Somebody with two seats
    counts once."""
    judging = {each.person_id: each for each in sorted(seats, key=_chair_last) if each.judges}
    there = {person: seat for person, seat in judging.items() if person in present}
    visiting = {person for person, seat in there.items() if seat.sort == MemberSort.GUEST}
    out = {*not_judging, manager_id, *(visiting - set(given))}
    counting = [seat for person, seat in there.items() if person not in out]
    counted = {seat.person_id for seat in counting}
    return Room(
        counting=tuple(sorted(counted)),
        not_counting=tuple(sorted(set(there) - counted)),
        missing=tuple(_missing(rules, counting)),
    )


def missing_seats(rules: PanelRules, seats: Iterable[Seated]) -> tuple[str, ...]:
    """What a panel lacks to be what its policy asks for, whoever comes to a meeting: each line of the composition, the
    two services, and somebody who chairs."""
    judging = list({each.person_id: each for each in sorted(seats, key=_chair_last) if each.judges}.values())
    found = [*_short(rules.composition, judging), *(_unheard(judging) if rules.both_services else ())]
    if not any(each.seat == Seat.CHAIR for each in judging):
        found.append("somebody who chairs")
    return tuple(f"This panel needs {what}." for what in found)


def can_arrive(person_id: int, *, seats: Iterable[Seated], presences: Iterable[Present], at: datetime) -> Decision:
    """May she be noted as in the room? Somebody with a seat of the panel, and who is not there already."""
    if person_id not in {each.person_id for each in seats}:
        return refused_at("Choose somebody who has a seat on this panel.", "person")
    if person_id in in_room(presences, at=at):
        return refused_at("She is noted as in the room already.", "person")
    return ALLOWED


def can_leave(person_id: int, *, presences: Iterable[Present], at: datetime) -> Decision:
    """May she be noted as gone? Only who is in the room."""
    if person_id in in_room(presences, at=at):
        return ALLOWED
    return refused_at("She is not in the room. Note first that she came.", "person")


def _chair_last(seated: Seated) -> bool:
    """Of two seats of one person the chair's is kept."""
    return seated.seat == Seat.CHAIR


def _missing(rules: PanelRules, counting: Sequence[Seated]) -> Iterable[str]:
    lacking = rules.quorum - len(counting)
    if lacking > 0:
        more = "one more member" if lacking == 1 else f"{lacking} more members"
        yield f"Wait for {more} who may decide on this case: {rules.quorum} are needed."
    if rules.needs_chair and not any(each.seat == Seat.CHAIR for each in counting):
        yield "Wait for somebody who chairs and is not tied to the candidate."
    if rules.quorum_needs_mix:
        # a line that names no sort says only how many sit on the panel; in the room the quorum says it
        short = _short([line for line in rules.composition if line.any_of], counting)
        yield from (f"Wait for {what}." for what in (*short, *(_unheard(counting) if rules.both_services else ())))


def _short(lines: Iterable[Needed], seats: Sequence[Seated]) -> list[str]:
    """Whom the lines of a composition still need, in words; one person fills one place of one line."""
    filled = _filled(tuple(lines), seats)
    return [
        line.what if line.least == 1 else f"{line.what} ({line.least - got} more)"
        for line, got in filled
        if got < line.least
    ]


def _filled(lines: tuple[Needed, ...], seats: Sequence[Seated]) -> list[tuple[Needed, int]]:
    """How many of the seats fill each line at best, by paths that let somebody make room for another (a matching)."""
    places = [place for place, line in enumerate(lines) for _ in range(line.least)]
    holder: dict[int, int] = {}
    for seat in range(len(seats)):
        _seat(seat, places=places, lines=lines, seats=seats, holder=holder, tried=set())
    return [(line, sum(places[at] == place for at in holder)) for place, line in enumerate(lines)]


def _seat(
    seat: int,
    *,
    places: Sequence[int],
    lines: Sequence[Needed],
    seats: Sequence[Seated],
    holder: dict[int, int],
    tried: set[int],
) -> bool:
    """Give the seat a place of a line, moving whoever holds it to another where she has one."""
    for at, place in enumerate(places):
        if at in tried or not _fills(seats[seat], lines[place]):
            continue
        tried.add(at)
        if at not in holder or _seat(holder[at], places=places, lines=lines, seats=seats, holder=holder, tried=tried):
            holder[at] = seat
            return True
    return False


def _fills(seated: Seated, line: Needed) -> bool:
    if seated.is_deputy and not line.deputies:
        return False
    return seated.sort is not None and line.takes(seated.sort)


def _unheard(seats: Sequence[Seated]) -> list[str]:
    """Somebody from each service nobody speaks for, in words."""
    lacking = [MEANT[service] for service in BOTH if not any(service in each.services for each in seats)]
    return [f"somebody from {in_a_row(lacking)}"] if lacking else []
