"""The cohort board: every year that has not ended where the actor oversees the programme, those that need her first."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Terms
from academy.people.querysets import holds_on
from academy.people.selectors.answering import taken_in
from academy.ui.states import State
from asye.choices.board import Standing
from asye.choices.enrolments import ASSESSING, UNDER_WAY, Role
from asye.choices.year import ChangeKind, ChangeState
from asye.models import Change, Enrolment, Part
from asye.querysets.enrolments import OVERSEERS, RUNNERS
from asye.rules.ball import Ball, days_waited
from asye.rules.board import Due, next_date, reasons, standing
from asye.selectors.attention import known_of
from asye.selectors.balls import balls_of

Held = dict[Role, Person]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One year on the board. `waits_for` are the people by their part; `is_for_you` that the actor is one of them."""

    enrolment: Enrolment
    team: str
    standing: Standing
    reasons: tuple[str, ...]
    next: Due | None
    is_late: bool
    ball: Ball | None
    waits_for: tuple[tuple[Role, Person | None], ...]
    is_for_you: bool
    days: int
    assessor: Person | None
    fte: Decimal

    @property
    def state(self) -> State:
        """A pause is told in the year's own word."""
        return self.enrolment.standing.state if self.standing == Standing.PAUSED else self.standing.state

    @property
    def is_for_others(self) -> bool:
        """Whether there is somebody to be reminded."""
        return not self.is_for_you and any(person is not None for _, person in self.waits_for)


@dataclass(frozen=True)
class Wanted:
    """What the board is asked for; empty asks for everybody. `started` is a month, as 2026-09."""

    show: str = ""
    service: str = ""
    started: str = ""
    waits_for: str = ""
    assessor: str = ""


@dataclass(frozen=True)
class Board:
    """The rows that fit, and how many there are of each sort with the other filters as they are."""

    rows: list[Row]
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Group:
    """The rows of one standing that are on a page, and how many of it there are on all pages."""

    standing: Standing
    rows: list[Row]
    count: int


FOR_YOU = "you"


def overseen(actor: Actor) -> list[Enrolment]:
    """The years that have not ended where the actor oversees the programme, never her own. One query."""
    seen = Enrolment.objects.visible_to(actor).filter(taken_in(actor, *OVERSEERS)).not_ended()
    return list(
        seen.exclude(person_id=actor.person_id).select_related("person", "policy", "organisation").order_by("pk")
    )


def rows_of(enrolments: Sequence[Enrolment], actor: Actor) -> list[Row]:
    """The years as the board has them, most urgent first, then by what they have waited. Nineteen queries for
    any number of them."""
    if not enrolments:
        return []
    on = actor.on
    known = known_of(enrolments, on=on)
    waiting, held = balls_of(enrolments, known, on=on), _held(enrolments, on=on)
    teams, hours = _teams(enrolments, on=on), _hours(enrolments, on=on)
    rows = []
    for each in enrolments:
        said = reasons(known[each.pk], on=on) if each.state in UNDER_WAY else []
        ball, people, ahead = waiting.get(each.pk), held.get(each.pk, {}), next_date(known[each.pk].dates, on=on)
        waits_for = tuple((role, people.get(role)) for role in ball.roles) if ball else ()
        rows.append(
            Row(
                enrolment=each,
                team=teams.get((each.person_id, each.organisation_id), ""),
                standing=standing(each.state, said),
                reasons=tuple(reason.words for reason in said),
                next=ahead,
                is_late=ahead is not None and ahead.due_on < on,
                ball=ball,
                waits_for=waits_for,
                is_for_you=any(_is_hers(actor, each, part) for part in waits_for),
                days=days_waited(ball.since_on, on=on) if ball else 0,
                assessor=next((people[role] for role in ASSESSING if role in people), None),
                fte=hours.get(each.pk, each.fte),
            )
        )
    return sorted(rows, key=_by_need)


def board_of(rows: Iterable[Row], wanted: Wanted) -> Board:
    """The board as it was asked for."""
    rows = [row for row in rows if _fits(row, wanted)]
    counts = Counter(str(row.standing.value) for row in rows)
    counts[""], counts[FOR_YOU] = len(rows), sum(row.is_for_you for row in rows)
    return Board([row for row in rows if _shown(row, wanted.show)], counts)


def groups_of(rows: Iterable[Row], board: Board) -> list[Group]:
    """Rows of the board, in its order, by how they stand."""
    counts = Counter(row.standing for row in board.rows)
    return [Group(each, list(found), counts[each]) for each, found in groupby(rows, key=lambda row: row.standing)]


def people_in(rows: Iterable[Row]) -> list[Person]:
    """The assessors of these years, each once, by name."""
    found = {row.assessor.pk: row.assessor for row in rows if row.assessor is not None}
    return sorted(found.values(), key=lambda person: (person.full_name, person.pk))


def _shown(row: Row, show: str) -> bool:
    return not show or (row.is_for_you if show == FOR_YOU else row.standing == show)


def _fits(row: Row, wanted: Wanted) -> bool:
    return (
        wanted.service in ("", row.enrolment.policy.service)
        and wanted.started in ("", f"{row.enrolment.starts_on:%Y-%m}")
        and (not wanted.waits_for or any(role == wanted.waits_for for role, _ in row.waits_for))
        and wanted.assessor in ("", str(row.assessor.pk) if row.assessor else None)
    )


def _is_hers(actor: Actor, enrolment: Enrolment, part: tuple[Role, Person | None]) -> bool:
    """Her own part; or nobody co-ordinates the year, and she runs the programme there."""
    role, person = part
    if person is not None:
        return person.pk == actor.person_id
    return role == Role.COORDINATOR and enrolment.organisation_id in actor.organisations_where(*RUNNERS)


def _by_need(row: Row) -> tuple[int, bool, int, date, int]:
    order = list(Standing).index(row.standing)
    return order, not row.is_for_you, -row.days, row.next.due_on if row.next else date.max, row.enrolment.pk


def _held(enrolments: Collection[Enrolment], *, on: date) -> dict[int, Held]:
    found: dict[int, Held] = {each.pk: {Role.NQSW: each.person} for each in enrolments}
    parts = Part.objects.filter(holds_on(on), enrolment_id__in=found).select_related("person")
    for part in parts.order_by("from_on", "pk"):
        found[part.enrolment_id][Role(part.role)] = part.person
    return found


def _teams(enrolments: Collection[Enrolment], *, on: date) -> dict[tuple[int, int], str]:
    people = [each.person_id for each in enrolments]
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id__in=people, team__isnull=False)
    rows = held.order_by("-pk").values_list("post__person_id", "post__organisation_id", "team__name")
    return {(person, organisation): name for person, organisation, name in rows}


def _hours(enrolments: Collection[Enrolment], *, on: date) -> dict[int, Decimal]:
    """By the last change of hours agreed up to the day."""
    agreed = Change.objects.filter(
        enrolment__in=enrolments, kind=ChangeKind.HOURS, state=ChangeState.AGREED, from_on__lte=on
    )
    rows = agreed.order_by("from_on", "pk").values_list("enrolment_id", "fte")
    return {pk: fte for pk, fte in rows if fte is not None}
