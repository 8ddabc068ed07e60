"""Goals as pages show them: one's own, those of the people one manages, and what belongs to each."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from academy.development.models import Entry, Goal, GoalReview
from academy.development.rules.goals import is_overdue
from academy.identity.actor import Actor
from academy.identity.models import Person

# So many of one's newest entries are offered to be linked; those linked before are offered anyway.
MOST_OFFERED = 50


@dataclass(frozen=True)
class GoalRow:
    """A goal in a list, with the number of entries linked to it."""

    goal: Goal
    linked: int
    is_overdue: bool


@dataclass(frozen=True)
class Plan:
    """Somebody's goals: the open ones by the day they are due, the closed ones newest first."""

    open: tuple[GoalRow, ...]
    closed: tuple[GoalRow, ...]

    @property
    def unagreed(self) -> int:
        return sum(1 for row in self.open if not row.goal.is_agreed)


@dataclass(frozen=True)
class Unagreed:
    """Goals of one person that wait for her manager, with the one that waits longest."""

    person: Person
    first: Goal
    count: int


@dataclass(frozen=True)
class Waiting:
    """What waits for somebody among goals."""

    own_due: tuple[Goal, ...]
    to_agree: tuple[Unagreed, ...]


def plan_of(person_id: int | None, actor: Actor) -> Plan:
    """The goals of a person that the actor may see, in one query."""
    goals = Goal.objects.visible_to(actor).filter(person_id=person_id).select_related("agreed_by")
    rows = [
        GoalRow(goal, goal.entries, is_overdue(goal.due_on, is_open=goal.is_open, on=actor.on))
        for goal in goals.annotate(entries=Count("linked")).order_by("due_on", "pk")
    ]
    closed = [row for row in rows if not row.goal.is_open]
    closed.sort(key=lambda row: (row.goal.closed_at, row.goal.pk), reverse=True)
    return Plan(tuple(row for row in rows if row.goal.is_open), tuple(closed))


def own_open_goals(actor: Actor) -> list[Goal]:
    """One's own open goals in the organisation acted in, by the day they are due; one query."""
    own = Goal.objects.open().filter(person_id=actor.person_id, organisation_id=actor.organisation_id)
    return list(own.order_by("due_on", "pk"))


def goals_due(actor: Actor, until: date) -> list[Goal]:
    """One's own open goals that are due by the day, also those past their day; one query."""
    return list(Goal.objects.due_by(until).filter(person_id=actor.person_id).order_by("due_on", "pk"))


def goals_waiting(actor: Actor) -> Waiting:
    """Goals that wait for the actor: her own whose day has come, and those of her people to agree to; one query."""
    if actor.person_id is None:
        return Waiting((), ())
    come = Q(person_id=actor.person_id, due_on__lte=actor.on)
    unagreed = Q(agreed_at=None) & ~Q(person_id=actor.person_id)
    found = Goal.objects.visible_to(actor).open().filter(come | unagreed).select_related("person")
    goals = list(found.order_by("changed_at", "pk"))
    own = [goal for goal in goals if goal.person_id == actor.person_id]
    by_person: dict[int, list[Goal]] = defaultdict(list)
    for goal in goals:
        if goal.person_id != actor.person_id:
            by_person[goal.person_id].append(goal)
    to_agree = tuple(Unagreed(each[0].person, each[0], len(each)) for each in by_person.values())
    return Waiting(tuple(sorted(own, key=lambda goal: (goal.due_on, goal.pk))), to_agree)


def open_days_of(people: Collection[int], actor: Actor) -> dict[int, list[date]]:
    """The days on which the open goals of these people are due, soonest first; one query."""
    goals = Goal.objects.visible_to(actor).open().filter(person_id__in=people).order_by("due_on", "pk")
    days: dict[int, list[date]] = defaultdict(list)
    for person_id, due_on in goals.values_list("person_id", "due_on"):
        days[person_id].append(due_on)
    return dict(days)


def linked_to(goal: Goal) -> list[Entry]:
    """The entries that belong to the goal, in the order they were linked. For whose goal it is, and for nobody else."""
    return list(Entry.objects.filter(pk__in=goal.linked.values("entry")).order_by("-started_on", "-pk"))


def linkable_entries(goal: Goal) -> list[Entry]:
    """One's own kept entries to choose from: the newest, and those that belong to the goal already; two queries."""
    kept = Entry.objects.written_by(goal.person_id).kept().order_by("-started_on", "-pk")
    newest = list(kept[:MOST_OFFERED])
    shown = {entry.pk for entry in newest}
    return [*newest, *(entry for entry in linked_to(goal) if entry.pk not in shown)]


def goals_of_entry(entry: Entry, actor: Actor) -> list[Goal]:
    """The author's own goals the entry belongs to; one query."""
    own: QuerySet[Goal] = Goal.objects.filter(person_id=actor.person_id, linked__entry=entry)
    return list(own.order_by("due_on", "pk"))


def reviews_of(goal: Goal) -> list[GoalReview]:
    """What was said of the goal at appraisals and half-year reviews, oldest first; one query."""
    return list(goal.reviews.select_related("appraisal").order_by("appraisal__due_on", "pk"))


def visible_goal_ids(ids: Iterable[int], actor: Actor) -> frozenset[int]:
    """Those of the goals the actor may read; one query."""
    return frozenset(Goal.objects.visible_to(actor).filter(pk__in=list(ids)).values_list("pk", flat=True))
