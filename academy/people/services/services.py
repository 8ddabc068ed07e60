"""Services of an organisation: adding, renaming, ending."""

from datetime import date, datetime

from django.utils.text import slugify

from academy.engines.audit.commands import command, record
from academy.engines.reference.choices import Origin
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.models import Service
from academy.people.rules import places as rules
from academy.people.services.judging import lock_organisation, require


@command("people.service.add")
def add(*, organisation: Organisation, name: str, kind: str, by: Actor, at: datetime) -> Service:
    """Add a service. Refuses a name another present service has, and an actor who does not keep the whole
    organisation."""
    require(rules.keeps_all(by, organisation.pk))
    lock_organisation(organisation.pk)
    tidy = " ".join(name.split())
    require(_free(organisation.pk, tidy, besides=None))
    plain = slugify(tidy)[:30] or "service"
    taken = organisation.services.filter(code__startswith=plain).count()
    code = f"{plain}-{taken + 1}" if taken else plain
    service = Service.objects.create(organisation=organisation, code=code, name=tidy, kind=kind)
    record(service, changed=("name", "kind"), organisation=organisation.pk)
    return service


@command("people.service.change")
def change(*, service: Service, name: str, kind: str, by: Actor, at: datetime) -> Service:
    """Call a service otherwise, or say that it is for others. Refuses an ended one and what adding refuses."""
    _judge(service, by)
    tidy = " ".join(name.split())
    require(
        rules.is_going_on(ended=service.withdrawn_on is not None),
        _free(service.organisation_id, tidy, besides=service.pk),
    )
    service.name, service.kind, service.origin = tidy, kind, Origin.PUBLISHED
    service.save(update_fields=["name", "kind", "origin"])
    record(service, changed=("name", "kind"), organisation=service.organisation_id)
    return service


@command("people.service.end")
def end(*, service: Service, from_on: date, by: Actor, at: datetime) -> Service:
    """From a day on the service is no longer chosen. Refuses an ended one and one with teams that go on."""
    _judge(service, by)
    require(
        rules.is_going_on(ended=service.withdrawn_on is not None),
        rules.is_without_teams(service.teams.unended().count()),
    )
    service.withdrawn_on, service.origin = from_on, Origin.PUBLISHED
    service.save(update_fields=["withdrawn_on", "origin"])
    record(service, moved=("held", "ended"), changed=("withdrawn_on",), organisation=service.organisation_id)
    return service


def _judge(service: Service, by: Actor) -> None:
    require(rules.keeps_all(by, service.organisation_id))
    lock_organisation(service.organisation_id)
    service.refresh_from_db()


def _free(organisation_id: int, name: str, *, besides: int | None) -> rules.Decision:
    others = Service.objects.filter(organisation_id=organisation_id, name__iexact=name, withdrawn_on=None)
    return rules.can_be_called(name, is_taken=others.exclude(pk=besides).exists())
