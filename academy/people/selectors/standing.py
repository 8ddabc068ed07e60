"""What somebody is on a day: her roles, whom she manages, which organisations she reaches. Asked once a request."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import BooleanField, CharField, FilteredRelation, IntegerField, Value
from django.db.models.functions import Cast, Coalesce

from academy.engines.access.actors import Standing
from academy.identity.actor import HeldRole
from academy.people.choices import MembershipKind
from academy.people.models import Membership, Post, RoleHolding
from academy.people.querysets import holds_on
from academy.people.selectors.line_management import managed_by

POST, MEMBERSHIP, ROLE = "post", "membership", "role"
# What a row of another kind has in the column; typed, because PostgreSQL asks every part of a union for the same types.
NO_WORDS, NOT_FIRST = Value("", CharField()), Value(False, BooleanField())
NOWHERE = Cast(Value(None), IntegerField())


class _Bond(NamedTuple):
    """A post, a membership or a role of the day. `says` is the title of her own, the kind or the role."""

    what: str
    place: int
    says: str
    job_role: str | None
    grade: str | None
    service: int | None
    team: int | None
    is_first: bool
    from_on: date
    pk: int


def standing(person_id: int, on: date) -> Standing:
    """A person's standing on a day, in two queries whatever it is."""
    bonds = _bonds(person_id, on)
    posts = sorted((each for each in bonds if each.what == POST), key=lambda b: (not b.is_first, b.from_on, b.pk))
    memberships = sorted((each for each in bonds if each.what == MEMBERSHIP), key=lambda bond: (bond.from_on, bond.pk))
    roles = sorted((each for each in bonds if each.what == ROLE), key=lambda bond: (bond.says, bond.place, bond.pk))
    jobs = _jobs(posts)
    employers, members = list(jobs), {bond.place: MembershipKind(bond.says).label for bond in memberships}
    return Standing(
        roles=tuple(HeldRole(bond.says, bond.place, bond.service, bond.team) for bond in roles),
        jobs={**members, **jobs},
        manages=managed_by(person_id, on, places={*employers, *members}),
        reaches=tuple(dict.fromkeys([*employers, *members, *(bond.place for bond in roles)])),
        staff_of=frozenset(employers),
    )


def _bonds(person_id: int, on: date) -> list[_Bond]:
    """Everything that binds her to an organisation on the day, in one query."""
    posts = Post.objects.annotate(now=FilteredRelation("terms", condition=holds_on(on, "terms__")))
    parts = (
        posts.values_list(
            *(Value(POST, CharField()), "organisation_id", Coalesce("now__job_title", NO_WORDS)),
            *("now__job_role__title", "now__grade__code"),
            *(NOWHERE, NOWHERE, "is_primary", "from_on", "pk"),
        ),
        Membership.objects.values_list(
            *(Value(MEMBERSHIP, CharField()), "organisation_id", "kind", NO_WORDS, NO_WORDS),
            *(NOWHERE, NOWHERE, NOT_FIRST, "from_on", "pk"),
        ),
        RoleHolding.objects.values_list(
            *(Value(ROLE, CharField()), "organisation_id", "role", NO_WORDS, NO_WORDS),
            *("service_id", "team_id", NOT_FIRST, "from_on", "pk"),
        ),
    )
    first, *others = (part.filter(holds_on(on), person_id=person_id).order_by() for part in parts)
    return [_Bond(*row) for row in first.union(*others, all=True)]


def _jobs(posts: Iterable[_Bond]) -> dict[int, str]:
    """Her jobs in words by organisation, the primary post first: "Social worker, BG10"."""
    jobs: dict[int, str] = {}
    for post in posts:
        jobs.setdefault(post.place, ", ".join(filter(None, (post.says or post.job_role, post.grade))))
    return jobs
