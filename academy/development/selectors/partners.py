"""Colleagues of other teams who let themselves be suggested as peers and wrote about the same standards lately."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from academy.development.choices import EntryState
from academy.development.models import Entry, PeerOffer, PeerReflection
from academy.development.rules.peers import partner_sentence
from academy.identity.models import Person
from academy.people.models import Terms
from academy.people.querysets import holds_on

MOST_SUGGESTED = 3
LATELY = timedelta(days=365)


@dataclass(frozen=True)
class Partner:
    """Somebody to talk with, and one sentence why."""

    person: Person
    why: str


def is_offered(person_id: int | None) -> bool:
    """Does the person let herself be suggested? One query."""
    return PeerOffer.objects.filter(person_id=person_id).exists()


def suggested_partners(entry: Entry, *, on: date) -> list[Partner]:
    """At most three colleagues of the entry's organisation, in other teams, with most in common; three queries.

    Only people who offered it, and only that there is something in common: no title, no standard and no number.
    """
    places = Terms.objects.filter(
        holds_on(on), holds_on(on, "post__"), post__organisation_id=entry.organisation_id
    ).order_by("-post__is_primary", "post_id")
    own_teams = list(places.filter(post__person_id=entry.author_id).values_list("team_id", flat=True))
    offered = PeerOffer.objects.exclude(person_id=entry.author_id).values("person_id")
    elsewhere = places.filter(post__person_id__in=offered).exclude(team_id__in=own_teams)
    homes = {each.post.person_id: each for each in elsewhere.select_related("post__person", "team")}
    asked = PeerReflection.objects.standing().filter(entry=entry, peer__isnull=False).values("peer_id")
    in_common = (
        Entry.statements.through.objects.filter(
            statement__in=entry.statements.values("pk"),
            entry__state=EntryState.KEPT,
            entry__author__in=list(homes),
            entry__started_on__gt=on - LATELY,
            entry__started_on__lte=on,
        )
        .exclude(entry__author__in=asked)
        .values("entry__author")
        .annotate(number=Count("statement", distinct=True))
        .order_by("-number", "entry__author")
    )
    found = [homes[row["entry__author"]] for row in in_common[:MOST_SUGGESTED]]
    return [Partner(each.post.person, partner_sentence(each.team.name)) for each in found]
