"""What somebody is on a day: her roles, whom she manages, which organisations she reaches. Asked once a request."""

from datetime import date

from academy.engines.access.actors import Standing
from academy.identity.actor import HeldRole
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
    employers = list(
        Post.objects.filter(holds_on(on), person_id=person_id)
        .order_by("-is_primary", "from_on")
        .values_list("organisation_id", flat=True)
    )
    memberships = list(
        Membership.objects.filter(holds_on(on), person_id=person_id)
        .order_by("from_on")
        .values_list("organisation_id", flat=True)
    )
    return Standing(
        roles=roles,
        manages=managed_by(person_id, on, places={*employers, *memberships}),
        reaches=tuple(dict.fromkeys([*employers, *memberships, *(role.organisation_id for role in roles)])),
        staff_of=frozenset(employers),
    )
