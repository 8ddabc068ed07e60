"""Days ahead that people knows of: a registration that runs out, a role or a deputy's time that ends."""

from datetime import date

from academy.engines.worklist.days import DayProvider, declare_days
from academy.identity.actor import Actor
from academy.people.selectors.ending import ending_roles, expiring_registrations
from academy.ui.lists import Day


def _registrations(actor: Actor, until: date) -> list[Day]:
    return [
        Day(
            on=registration.expires_on,
            what="Your registration runs out",
            detail=f"{registration.get_regulator_display()}, unless it is renewed",
        )
        for registration in expiring_registrations(actor, until)
        if registration.expires_on
    ]


def _roles(actor: Actor, until: date) -> list[Day]:
    return [
        Day(
            on=holding.until_on,
            what=f"Last day as {holding.get_role_display()}",
            detail=holding.organisation.short_name,
        )
        for holding in ending_roles(actor, until)
        if holding.until_on
    ]


declare_days(DayProvider("people.registration", _registrations))
declare_days(DayProvider("people.role", _roles))
