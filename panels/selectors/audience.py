"""Who runs a case: the people its candidate, its reviewers and the portal itself turn to."""

from datetime import date

from academy.identity.models import Person
from academy.people.choices import RoleCode
from academy.people.selectors.holders import holders
from panels.choices.panels import MemberSort, Seat
from panels.models import Case, Member
from portfolios.selectors.signing import line_manager_of


def seated(case: Case, *seats: Seat, on: date) -> list[Person]:
    """Who has one of these seats on the case's panel on the day, guests left out, each once, by name."""
    held = Member.objects.held_on(on).filter(panel_id=case.panel_id, seat__in=seats).exclude(sort=MemberSort.GUEST)
    return list(Person.objects.filter(pk__in=held.values("person_id"))) if case.panel_id is not None else []


def clerks_of(case: Case, *, on: date) -> list[Person]:
    """The clerks of the panel; without one those of the organisation; without any its academy leads."""
    found = seated(case, Seat.CLERK, on=on)
    if not found:
        found = list(holders(RoleCode.PANEL_CLERK, organisation_id=case.organisation_id, on=on))
    return found or leads_of(case, on=on)


def leads_of(case: Case, *, on: date) -> list[Person]:
    """The academy leads of the organisation."""
    return list(holders(RoleCode.ACADEMY_LEAD, organisation_id=case.organisation_id, on=on))


def manager_of(case: Case, *, on: date) -> list[Person]:
    """The candidate's line manager there on the day; nobody for somebody from outside. One query."""
    found = None if case.is_external else line_manager_of(case.person_id, case.organisation_id, on=on)
    return [found] if found is not None else []
