"""What stands at the head of a year's record."""

from datetime import date
from decimal import Decimal

import pytest

from asye.choices.enrolments import Role
from asye.selectors.attention import reasons_of
from asye.selectors.heading import heading_of, hours_on, in_fte
from tests.factories.asye import (
    ChangeFactory,
    ConcernFactory,
    EnrolmentFactory,
    MilestoneFactory,
    SignalFactory,
    year_of,
)
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, RegistrationFactory, staff_of

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 4)


def registered(here):
    """Somebody who works there and may assess."""
    return RegistrationFactory(person=staff_of(here)).person


def supported():
    """A year with everybody it needs."""
    here = OrganisationFactory()
    return year_of(
        staff_of(here), here, roles={role: registered(here) for role in (Role.ASSESSOR, Role.MANAGER, Role.COORDINATOR)}
    )


def test_line_names_team_hours_and_who_has_a_part_that_day():
    here = OrganisationFactory()
    nqsw, assessor, manager = staff_of(here), registered(here), registered(here)
    people = {Role.MANAGER: manager, Role.ASSESSOR: assessor, Role.COORDINATOR: manager}
    year = year_of(nqsw, here, roles=people, fte=Decimal("0.60"))
    team = nqsw.posts.get().terms.get().team.name

    heading = heading_of(year, on=ON)

    assert heading.line == (
        f"{team} · 0.6 FTE · assessor {assessor.full_name} · line manager {manager.full_name} · "
        f"co-ordinator {manager.full_name}"
    )
    assert (heading.caption, str(heading.state), heading.reasons) == (
        f"ASYE, adults · {year.policy.code}",
        "Agreement due",
        [],
    )


def test_hours_are_those_of_the_last_change_agreed_by_the_day():
    year = EnrolmentFactory(fte=Decimal("1.00"))
    said = {"kind": "hours", "reason": "", "until_on": None, "state": "agreed", "settled_at": NOW}
    ChangeFactory(enrolment=year, from_on=date(2026, 3, 2), fte=Decimal("0.60"), **said)
    ChangeFactory(enrolment=year, from_on=date(2026, 6, 1), fte=Decimal("0.80"), **said)

    days = (date(2026, 3, 1), date(2026, 3, 2), ON, date(2026, 6, 1))
    assert [in_fte(hours_on(year, day)) for day in days] == ["1 FTE", "0.6 FTE", "0.6 FTE", "0.8 FTE"]


@pytest.mark.parametrize("years", [1, 3])
def test_reasons_are_told_in_twelve_queries_for_any_number_of_years(years, django_assert_num_queries):
    late, calm = [MilestoneFactory(enrolment=supported()).enrolment for _ in range(years)], supported()
    for year in late:
        MilestoneFactory(enrolment=year, code="review-9", is_optional=True)
        for kind in ("observation", "submission", "panel"):
            MilestoneFactory(enrolment=year, kind=kind, code=kind, due_on=ON)
        SignalFactory(enrolment=year)
        ConcernFactory(enrolment=year)

    with django_assert_num_queries(12):
        found = reasons_of([*late, calm], on=ON)

    said = [
        "Three-month review was due on 5 April 2026.",
        "Two sessions of supervision were missed.",
        "There is a plan of support, looked at again on 18 May 2026.",
    ]
    assert {pk: [reason.words for reason in told] for pk, told in found.items()} == {year.pk: said for year in late}


def test_a_year_with_reasons_says_how_many_and_one_that_ended_none():
    one = MilestoneFactory(enrolment=supported()).enrolment
    two = MilestoneFactory(enrolment__state="withdrawn", enrolment__ended_at=NOW, enrolment__ended_because="Moved.")
    SignalFactory(enrolment=one)

    assert str(heading_of(one, on=ON).state) == "Needs attention: 2 reasons"
    assert str(heading_of(two.enrolment, on=ON).state) == "Withdrawn"
