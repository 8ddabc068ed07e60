"""Who is who in a year, also before; who is asked to hand over; and which parts need somebody else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.identity.actor import Actor
from academy.people.choices import Regulator
from academy.people.models import Membership, Terms
from academy.people.querysets import holds_on
from academy.people.rules.registrations import is_registered_on
from academy.people.selectors.answering import taken_in
from academy.people.selectors.line_management import line_manager_of
from asye.choices.enrolments import ENDED, Role
from asye.models import Enrolment, Part
from asye.querysets.enrolments import RUNNERS
from asye.rules.eligibility import roles_needed
from asye.rules.parts import Holding, attention
from asye.selectors.enrolling import registrations_of
from asye.selectors.policies import rules_by_policy

ASKED_FOR = timedelta(weeks=8)


@dataclass(frozen=True)
class Needed:
    """A part of a year that needs somebody else, and why."""

    enrolment: Enrolment
    role: Role
    why: str


def parts_of(enrolment: Enrolment) -> list[Part]:
    """Every part anybody has or had, by role, the last first. One query."""
    order = list(Role)
    rows = enrolment.parts.select_related("person").order_by("-from_on", "-pk")
    return sorted(rows, key=lambda part: order.index(Role(part.role)))


def handovers_asked(actor: Actor) -> QuerySet[Any]:
    """Parts the actor had until lately, that somebody else has now, without a word of hers for the next one."""
    if actor.person_id is None:
        return Part.objects.none()
    since = actor.on - ASKED_FOR
    mine = Part.objects.followed().filter(person_id=actor.person_id, until_on__gte=since, handed_over_at=None)
    return mine.exclude(enrolment__state__in=ENDED).select_related("enrolment__person").order_by("until_on", "pk")


def successor_of(part: Part) -> Part | None:
    """Who has the part after this one. One query."""
    after = Part.objects.filter(enrolment_id=part.enrolment_id, role=part.role, from_on__gt=part.from_on)
    return after.select_related("person").order_by("from_on", "pk").first()


def parts_needing(actor: Actor) -> list[Needed]:
    """Of the years the actor co-ordinates, and of those nobody does that she runs: parts that need somebody else.
    Four queries."""
    coordinated = Part.objects.filter(holds_on(actor.on), role=Role.COORDINATOR, enrolment_id=OuterRef("pk"))
    runs = taken_in(actor, *RUNNERS) & ~Exists(coordinated)
    mine = Q(Exists(coordinated.filter(person_id=actor.person_id))) | runs
    years = Enrolment.objects.filter(mine).exclude(state__in=[*ENDED, "released"]).exclude(person_id=actor.person_id)
    return needing_in(years, on=actor.on)


def needing_in(years: QuerySet[Enrolment], *, on: date) -> list[Needed]:
    """Parts of these years that need somebody else on the day. Four queries."""
    managed = years.annotate(managed_by=line_manager_of(on, person="person_id"))
    rows = list(managed.select_related("person", "policy").order_by("pk"))
    held = holdings_of([row.pk for row in rows], on=on)
    needed = {pk: roles_needed(rules) for pk, rules in rules_by_policy(rows).items()}
    return [
        Needed(row, role, why)
        for row in rows
        for role, why in attention(
            held.get(row.pk, []), needed=needed[row.policy_id], line_manager=getattr(row, "managed_by")
        ).items()
    ]


def holdings_of(years: Iterable[int], *, on: date) -> dict[int, list[Holding]]:
    """Everybody's part in these years on the day, whether she still belongs there and is registered. Two queries."""
    parts = Part.objects.filter(holds_on(on), enrolment_id__in=list(years)).annotate(belongs=_belongs(on))
    rows = list(parts.select_related("person").order_by("enrolment_id", "role"))
    registers = registrations_of({row.person_id for row in rows})
    live = {pk for pk, each in registers.items() if is_registered_on(on, each, regulator=Regulator.SWE)}
    found: dict[int, list[Holding]] = {}
    for row in rows:
        holding = Holding(
            role=Role(row.role),
            person_id=row.person_id,
            name=row.person.full_name,
            belongs=getattr(row, "belongs"),
            is_registered=row.person_id in live,
        )
        found.setdefault(row.enrolment_id, []).append(holding)
    return found


def _belongs(on: date) -> Any:
    """For parts: has the person a post or a membership, on the day, at the employer of the year?"""
    here = {"organisation_id": OuterRef("enrolment__organisation_id"), "person_id": OuterRef("person_id")}
    posts = Terms.objects.filter(
        holds_on(on), holds_on(on, "post__"), **{f"post__{key}": said for key, said in here.items()}
    )
    return Exists(posts) | Exists(Membership.objects.filter(holds_on(on), **here))
