"""How the inductions of an organisation stand, for its academy (S0-19)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from academy.development.choices.inductions import InductionState
from academy.development.models import Induction
from academy.development.querysets.inductions import InductionQuerySet
from academy.development.selectors.inductions import Standing, standings
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import ACADEMY_ROLES
from academy.people.selectors.directory import called

COLUMNS = (
    "Name",
    "Joined",
    "Due",
    "Moved by days",
    "Signed or ended",
    "How it stands",
    "Settled",
    "Items",
    "Programme",
)


@dataclass(frozen=True)
class Overview:
    """Inductions that are going on, with their standing, and how many are signed and ended."""

    going_on: Sequence[Standing]
    signed: int
    ended: int

    @property
    def overdue(self) -> list[Standing]:
        return [row for row in self.going_on if row.is_overdue]

    @property
    def soon(self) -> list[Standing]:
        return [row for row in self.going_on if row.is_soon]

    @property
    def counts(self) -> dict[str, int]:
        """How many each filter finds, by its code."""
        return {
            "": len(self.going_on),
            "overdue": len(self.overdue),
            "soon": len(self.soon),
            "signed": self.signed,
            "ended": self.ended,
        }


def kept_by(actor: Actor) -> InductionQuerySet:
    """All inductions of the organisation acted in, for who keeps its academy."""
    places = actor.organisations_where(*ACADEMY_ROLES) & {actor.organisation_id}
    return Induction.objects.visible_to(actor).filter(organisation_id__in=places)


def overview_of(actor: Actor, *, name: str = "") -> Overview:
    """The overview of the organisation acted in, of the people of a name; four queries."""
    rows = _called(actor, name)
    states = {"signed": Q(state=InductionState.SIGNED), "ended": Q(state=InductionState.ENDED)}
    counted = rows.order_by().aggregate(**{code: Count("pk", filter=state) for code, state in states.items()})
    going_on = sorted(standings(rows.unsigned(), on=actor.on), key=lambda row: (row.due.on, row.induction.pk))
    return Overview(going_on, **counted)


def closed_of(actor: Actor, state: InductionState, *, name: str = "") -> QuerySet[Induction]:
    """The signed or the ended ones, newest first; to be cut into pages before their standing is read."""
    return _called(actor, name).filter(state=state).order_by("-closed_at", "-pk")


def in_table(rows: Sequence[Standing]) -> list[tuple[object, ...]]:
    """The overview as rows of a table, headings first."""
    return [COLUMNS, *(_cells(row) for row in rows)]


def _called(actor: Actor, name: str) -> InductionQuerySet:
    rows = kept_by(actor)
    return rows.filter(person__in=called(Person.objects.all(), name)) if name else rows


def _cells(row: Standing) -> tuple[object, ...]:
    induction = row.induction
    return (
        induction.person.full_name,
        induction.joined_on,
        row.due.on,
        row.due.moved_days,
        timezone.localdate(induction.closed_at) if induction.closed_at else "",
        row.state.word,
        row.settled,
        row.items,
        induction.programme.title,
    )
