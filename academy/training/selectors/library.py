"""What is read or done on one's own, and the platforms it is found on."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from academy.identity.actor import Actor
from academy.people.models import Membership
from academy.people.querysets import holds_on
from academy.training.choices import LIBRARY_KINDS, OfferKind, OpenTo
from academy.training.models import Course, Platform
from academy.training.selectors.audience import PROVIDERS


@dataclass(frozen=True)
class Shelf:
    """Everything of one kind."""

    heading: str
    courses: tuple[Course, ...]


HEADINGS = {
    OfferKind.WORKBOOK: "Workbooks",
    OfferKind.NEWS: "News",
    OfferKind.FORUM: "Forums",
    OfferKind.LINK: "Links",
}


def shelves(actor: Actor) -> list[Shelf]:
    """The library the actor may know of, kind by kind; one query (S1-34 to S1-36)."""
    rows = Course.objects.visible_to(actor).offered_on(actor.on).filter(kind__in=LIBRARY_KINDS)
    courses = list(rows.select_related("platform"))
    found = [Shelf(HEADINGS[kind], tuple(each for each in courses if each.kind == kind)) for kind in LIBRARY_KINDS]
    return [shelf for shelf in found if shelf.courses]


def platforms_of(actor: Actor) -> QuerySet[Platform]:
    """Platforms the actor may use: all of her employers', and those open to providers where she comes from one
    (S0-28 to S0-30)."""
    own = Q(organisation_id__in=actor.staff_of)
    memberships = Membership.objects.filter(holds_on(actor.on), person_id=actor.person_id, kind__in=PROVIDERS)
    outside = Q(open_to=OpenTo.PROVIDERS, organisation__in=memberships.values("organisation"))
    rows = Platform.objects.filter(own | outside).filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=actor.on))
    return rows.select_related("organisation")
