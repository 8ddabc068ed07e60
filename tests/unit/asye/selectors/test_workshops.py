"""Workshops of a cohort: which series there are, who came how often, who is invited, and what it costs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.training.choices import EventState
from academy.training.selectors.occasions import occasion_to_book
from asye.rules.parts_of_policy import Group
from asye.rules.policy import PLAIN
from asye.selectors.invitations import HAS_A_PLACE, invitations_of
from asye.selectors.workshops import series_of, standing_of
from tests.factories.asye import AsyePolicyFactory, policy_content
from tests.factories.asye_cohort import supported_year
from tests.factories.identity import OrganisationFactory
from tests.factories.people import TODAY
from tests.factories.training import BookingFactory, CourseFactory, TrainingEventFactory

pytestmark = pytest.mark.django_db
MONTHLY = Group(code="workshops", title="Workshops", every_months=1, courses=("workshop",))
PEERS = Group(code="peers", title="Peers")


def policy(*groups, **said):
    return AsyePolicyFactory(content=policy_content(replace(PLAIN, groups=groups)), **said)


@pytest.fixture
def course(here):
    return CourseFactory(organisation=here, code="workshop", title="ASYE workshop")


def event(course, days, **said):
    day = TODAY + timedelta(days=days)
    return TrainingEventFactory(course=course, starts_on=day, ends_on=day, **said)


def test_group_of_two_editions_is_one_series_and_another_of_its_code_has_one_of_its_own(here, lead):
    first, later = policy(MONTHLY), policy(MONTHLY, PEERS)
    years = [supported_year(here, policy=each) for each in (first, later)]
    weekly = replace(MONTHLY, every_months=None, every_weeks=1)
    other = supported_year(here, policy=policy(weekly))
    child = supported_year(here, policy=policy(PEERS, service="children"))
    supported_year(here, policy=first, state="withdrawn", ended_because="Moved.", ended_at="2026-11-01T10:00Z")
    supported_year(OrganisationFactory(), policy=first)

    found = {each.code: ([year.pk for year in each.years], each.words) for each in series_of(lead)}

    assert found == {
        "adults-peers": ([years[1].pk], "Peers, adults"),
        "adults-workshops": ([each.pk for each in years], "Workshops, adults"),
        "adults-workshops.2": ([other.pk], "Workshops, adults"),
        "children-peers": ([child.pk], "Peers, children and families"),
    }


def test_events_fill_the_months_and_those_furthest_behind_come_first(here, lead, course):
    rules = policy(MONTHLY)
    came, missed, coming = (supported_year(here, policy=rules, starts_on=date(2026, 8, 17)) for _ in range(3))
    held = event(course, -20, state=EventState.HELD)
    ahead, planned = event(course, 10), event(course, 40, planned=True)
    event(course, 20, state=EventState.CANCELLED, cancelled_because="Snow.")
    event(CourseFactory(organisation=here, counts_in_asye=True), 5)
    BookingFactory(event=held, person=came.person, state="attended")
    BookingFactory(event=ahead, person=coming.person)

    standing = standing_of(series_of(lead)[0], lead)

    assert [each.pk for each in standing.events] == [held.pk, ahead.pk, planned.pk]
    assert [len(slot.events) for slot in standing.slots] == [0, 0, 1, 1, 1, 0, 0]
    assert (standing.next.pk, standing.rhythm, standing.behind) == (ahead.pk, "One a month.", 3)
    assert standing.gap.span.from_on == date(2027, 1, 1)
    assert [(each.year.pk, each.missed, each.is_coming, each.is_behind) for each in standing.attendees][-1] == (
        came.pk,
        2,
        False,
        True,
    )
    assert {each.year.pk: (each.is_coming, each.is_behind, each.last_on) for each in standing.attendees} == {
        came.pk: (False, True, TODAY - timedelta(days=20)),
        missed.pk: (False, True, None),
        coming.pk: (True, False, None),
    }


def test_group_without_courses_has_events_that_count_and_nobody_is_behind(here, lead):
    supported_year(here, policy=policy(PEERS))
    counted = event(CourseFactory(organisation=here, counts_in_asye=True), 5)

    standing = standing_of(series_of(lead)[0], lead)

    assert [each.pk for each in standing.events] == [counted.pk]
    assert (list(standing.slots), standing.gap, standing.behind) == ([], None, 0)
    assert [each.is_behind for each in standing.attendees] == [False]


def test_invitation_goes_to_those_ticked_who_have_no_place_and_leads_to_the_event(here, lead, course):
    free, coming = supported_year(here), supported_year(here)
    elsewhere = supported_year(OrganisationFactory())
    ahead = event(course, 10)
    BookingFactory(event=ahead, person=coming.person)

    drafts = invitations_of([free.pk, coming.pk, elsewhere.pk], occasion_to_book(lead, ahead.pk), lead)

    assert [(each.to, each.leads_to) for each in drafts.to_send] == [(free.person, ahead.get_absolute_url())]
    assert [(each.to, each.why_not) for each in drafts.drafts if each.why_not] == [(coming.person, HAS_A_PLACE)]
    assert drafts.to_send[0].words == (
        "“ASYE workshop” on 27 November 2026 counts in your ASYE. You are invited: take a place."
    )


@pytest.mark.parametrize("count", [1, 3])
def test_series_and_its_standing_cost_the_same_for_any_number_of_years(
    here, lead, course, count, django_assert_num_queries
):
    rules, ahead = policy(MONTHLY), event(course, 10)
    for _ in range(count):
        BookingFactory(event=ahead, person=supported_year(here, policy=rules).person)

    with django_assert_num_queries(14):
        standing_of(series_of(lead)[0], lead)
