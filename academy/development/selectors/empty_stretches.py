"""Whose present stretch is empty: everybody at once, as sets the database works with."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.development.models import CpdPolicy, Entry
from academy.development.rules.stretches import Stretch, stretch_of
from academy.development.selectors.policies import PLAIN
from academy.identity.models import Person
from academy.people.models import Terms
from academy.people.querysets import holds_on


@dataclass(frozen=True)
class EmptyStretch:
    """A stretch, and the people for whom it is the present one and who have kept nothing in it."""

    stretch: Stretch
    people: QuerySet[Person]


def empty_stretches(on: date, *, first: date, last: date) -> Iterator[EmptyStretch]:
    """The present stretches that end between the two days, with who has kept nothing: one query to find the policies.

    Asked of are people with an account and a post on the day in a job that must be registered (S2-84). A stretch is
    that of the policy of the organisation of the post; two posts may have two.
    """
    for stretch, employers in _present_stretches(on).items():
        if first <= stretch.ends_on <= last:
            yield EmptyStretch(stretch, _without_entry(stretch, employers=employers, on=on))


def _present_stretches(on: date) -> dict[Stretch, Q]:
    """Each stretch that is the present one somewhere, with the condition on terms that says where."""
    newest: dict[int | None, CpdPolicy] = {None: PLAIN}
    newest |= {each.organisation_id: each for each in CpdPolicy.objects.in_force(on).order_by("valid_from")}
    own = [organisation_id for organisation_id in newest if organisation_id is not None]
    where: dict[Stretch, Q] = defaultdict(Q)
    for organisation_id, policy in newest.items():
        place = Q(post__organisation_id=organisation_id) if organisation_id else ~Q(post__organisation_id__in=own)
        where[stretch_of(on, rhythm=policy.rhythm)] |= place
    return where


def _without_entry(stretch: Stretch, *, employers: Q, on: date) -> QuerySet[Person]:
    posts = Terms.objects.filter(
        employers,
        holds_on(on),
        holds_on(on, "post__"),
        post__person_id=OuterRef("pk"),
        job_role__is_registered=True,
    )
    kept = Entry.objects.kept().between(stretch.starts_on, stretch.ends_on).filter(author_id=OuterRef("pk"))
    return Person.objects.filter(Exists(posts), ~Exists(kept), user__is_active=True)
