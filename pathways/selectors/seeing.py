"""Whose standing somebody may see, and in which organisations."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Terms
from academy.people.querysets import holds_on
from academy.people.selectors.people import taken_in
from pathways.querysets import OVERSEERS
from pathways.selectors.standings import Standing, standings_of


def people_seen(actor: Actor) -> QuerySet[Person]:
    """The people the actor manages or stands in to manage on her day, and those with a post in a place that her role as
    academy or Principal Social Worker takes in; never herself."""
    return Person.objects.filter(Exists(_seen(actor).filter(post__person_id=OuterRef("pk")))).exclude(
        pk=actor.person_id
    )


def standings_seen(person_ids: Collection[int], actor: Actor) -> dict[int, list[Standing]]:
    """Where these people stand, as far as the actor may see it: her own everywhere, another's in the organisations in
    which she manages or oversees her. One query more than the standings themselves."""
    rows = _seen(actor).filter(post__person_id__in=person_ids).order_by()
    places = set(rows.values_list("post__person_id", "post__organisation_id"))
    within = None if actor.person_id in person_ids else {organisation for _, organisation in places}
    found = standings_of(person_ids, on=actor.on, within=within)
    return {
        pk: [each for each in own if pk == actor.person_id or (pk, each.organisation.pk) in places]
        for pk, own in found.items()
    }


def standing_seen(person_id: int, actor: Actor, *, step: str, organisation: str = "") -> Standing | None:
    """The standing from which a step of this code leads on; of an organisation where one is named by its address."""
    found = (each for each in standings_seen([person_id], actor)[person_id] if each.step(step) is not None)
    return next((each for each in found if organisation in ("", each.organisation.slug)), None)


def _seen(actor: Actor) -> QuerySet[Terms]:
    """What holds on the day in the posts of those whose standing the actor may see, but for her own."""
    managed = Q(post__person_id__in=actor.manages, post__organisation_id__in=actor.reaches)
    held = Terms.objects.filter(holds_on(actor.on), holds_on(actor.on, "post__"))
    return held.filter(managed | taken_in(actor, OVERSEERS))
