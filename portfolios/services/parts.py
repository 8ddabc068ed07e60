"""Naming who fills the sections of a portfolio that are not its author's."""

from datetime import datetime

from django.urls import reverse

from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.belonging import is_staff_of
from portfolios.choices.portfolios import NAMED_ROLES, FillerRole
from portfolios.models import PartHolder, Portfolio
from portfolios.notices.parts import NAMED, PartContext
from portfolios.selectors.signing import line_manager_of
from portfolios.selectors.templates import content_of_template
from portfolios.services.changing import changeable


@command("portfolios.part.name")
def name_holder(*, portfolio: Portfolio, role: str, person: Person, by: Actor, at: datetime) -> PartHolder:
    """Say who fills the sections of a role: she sees them, writes them, and is told. Named anew, the other one sees
    them no longer; what she wrote stays until it is changed.

    Refuses others, a portfolio that is closed to its author, a role the template asks nobody for or that is known by
    itself, herself, who does not work there, and as verifier her line manager.
    """
    current = changeable(portfolio, by=by)
    if role not in NAMED_ROLES or role not in content_of_template(current.template).fillers:
        raise Refused("The template of this portfolio asks for nobody to be named for this.")
    _judge(current, role, person, by=by)
    holder, _ = PartHolder.objects.update_or_create(
        portfolio=current, role=role, defaults={"person": person, "named_at": at}
    )
    record(holder, changed=("person",), about=current.person_id, organisation=current.organisation_id)
    notices.send(kind=NAMED, to=person, context=PartContext(who=by.label, url=reverse("desk:home")), by=by, at=at)
    return holder


def _judge(portfolio: Portfolio, role: str, person: Person, *, by: Actor) -> None:
    if person.pk == portfolio.person_id or not is_staff_of(person.pk, portfolio.organisation_id, by.on):
        raise Refused("Choose a colleague who works here.", field="person")
    if role == FillerRole.VERIFIER:
        manager = line_manager_of(portfolio.person_id, portfolio.organisation_id, on=by.on)
        if manager is not None and manager.pk == person.pk:
            raise Refused("Your line manager signs after the verifier. Choose somebody else.", field="person")
