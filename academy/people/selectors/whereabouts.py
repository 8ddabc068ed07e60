"""Who belongs somewhere on a day, and who is away: for everybody at once, as sets the database works with."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.identity.models import Person
from academy.people.models import Absence, Membership, Post, RoleHolding
from academy.people.querysets import holds_on


def people_here(on: date) -> QuerySet[Person]:
    """Everybody with a post, a membership or a role somewhere on the day; who has left has none of them."""
    posts = Post.objects.filter(holds_on(on), person_id=OuterRef("pk"))
    memberships = Membership.objects.filter(holds_on(on), person_id=OuterRef("pk"))
    roles = RoleHolding.objects.filter(holds_on(on), person_id=OuterRef("pk"))
    return Person.objects.filter(Exists(posts) | Exists(memberships) | Exists(roles))


def reaches_on(day: date, *, person: str, organisation: str) -> Q:
    """A condition on rows of any table: that person may act in that organisation on the day, as `standing` judges it.

    Both are names of fields of the row, such as `peer_id`; a row without a person does not meet it.
    """
    reached = Q()
    for rows in (Post.objects, Membership.objects, RoleHolding.objects):
        bonds = rows.filter(holds_on(day), person_id=OuterRef(person), organisation_id=OuterRef(organisation))
        reached |= Q(Exists(bonds))
    return reached


def people_away(on: date) -> QuerySet[Person]:
    """Everybody who is absent on the day."""
    return Person.objects.filter(Exists(Absence.objects.filter(holds_on(on), person_id=OuterRef("pk"))))
