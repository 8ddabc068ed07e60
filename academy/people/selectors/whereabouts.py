"""Who belongs somewhere on a day, and who is away: for everybody at once, as sets the database works with."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from academy.identity.models import Person
from academy.people.models import Absence, Membership, Post, RoleHolding
from academy.people.querysets import holds_on


def people_here(on: date) -> QuerySet[Person]:
    """Everybody with a post, a membership or a role somewhere on the day; who has left has none of them."""
    posts = Post.objects.filter(holds_on(on), person_id=OuterRef("pk"))
    memberships = Membership.objects.filter(holds_on(on), person_id=OuterRef("pk"))
    roles = RoleHolding.objects.filter(holds_on(on), person_id=OuterRef("pk"))
    return Person.objects.filter(Exists(posts) | Exists(memberships) | Exists(roles))


def people_away(on: date) -> QuerySet[Person]:
    """Everybody who is absent on the day."""
    return Person.objects.filter(Exists(Absence.objects.filter(holds_on(on), person_id=OuterRef("pk"))))
