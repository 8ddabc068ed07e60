"""One's own year, and those one has a part in, with the next date of each."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q

from academy.identity.actor import Actor
from academy.people.querysets import holds_on
from academy.ui.states import State
from asye.choices.enrolments import EnrolmentState, Role
from asye.models import Enrolment, Milestone, Part


@dataclass(frozen=True)
class InHand:
    """A year in the list: whose, how it stands, the parts the actor has in it, and its next date."""

    enrolment: Enrolment
    roles: tuple[str, ...]
    next: Milestone | None

    @property
    def state(self) -> State:
        return self.enrolment.standing.state


def own_year(actor: Actor) -> Enrolment | None:
    """The actor's own year: the one under way, else her last. One query."""
    own = list(Enrolment.objects.filter(person_id=actor.person_id)) if actor.person_id is not None else []
    return min(own, key=lambda year: (year.ended_at is not None, -year.starts_on.toordinal()), default=None)


def years_in_hand(actor: Actor) -> list[InHand]:
    """Years that have not ended in which the actor has a part or whose line manager she is, by their next date; those
    she only oversees are on the cohort board. Three queries."""
    if actor.person_id is None:
        return []
    held = Part.objects.filter(holds_on(actor.on), person_id=actor.person_id)
    mine = Enrolment.objects.filter(Q(pk__in=held.values("enrolment_id")) | Q(person_id__in=actor.manages))
    seen = Enrolment.objects.visible_to(actor).filter(pk__in=mine.order_by().values("pk")).not_ended()
    to_come = Milestone.objects.filter(done_on=None).order_by("due_on", "pk")
    years = seen.select_related("person", "organisation", "policy").prefetch_related(
        Prefetch("parts", held, to_attr="held"), Prefetch("milestones", to_come, to_attr="to_come")
    )
    return sorted(map(_in_hand, years), key=_by_day)


def _in_hand(year: Enrolment) -> InHand:
    roles = tuple(str(Role(part.role).label) for part in getattr(year, "held"))
    waits = year.state != EnrolmentState.DEFERRED
    return InHand(year, roles, next(iter(getattr(year, "to_come")), None) if waits else None)


def _by_day(year: InHand) -> tuple[bool, int, int]:
    return year.next is None, year.next.due_on.toordinal() if year.next else 0, year.enrolment.pk
