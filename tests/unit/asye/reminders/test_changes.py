"""A change that waits: only those who must agree and have said nothing are asked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.reminders.deadlines import Asked, Told
from asye.choices.enrolments import Role
from asye.models import Change
from asye.reminders.changes import CONSENT
from asye.rules.policy import PLAIN
from tests.factories.asye import AsyePolicyFactory, ChangeFactory, ConsentFactory, EnrolmentFactory, policy_content
from tests.factories.people import NOW

PROPOSED = NOW.date()
FOUR = {"nqsw", "assessor", "manager", "coordinator"}


@pytest.fixture
def change(world) -> Change:
    return ChangeFactory(enrolment=world.year, proposed_by=world.manager)


@pytest.mark.parametrize("days", [7, 14])
def test_who_must_agree_and_is_silent_hears_after_one_week_and_two(change, world, told, days):
    ConsentFactory(change=change, role=Role.MANAGER, person=world.manager)
    taken_back = {"withdrawn_at": NOW + timedelta(hours=1)}
    ConsentFactory(change=change, role=Role.ASSESSOR, person=world.assessor, **taken_back)

    assert told(CONSENT, PROPOSED + timedelta(days=days)) == {(days, name) for name in FOUR - {"manager"}}


def test_nobody_hears_before_a_week_is_over(change, told):
    assert told(CONSENT, PROPOSED + timedelta(days=6)) == set()


def test_only_those_the_edition_asks_hear(change, world, told):
    two = replace(PLAIN, consents=(Role.NQSW, Role.PRACTICE_ASSESSOR))
    world.year.policy = AsyePolicyFactory(content=policy_content(two))
    world.year.save()

    assert told(CONSENT, PROPOSED + timedelta(days=7)) == {(7, "nqsw"), (7, "practice_assessor")}


@pytest.mark.parametrize("state", ["agreed", "refused", "withdrawn"])
def test_a_settled_change_is_silent(change, told, state):
    Change.objects.update(state=state, settled_at=NOW)

    assert told(CONSENT, PROPOSED + timedelta(days=7)) == set()


def test_a_year_that_was_released_is_silent_and_a_paused_one_is_not(change, world, told):
    world.year.state = "released"
    world.year.save()
    assert told(CONSENT, PROPOSED + timedelta(days=7)) == set()

    world.year.state = "paused"
    world.year.save()
    assert told(CONSENT, PROPOSED + timedelta(days=7)) == {(7, name) for name in FOUR}


def test_finding_costs_the_same_for_one_and_for_three(db, django_assert_num_queries):
    asked = Asked(PROPOSED, PROPOSED, PROPOSED)
    policy = AsyePolicyFactory()
    for number in range(1, 4):
        ChangeFactory(enrolment=EnrolmentFactory(policy=policy))
        with django_assert_num_queries(2):
            assert [len(found.rows) for found in CONSENT.find(asked)] == [number]


def test_line_never_says_which_change_or_why(change, world):
    said = {"subject_id": change.pk, "about": world.nqsw, "due_on": PROPOSED, "on": PROPOSED + timedelta(days=7)}
    own, other = (CONSENT.line(Told(is_own=is_own, **said)) for is_own in (True, False))

    assert (
        own.what
        == "A change of the dates of your ASYE was proposed on 17 November, 7 days ago. It waits for your word."
    )
    assert f"of {world.nqsw.full_name}’s ASYE was proposed" in other.what
    assert "pause" not in own.what + other.what
    assert own.url == change.get_absolute_url()
