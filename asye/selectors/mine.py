"""One's own year, and those one has a part in, with the next date of each."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from academy.engines.worklist.items import Item
from academy.engines.worklist.selectors.items import waiting_of_app
from academy.identity.actor import Actor
from academy.ui.states import State
from asye.choices.enrolments import EnrolmentState, Role
from asye.models import Enrolment, Milestone, Part
from asye.selectors.awaited import to_come
from asye.selectors.next_steps import about


@dataclass(frozen=True)
class InHand:
    """A year in the list: whose, how it stands, the actor's parts in it, its next date, what waits for her there."""

    enrolment: Enrolment
    roles: tuple[str, ...]
    next: Milestone | None
    waiting: tuple[Item, ...] = ()

    @property
    def state(self) -> State:
        return self.enrolment.standing.state


def own_year(actor: Actor) -> Enrolment | None:
    """The actor's own year: the one under way, else her last. One query."""
    own = list(Enrolment.objects.filter(person_id=actor.person_id)) if actor.person_id is not None else []
    return min(own, key=lambda year: (year.ended_at is not None, -year.starts_on.toordinal()), default=None)


def years_with_a_part(actor: Actor) -> QuerySet[Enrolment]:
    """Years that have not ended in which the actor has a part or whose line manager she is, each with whose it is and
    its policy; those she only oversees are on the cohort board."""
    mine = Q(pk__in=Part.objects.held_by(actor).values("enrolment_id")) | Q(person_id__in=actor.manages)
    hers = Enrolment.objects.filter(mine).order_by()
    seen = Enrolment.objects.visible_to(actor).filter(pk__in=hers.values("pk")).not_ended()
    return seen.select_related("person", "organisation", "policy")


def years_in_hand(actor: Actor) -> list[InHand]:
    """The same by their next date. Six queries, and those of the worklist."""
    if actor.person_id is None:
        return []
    held, there = Part.objects.held_by(actor), years_with_a_part(actor)
    years = list(there.prefetch_related(Prefetch("parts", held, to_attr="held")))
    ahead, waiting = to_come(years), _waiting(actor)
    return sorted((_in_hand(each, ahead[each.pk], waiting.get(about(each.pk), [])) for each in years), key=_by_day)


def _waiting(actor: Actor) -> dict[str, list[Item]]:
    """What of the ASYE waits for the actor, by the year it belongs to, most urgent first."""
    found: dict[str, list[Item]] = {}
    for item in waiting_of_app(actor, "asye"):
        found.setdefault(item.of, []).append(item)
    return found


def _in_hand(year: Enrolment, ahead: list[Milestone], waiting: list[Item]) -> InHand:
    roles = tuple(str(Role(part.role).label) for part in getattr(year, "held"))
    waits = year.state != EnrolmentState.DEFERRED
    day = next(iter(ahead), None) if waits else None
    return InHand(year, roles, day, tuple(waiting))


def _by_day(year: InHand) -> tuple[bool, int, int]:
    return year.next is None, year.next.due_on.toordinal() if year.next else 0, year.enrolment.pk
