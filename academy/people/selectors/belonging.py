"""Where a person belongs: the organisation, service and team of each post, and each membership."""

from dataclasses import dataclass
from datetime import date

from academy.people.models import Membership, Post, Terms
from academy.people.querysets import holds_on
from academy.people.rules.spans import Span


@dataclass(frozen=True)
class Belonging:
    """One place a person belongs to; a membership has neither service nor team and is not staff.

    `is_current` tells the places of the day asked about from those before and after it.
    """

    organisation_id: int
    service_id: int | None
    team_id: int | None
    is_staff: bool
    is_current: bool


def belongings(person_id: int, on: date) -> tuple[Belonging, ...]:
    """Every place the person belongs to on the day, belonged to before, or will belong to, in two queries.

    Those who keep her record need the places before and after: she leaves and comes back, and is invited before her
    first day.
    """
    posts = Terms.objects.filter(post__person_id=person_id).values_list(
        "post__organisation_id", "team__service_id", "team_id", "from_on", "until_on", "post__from_on", "post__until_on"
    )
    memberships = Membership.objects.filter(person_id=person_id).values_list("organisation_id", "from_on", "until_on")
    return (
        *(
            Belonging(
                organisation,
                service,
                team,
                is_staff=True,
                is_current=Span(begin, end).holds_on(on) and Span(first, last).holds_on(on),
            )
            for organisation, service, team, begin, end, first, last in posts
        ),
        *(
            Belonging(organisation, None, None, is_staff=False, is_current=Span(begin, end).holds_on(on))
            for organisation, begin, end in memberships
        ),
    )


def is_staff_of(person_id: int, organisation_id: int, on: date) -> bool:
    """Has the person a post in the organisation on the day?"""
    return Post.objects.filter(holds_on(on), person_id=person_id, organisation_id=organisation_id).exists()


def belongs_to(person_id: int, organisation_id: int, on: date) -> bool:
    """Has the person a post or a membership in the organisation on the day?"""
    members = Membership.objects.filter(holds_on(on), person_id=person_id, organisation_id=organisation_id)
    return is_staff_of(person_id, organisation_id, on) or members.exists()
