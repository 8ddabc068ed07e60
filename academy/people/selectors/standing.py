"""What somebody is on a day: her roles, whom she manages, which organisations she reaches. Asked once a request."""

from datetime import date

from django.db.models import FilteredRelation

from academy.engines.access.actors import Standing
from academy.identity.actor import HeldRole
from academy.people.choices import MembershipKind
from academy.people.models import Membership, Post, RoleHolding
from academy.people.querysets import holds_on
from academy.people.selectors.line_management import managed_by


def standing(person_id: int, on: date) -> Standing:
    """A person's standing on a day, in four queries whatever it is."""
    roles = tuple(
        HeldRole(code=row["role"], organisation_id=row["organisation"], service_id=row["service"], team_id=row["team"])
        for row in RoleHolding.objects.filter(holds_on(on), person_id=person_id).values(
            "role", "organisation", "service", "team"
        )
    )
    jobs = _jobs(person_id, on)
    kinds = dict(
        Membership.objects.filter(holds_on(on), person_id=person_id)
        .order_by("from_on", "pk")
        .values_list("organisation_id", "kind")
    )
    employers, memberships = list(jobs), list(kinds)
    return Standing(
        roles=roles,
        jobs={**{place: MembershipKind(kind).label for place, kind in kinds.items()}, **jobs},
        manages=managed_by(person_id, on, places={*employers, *memberships}),
        reaches=tuple(dict.fromkeys([*employers, *memberships, *(role.organisation_id for role in roles)])),
        staff_of=frozenset(employers),
    )


def _jobs(person_id: int, on: date) -> dict[int, str]:
    """Her jobs in words by organisation, the primary post first: "Social worker, BG10"."""
    posts = (
        Post.objects.filter(holds_on(on), person_id=person_id)
        .annotate(now=FilteredRelation("terms", condition=holds_on(on, "terms__")))
        .order_by("-is_primary", "from_on", "pk")
        .values_list("organisation_id", "now__job_title", "now__job_role__title", "now__grade__code")
    )
    jobs: dict[int, str] = {}
    for place, own, usual, grade in posts:
        jobs.setdefault(place, ", ".join(filter(None, (own or usual, grade))))
    return jobs
