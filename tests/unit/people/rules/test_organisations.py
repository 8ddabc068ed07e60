from datetime import date

import pytest

from academy.identity.actor import Actor, HeldRole
from academy.people.rules import organisations as rules
from academy.people.rules.organisations import (
    answers_for,
    can_be_kind,
    can_be_named,
    can_be_partner,
    can_change,
    can_end,
    can_have_partners,
    can_name_keeper,
    can_open,
    takes_in,
)
from tests.factories.identity import TODAY

HERE, THERE = 1, 2
LAST = date(2026, 12, 31)


def holder(role="academy_lead", organisation_id=HERE, **scope):
    held = HeldRole(role, organisation_id, **scope)
    return Actor(kind="user", on=TODAY, label="Naomi", person_id=7, organisation_id=HERE, roles=(held,))


SYSTEM = Actor.system("loading", on=TODAY)


@pytest.mark.parametrize(
    ("by", "kind", "reason"),
    [
        (holder(), "council", ""),
        (holder("administrator"), "partnership", ""),
        (holder("hr"), "council", "Only an academy lead or the system administrator adds an organisation. Ask one."),
        (holder(service_id=3), "council", "Only an academy lead or the system administrator adds an organisation."),
        (holder(organisation_id=THERE), "council", "Only an academy lead or the system administrator adds"),
        (holder(), "provider", "Only councils and partnerships add organisations. Ask the one you work with."),
        (holder(), "partner", "Only councils and partnerships add organisations."),
    ],
)
def test_leads_of_councils_and_partnerships_add_organisations(by, kind, reason):
    decision = can_open(by, organisation_id=HERE, kind=kind)

    assert (decision.allowed, decision.reason.startswith(reason)) == (not reason, True)


@pytest.mark.parametrize(
    ("by", "opened_by_id", "is_led", "allowed"),
    [
        (holder(organisation_id=THERE), None, True, True),
        (holder("administrator", THERE), HERE, False, True),
        (holder("hr", THERE), None, True, False),
        (holder(), HERE, False, True),
        (holder(), HERE, True, False),
        (holder(), None, False, False),
        (holder("hr"), HERE, False, False),
        (SYSTEM, None, True, True),
    ],
)
def test_organisation_is_answered_for_by_its_own_or_until_then_by_who_added_it(by, opened_by_id, is_led, allowed):
    decision = answers_for(by, organisation_id=THERE, opened_by_id=opened_by_id, is_led=is_led)

    assert decision.allowed is allowed


@pytest.mark.parametrize(
    ("by", "opened_by_id", "is_led", "reason"),
    [
        (holder(), HERE, False, ""),
        (holder(), HERE, True, "Somebody of its own keeps this organisation now."),
        (holder(), None, False, "Only an academy lead or administrator of the organisation that added it"),
        (holder("hr"), HERE, False, "Only an academy lead or administrator of the organisation that added it"),
    ],
)
def test_first_keeper_is_named_by_who_added_it_until_there_is_one(by, opened_by_id, is_led, reason):
    decision = can_name_keeper(by, opened_by_id=opened_by_id, is_led=is_led)

    assert (decision.allowed, decision.reason.startswith(reason)) == (not reason, True)


@pytest.mark.parametrize(
    ("name", "short_name", "is_taken", "field"),
    [
        ("Brent", "Brent", False, None),
        ("", "B", False, "name"),
        ("B", "", False, "short_name"),
        ("B", "B", True, "name"),
    ],
)
def test_name_says_something_and_is_free(name, short_name, is_taken, field):
    assert getattr(can_be_named(name, short_name, is_taken=is_taken), "field", None) == field


@pytest.mark.parametrize(
    ("kind", "partners", "allowed"), [("partnership", 2, True), ("council", 0, True), ("council", 1, False)]
)
def test_partnership_with_partners_stays_one(kind, partners, allowed):
    assert can_be_kind(kind, partners=partners).allowed is allowed


@pytest.mark.parametrize(
    ("ends_on", "reason"),
    [
        (None, ""),
        (TODAY, ""),
        (date(2026, 11, 16), "This organisation ended on 16 November 2026. Add a new one instead."),
    ],
)
def test_organisation_is_changed_up_to_its_last_day(ends_on, reason):
    assert can_change(ends_on=ends_on, on=TODAY).reason == reason


BEGINS = "This began on 1 January 2027. Give that day or a later one."
ENDINGS = [
    ({}, ""),
    ({"starts_on": LAST}, ""),
    ({"starts_on": date(2027, 1, 1)}, BEGINS),
    ({"people": 1}, "1 person has a post here after that day."),
    ({"people": 3}, "3 people have posts here after that day."),
    ({"partners": 1}, "1 organisation is a partner after that day. End the partners first."),
    ({"partners": 2}, "2 organisations are partners after that day. End the partners first."),
    ({"joins": 1}, "It joins a partnership after that day. Take it from the partnership first."),
]


@pytest.mark.parametrize(("facts", "reason"), ENDINGS)
def test_organisation_ends_when_nobody_and_nothing_goes_on_in_it(facts, reason):
    decision = can_end(LAST, **{"starts_on": None, "people": 0, "partners": 0, "joins": 0} | facts)

    assert (decision.allowed, decision.reason.startswith(reason)) == (not reason, True)
    assert getattr(decision, "field", None) == ("last_day" if reason else None)


@pytest.mark.parametrize(("ends_on", "allowed"), [(None, True), (LAST, True), (date(2026, 12, 30), False)])
def test_nobody_begins_after_the_last_day(ends_on, allowed):
    assert takes_in(ends_on, LAST).allowed is allowed


@pytest.mark.parametrize(("kind", "allowed"), [("partnership", True), ("council", False)])
def test_only_a_partnership_has_partners(kind, allowed):
    assert can_have_partners(kind).allowed is allowed


@pytest.mark.parametrize(
    ("facts", "allowed"),
    [
        ({}, True),
        ({"is_itself": True}, False),
        ({"ends_on": LAST}, True),
        ({"ends_on": date(2026, 12, 30)}, False),
    ],
)
def test_partner_is_another_organisation_that_goes_on(facts, allowed):
    assert can_be_partner(**{"is_itself": False, "ends_on": None, "from_on": LAST} | facts).allowed is allowed


def test_refusals_say_what_to_do():
    assert rules.takes_in(date(2026, 12, 30), LAST).reason == (
        "This organisation ends on 30 December 2026. Give an earlier day."
    )
