"""What counts by agreement as pages show it: what can be asked, what was, and how long one has waited for whom."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from pathways.choices import AgreementState
from pathways.models import Agreement
from pathways.selectors.agreeable import Agreeable, agreeable_ahead
from pathways.selectors.deciders import deciders_for, with_whom
from pathways.selectors.standings import standings_of


@dataclass(frozen=True)
class Offer:
    """One thing the steps ahead of somebody let count by agreement, in which organisation."""

    organisation: Organisation
    thing: Agreeable


@dataclass(frozen=True)
class AgreementView:
    """One agreement with who decides, while it waits, and for how long it has."""

    agreement: Agreement
    deciders: tuple[Person, ...]
    days: int

    @property
    def with_whom(self) -> str:
        """Where it is: "with Helen Moss for 6 days"."""
        return with_whom(self.deciders, self.days)


def offers_of(person_id: int | None, *, on: date) -> list[Offer]:
    """Everything the steps ahead of somebody let count by agreement, in the order of her ladder. The caller answers for
    who may know."""
    if person_id is None:
        return []
    standings = standings_of([person_id], on=on)[person_id]
    return [Offer(each.organisation, thing) for each in standings for thing in agreeable_ahead(each).values()]


def notable_by(actor: Actor, person_id: int) -> list[Offer]:
    """What the actor could note for somebody whose line manager she is, or for whom she holds the role named. Nothing
    while her roles are put aside for want of a second factor: who decides is read from the rows, which do not know."""
    if actor.lacks_second_factor:
        return []
    return [each for each in offers_of(person_id, on=actor.on) if _is_named(actor, person_id, each)]


def agreements_of(person_id: int | None, actor: Actor) -> list[Agreement]:
    """All agreements of somebody that the actor may see, newest first; one query."""
    rows = Agreement.objects.visible_to(actor).filter(person_id=person_id)
    return list(rows.select_related("decided_by", "decided_for"))


def view_of(agreement: Agreement, *, on: date) -> AgreementView:
    """An agreement as its page shows it."""
    is_asked = agreement.state == AgreementState.ASKED
    whose = (agreement.person_id, agreement.organisation_id)
    people = deciders_for(*whose, role=agreement.agreed_by_role, on=on).people if is_asked else ()
    return AgreementView(agreement, people, (on - timezone.localdate(agreement.asked_at)).days)


def _is_named(actor: Actor, person_id: int, offer: Offer) -> bool:
    deciders = deciders_for(person_id, offer.organisation.pk, role=offer.thing.by, on=actor.on)
    return any(person.pk == actor.person_id for person in deciders.all)
