"""Which people somebody may know of. The permission `people.person.see` says the same of one person."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.engines.access.querysets import granted
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import KEEPER_ROLES, RECORD_ROLES
from academy.people.models import Membership, Terms
from academy.people.querysets import holds_on


def visible_to(actor: Actor) -> QuerySet[Person]:
    """The people the actor may know of on her day: herself, colleagues where she has a post, the people she manages,
    the people of the places her roles take in, and whoever she was given sight of. Those who keep records see who left
    and who will come, too."""
    now = holds_on(actor.on) & holds_on(actor.on, "post__")
    terms = Terms.objects.filter(post__person_id=OuterRef("pk"))
    members = Membership.objects.filter(person_id=OuterRef("pk"))
    return Person.objects.filter(
        Q(pk=actor.person_id)
        | Q(pk__in=actor.manages)
        | Exists(terms.filter(now, Q(post__organisation_id__in=actor.staff_of) | taken_in(actor, RECORD_ROLES)))
        | Exists(terms.filter(taken_in(actor, KEEPER_ROLES)))
        | Exists(members.filter(holds_on(actor.on), organisation_id__in=actor.organisations_where(*RECORD_ROLES)))
        | Exists(members.filter(organisation_id__in=actor.organisations_where(*KEEPER_ROLES)))
        | Q(granted(actor, Person))
    )


def taken_in(actor: Actor, codes: Iterable[str]) -> Q:
    """Terms in a place that one of the actor's roles with these codes takes in."""
    return (
        Q(post__organisation_id__in=actor.organisations_where(*codes))
        | Q(team__service_id__in=actor.services_where(*codes))
        | Q(team_id__in=actor.teams_where(*codes))
    )
