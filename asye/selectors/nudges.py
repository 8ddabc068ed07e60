"""What would be sent to whom about the years somebody ticked on the cohort board, and why some get nothing."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.utils import timezone

from academy.identity.actor import Actor
from academy.identity.models import Person
from asye.choices.enrolments import Role
from asye.models import Enrolment, Nudge
from asye.rules.nudges import too_soon, words_of
from asye.selectors.audience import kept_from
from asye.selectors.cohort import Row, overseen, rows_of


@dataclass(frozen=True)
class Line:
    """What somebody is told of one year."""

    enrolment: Enrolment
    words: str


@dataclass(frozen=True)
class Draft:
    """One nudge: to whom, and what of which years. One person gets one, about all that is ticked. `leads_to` is the
    page it opens; without one, that of the first year."""

    to: Person
    lines: tuple[Line, ...]
    why_not: str = ""
    leads_to: str = ""

    @property
    def words(self) -> str:
        return " ".join(line.words for line in self.lines)


@dataclass(frozen=True)
class Drafts:
    """All of them in the order of the board; `idle` are years that wait for nobody who can be told."""

    drafts: tuple[Draft, ...]
    idle: tuple[Enrolment, ...]

    @property
    def to_send(self) -> tuple[Draft, ...]:
        return tuple(each for each in self.drafts if not each.why_not)

    @property
    def sha256(self) -> str:
        """Over what is sent to whom, so that what is sent is what was read."""
        said = "\n".join(f"{each.to.pk}: {each.words}" for each in self.to_send)
        return hashlib.sha256(said.encode()).hexdigest()


def drafts_of(cases: Collection[int], actor: Actor) -> Drafts:
    """The nudges about these years, of those the actor runs the programme for. Other ids are passed over. Whoever is
    kept from a year is told nothing of it. Four queries beside the board's."""
    runs = set(Enrolment.objects.run_by(actor).filter(pk__in=cases).order_by().values_list("pk", flat=True))
    rows = rows_of([each for each in overseen(actor) if each.pk in runs], actor)
    lines: dict[int, list[Line]] = {}
    people: dict[int, Person] = {}
    away = kept_from([row.enrolment for row in rows], on=actor.on)
    told = [(row, [each for each in _lines(row) if (row.enrolment.pk, each[0].pk) not in away]) for row in rows]
    for _, said in told:
        for person, line in said:
            people[person.pk] = person
            lines.setdefault(person.pk, []).append(line)
    last = last_nudged(people)
    drafts = (Draft(person, tuple(lines[pk]), why_not(person, actor, last.get(pk))) for pk, person in people.items())
    return Drafts(tuple(drafts), tuple(row.enrolment for row, said in told if not said))


def last_nudged(people: Iterable[int]) -> dict[int, date]:
    """By person, the day of the last nudge she got from anybody. One query."""
    found = Nudge.objects.filter(to_id__in=list(people)).order_by().values_list("to_id").annotate(last=Max("sent_at"))
    return {pk: timezone.localdate(at) for pk, at in found}


def _lines(row: Row) -> list[tuple[Person, Line]]:
    if row.ball is None:
        return []
    whose = row.enrolment.person.full_name
    return [
        (
            person,
            Line(
                row.enrolment,
                words_of(whose="" if role == Role.NQSW else whose, what=row.ball.what, since_on=row.ball.since_on),
            ),
        )
        for role, person in row.waits_for
        if person is not None
    ]


def why_not(person: Person, actor: Actor, last_on: date | None) -> str:
    """Why she gets none today; empty where she can be told."""
    if person.pk == actor.person_id:
        return "That is you."
    return too_soon(last_on, on=actor.on)
