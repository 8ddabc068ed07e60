"""Where a person belongs: the organisation, service and team of each post, and each membership."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from academy.people.models import Membership, Post, Terms
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
    posts = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=person_id)
    return _places(posts, Membership.objects.filter(holds_on(on), person_id=person_id))


def belongings_ever(person_id: int) -> tuple[Belonging, ...]:
    """Every place the person belongs to, belonged to, or will belong to, in two queries.

    Those who keep records need them all: people leave and come back, and are invited before their first day.
    """
    return _places(Terms.objects.filter(post__person_id=person_id), Membership.objects.filter(person_id=person_id))


def is_staff_of(person_id: int, organisation_id: int, on: date) -> bool:
    """Has the person a post in the organisation on the day?"""
    return Post.objects.filter(holds_on(on), person_id=person_id, organisation_id=organisation_id).exists()


def belongs_to(person_id: int, organisation_id: int, on: date) -> bool:
    """Has the person a post or a membership in the organisation on the day?"""
    members = Membership.objects.filter(holds_on(on), person_id=person_id, organisation_id=organisation_id)
    return is_staff_of(person_id, organisation_id, on) or members.exists()


def _places(posts: QuerySet[Terms], memberships: QuerySet[Membership]) -> tuple[Belonging, ...]:
    of_posts = posts.values_list("post__organisation_id", "team__service_id", "team_id").distinct().order_by()
    return (
        *(Belonging(organisation, service, team, True) for organisation, service, team in of_posts),
        *(
            Belonging(organisation, None, None, False)
            for organisation in memberships.values_list("organisation_id", flat=True)
        ),
    )
