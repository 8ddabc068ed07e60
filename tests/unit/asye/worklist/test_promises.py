"""From Friday to Monday her week waits for her; signals wait for who co-ordinates; once a day both are looked after."""

from datetime import date, timedelta

import pytest
import time_machine

from academy.engines.access.models import Grant
from academy.engines.worklist.selectors.items import waiting_in
from asye.models import Signal
from asye.selectors.next_steps import about, next_steps
from asye.selectors.panels.promises import panel
from asye.tasks import keep_sight, tell_of_promises
from portfolios.querysets.portfolios import MANAGER, PART
from tests.factories.asye import SignalFactory, WeekFactory
from tests.factories.people import NOW, TODAY, as_actor
from tests.factories.portfolios import PortfolioFactory

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 11, 20)


def waits(world, name: str, *, on: date) -> list[str]:
    own, _ = waiting_in(as_actor(getattr(world, name), on=on), app="asye", of=about(world.year.pk))
    return [item.url for item in own if "/weeks/" in item.url or "/signals/" in item.url]


@pytest.mark.parametrize(
    ("days", "week"),
    [(0, "2026-11-16"), (3, "2026-11-16"), (4, None), (6, None), (7, "2026-11-23")],
)
def test_week_waits_from_friday_to_monday_until_she_says_it(world, days, week):
    on = FRIDAY + timedelta(days=days)
    asked = [] if week is None else [f"/asye/{world.year.pk}/weeks/{week}/"]

    assert (waits(world, "nqsw", on=on), waits(world, "assessor", on=on)) == (asked, [])
    if week is not None:
        WeekFactory(enrolment=world.year, week_on=date.fromisoformat(week))
        assert waits(world, "nqsw", on=on) == []


def test_signal_waits_for_the_coordinator_and_stands_first_in_the_record(world):
    signal = SignalFactory(enrolment=world.year)

    assert [waits(world, name, on=TODAY) for name in ("coordinator", "manager", "nqsw")] == [
        [signal.get_absolute_url()],
        [],
        [],
    ]
    steps = next_steps(world.year, world.acting("coordinator"))
    assert (steps.to_do[0].url, steps.to_do[0].why) == (signal.get_absolute_url(), signal.words)


@time_machine.travel(NOW, tick=False)
def test_once_a_day_promises_are_told_of_and_sight_is_kept(world):
    type(world.year).objects.update(state="active")
    PortfolioFactory(person=world.nqsw, organisation=world.organisation, source="asye", reference=str(world.year.pk))

    assert (tell_of_promises(), keep_sight()) == (1, 1)
    assert Signal.objects.get().promise == "supervision"
    given = {grant.person: grant.purpose for grant in Grant.objects.all()}
    assert given == {world.assessor: PART, world.practice_assessor: PART, world.manager: MANAGER}


@pytest.mark.parametrize("count", [1, 3])
def test_panel_takes_as_many_queries_for_one_week_as_for_three(world, count, django_assert_num_queries):
    for number in range(count):
        WeekFactory(enrolment=world.year, week_on=date(2026, 10, 5) + timedelta(weeks=number))
        SignalFactory(enrolment=world.year, promise=("workload", "protected", "supervision")[number])
    actor = world.acting("assessor")

    with django_assert_num_queries(10):
        shown = panel(world.year, actor=actor, roles=frozenset(), on=TODAY).context

    assert (len(shown["kept"].answered), len(shown["signals"]), shown["week"]) == (count, count, None)
