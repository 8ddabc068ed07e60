"""What is to be claimed at completion is due by the end of the year, wherever that moves; what is claimed stays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.engines.audit.models import Event
from asye.rules.parts_of_policy import Grant
from asye.rules.policy import PLAIN
from asye.services import grants, milestones
from tests.factories.asye import AsyePolicyFactory, ChangeFactory, GrantClaimFactory, policy_content
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW

END = date(2027, 1, 3)
GRANT = Grant(year="2026-27", body="Skills for Care", starts_from=date(2025, 4, 1), starts_until=date(2026, 3, 31))
LONGER = {
    "kind": "extension",
    "state": "agreed",
    "reason": "",
    "from_on": None,
    "until_on": None,
    "weeks": "4.0",
    "words": "More time.",
    "settled_at": NOW,
}


@pytest.fixture
def year(world):
    set_dates(world)
    return world.year


def set_dates(world):
    milestones.set_dates(world.year, by=world.acting("coordinator"), at=NOW)


def closing(world, on, *, grant_year="2026-27"):
    """The year goes by a policy whose grant pays for completion up to a day."""
    content = policy_content(rules=replace(PLAIN, grants=(replace(GRANT, year=grant_year, closes_on=on),)))
    world.year.policy = AsyePolicyFactory(content=content)
    world.year.save(update_fields=["policy"])


def due(claim):
    claim.refresh_from_db()
    return claim.due_on


def moves():
    return Event.objects.filter(act="asye.grant.take_day").count()


def test_completion_is_due_by_the_end_an_extension_moved_and_is_moved_once(world, year):
    first = GrantClaimFactory(enrolment=year, due_on=year.starts_on)
    completion = GrantClaimFactory(enrolment=year, part="completion", due_on=END)
    set_dates(world)
    assert (due(completion), moves()) == (END, 0)

    ChangeFactory(enrolment=year, **LONGER)
    set_dates(world)
    set_dates(world)

    assert (due(completion), due(first), moves()) == (END + timedelta(weeks=4), year.starts_on, 1)
    moved = Event.objects.get(act="asye.grant.take_day")
    assert (moved.changed, Event.objects.get(uid=moved.parent).act) == (["due_on"], "asye.milestone.set")


@pytest.mark.parametrize(
    "state",
    [
        {"state": "claimed", "claimed_on": END},
        {"state": "paid", "claimed_on": END, "paid_on": END},
        {"state": "refused", "claimed_on": END, "refused_because": "Registered late."},
    ],
    ids=lambda its: its["state"],
)
def test_what_was_claimed_keeps_its_day(world, year, state):
    completion = GrantClaimFactory(enrolment=year, part="completion", due_on=END, **state)
    ChangeFactory(enrolment=year, **LONGER)
    set_dates(world)

    assert (due(completion), moves()) == (END, 0)


def test_what_another_employer_claims_keeps_its_day_until_it_goes_along(world, year):
    elsewhere = OrganisationFactory()
    completion = GrantClaimFactory(enrolment=year, part="completion", due_on=END, organisation=elsewhere)
    ChangeFactory(enrolment=year, **LONGER)
    set_dates(world)
    assert due(completion) == END

    by = world.acting("coordinator")
    assert grants.go_along(enrolment=year, last_day=END - timedelta(days=1), by=by, at=NOW) == 1

    assert (due(completion), completion.organisation) == (END + timedelta(weeks=4), world.organisation)


@pytest.mark.parametrize(
    ("grant_year", "expected"), [("2026-27", END + timedelta(days=9)), ("2025-26", END + timedelta(weeks=4))]
)
def test_completion_is_due_no_later_than_its_grant_pays_for_it(world, year, grant_year, expected):
    """A grant of another year has another last day, which is none of this claim's."""
    closing(world, END + timedelta(days=9), grant_year=grant_year)
    completion = GrantClaimFactory(enrolment=year, part="completion", due_on=END)
    ChangeFactory(enrolment=year, **LONGER)
    set_dates(world)

    assert due(completion) == expected


def test_year_without_dates_moves_nothing(world):
    completion = GrantClaimFactory(enrolment=world.year, part="completion", due_on=END)

    grants.follow_end(world.year, by=world.acting("coordinator"), at=NOW)

    assert (due(completion), moves()) == (END, 0)
