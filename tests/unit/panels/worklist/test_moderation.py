"""What waits of moderation, and for whom."""

from datetime import timedelta

import pytest

from academy.engines.worklist.providers import declared
from panels.choices.outcomes import Tier
from panels.choices.panels import Seat
from panels.models import Meeting
from panels.services.moderation_cases import begin
from panels.services.samples import Period, draw_sample
from tests.factories.identity import TODAY
from tests.factories.panel_moderation import given_back, moderating
from tests.factories.panels import seat_of
from tests.factories.people import NOW, as_actor

pytestmark = pytest.mark.django_db


def lines(key, person):
    [provider] = [each for each in declared() if each.key == key]
    return [(item.what, item.url, item.waiting_since) for item in provider.find(as_actor(person), TODAY)]


def test_recommendations_with_no_panel_wait_for_who_puts_them_to_one():
    here = moderating()
    assert lines("panels.moderation", here.coordinator) == []
    first, _second = here.waiting(), here.waiting(recommended_at=NOW)
    since = TODAY - timedelta(days=3)
    clerk, chair = seat_of(here.panel, Seat.CLERK), seat_of(here.panel)
    found = {who: lines("panels.moderation", who) for who in (here.coordinator, here.lead, clerk, chair)}
    both = [("Put 2 ASYEs to a panel", "/panels/moderation/", since)]
    assert found == {here.coordinator: both, here.lead: both, clerk: both, chair: []}
    begin(recommendation=first, meeting=here.meeting, by=here.by, at=NOW)
    assert lines("panels.moderation", here.coordinator) == [("Put 1 ASYE to a panel", "/panels/moderation/", TODAY)]


def test_where_no_sitting_takes_cases_nothing_waits():
    here = moderating()
    here.waiting()
    Meeting.objects.filter(pk=here.meeting.pk).update(state="open", opened_at=NOW)
    assert lines("panels.moderation", here.coordinator) == []


@pytest.mark.parametrize(("days", "found"), [(42, 0), (43, 1)])
def test_sample_nothing_came_back_of_is_asked_after_by_who_runs_moderation(days, found):
    here = moderating()
    case = given_back(here, decided_on=TODAY - timedelta(days=60))
    period = Period(tier=Tier.NATIONAL, from_on=TODAY - timedelta(days=90), until_on=TODAY - timedelta(days=59))
    then = NOW - timedelta(days=days)
    sample = draw_sample(organisation=here.organisation, period=period, by=here.by, at=then)
    asked = ("Ask what came back of a sample: National", sample.get_absolute_url(), TODAY - timedelta(days=days))
    assert lines("panels.samples", here.coordinator) == [asked] * found
    assert lines("panels.samples", case.person) == []
