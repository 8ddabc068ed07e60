"""Agreements about supervision: made by the supervisor, agreed to by the other, ended by either."""

from dataclasses import dataclass
from datetime import date, datetime

from academy.development.choices.supervisions import SessionState, Strand
from academy.development.models import SupervisionAgreement
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.belonging import belongs_to


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What is agreed: the strand, every how many weeks, how many minutes, from which day on."""

    strand: str
    every_weeks: int
    minutes: int
    from_on: date


@command("development.agreement.arrange")
def arrange(*, person: Person, terms: Terms, by: Actor, at: datetime) -> SupervisionAgreement:
    """Arrange supervision with a colleague of the organisation acted in; it begins once she has agreed (S4-32).

    Refuses oneself, somebody of another organisation, and a strand that has its agreement.
    """
    organisation_id = by.organisation_id
    if not allows("development.supervision.arrange", by) or organisation_id is None or by.person_id is None:
        raise Refused("Choose the organisation in which you supervise first.")
    if person.pk == by.person_id or not belongs_to(person.pk, organisation_id, by.on):
        raise Refused("Choose a colleague of your organisation.", field="person")
    standing = SupervisionAgreement.objects.unended().filter(
        person=person, organisation_id=organisation_id, strand=terms.strand
    )
    if standing.exists():
        strand = Strand(terms.strand).label.lower()
        raise Refused(f"There is an agreement for {strand} supervision already. End it first.", field="strand")
    made = SupervisionAgreement.objects.create(
        person=person,
        supervisor_id=by.person_id,
        organisation_id=organisation_id,
        strand=terms.strand,
        every_weeks=terms.every_weeks,
        minutes=terms.minutes,
        from_on=terms.from_on,
        made_at=at,
    )
    record(made, changed=("strand", "every_weeks", "minutes"), about=person.pk, organisation=organisation_id)
    return made


@command("development.agreement.agree")
def agree(*, agreement: SupervisionAgreement, by: Actor, at: datetime) -> SupervisionAgreement:
    """Agree to it. Refuses anybody but who is supervised, and what is agreed or ended."""
    agreement = _standing(agreement, "development.agreement.agree", by=by)
    if agreement.agreed_at is not None:
        raise Refused("You have agreed already.")
    agreement.agreed_at = at
    agreement.save(update_fields=["agreed_at"])
    record(agreement, changed=("agreed_at",), about=agreement.person_id, organisation=agreement.organisation_id)
    return agreement


@command("development.agreement.end")
def end(*, agreement: SupervisionAgreement, by: Actor, at: datetime) -> SupervisionAgreement:
    """End it today. Sessions planned for later days are gone; what was held stays. A change begins a new agreement."""
    agreement = _standing(agreement, "development.agreement.end", by=by)
    agreement.until_on = max(by.on, agreement.from_on)
    agreement.save(update_fields=["until_on"])
    agreement.sessions.filter(state=SessionState.PLANNED).delete()
    record(agreement, changed=("until_on",), about=agreement.person_id, organisation=agreement.organisation_id)
    return agreement


def _standing(agreement: SupervisionAgreement, permission: str, *, by: Actor) -> SupervisionAgreement:
    if not allows(permission, by, agreement):
        raise Refused("This is for the two who meet.")
    stored = SupervisionAgreement.objects.select_for_update().get(pk=agreement.pk)
    if stored.until_on is not None:
        raise Refused("This agreement has ended. Make a new one to go on.")
    return stored
