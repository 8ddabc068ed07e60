"""Where a person belongs on a day: the organisation, service and team of each post, and each membership."""

from dataclasses import dataclass
from datetime import date

from academy.people.models import Membership, Terms
from academy.people.querysets import holds_on


@dataclass(frozen=True)
class Belonging:
    """One place a person belongs to; a membership has neither service nor team and is not staff."""

    organisation_id: int
    service_id: int | None
    team_id: int | None
    is_staff: bool


def belongings(person_id: int, on: date) -> tuple[Belonging, ...]:
    """Every place the person belongs to on the day, in two queries."""
    posts = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=person_id).values_list(
        "post__organisation_id", "team__service_id", "team_id"
    )
    memberships = Membership.objects.filter(holds_on(on), person_id=person_id).values_list("organisation_id", flat=True)
    return (
        *(Belonging(organisation, service, team, True) for organisation, service, team in posts),
        *(Belonging(organisation, None, None, False) for organisation in memberships),
    )
