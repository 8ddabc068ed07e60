"""What waits among observations, for whom and since when."""

from dataclasses import replace
from datetime import timedelta

from portfolios.services.observations import call_back
from portfolios.services.observing import decline
from portfolios.worklist.observations import _awaited, _own, _to_observe
from tests.factories.identity import TODAY
from tests.factories.observations import DAY, planned, planned_outside, reflected, written
from tests.factories.people import NOW

AHEAD = TODAY + timedelta(days=5)


def said(items):
    return [(item.what, item.action, item.due_on, item.waiting_since) for item in items]


def test_observer_reads_ahead_of_the_day_and_writes_after_it(council):
    name = council.author.full_name
    planned(council.author, council.manager, planned_on=AHEAD)
    planned(council.author, council.manager)

    assert said(_to_observe(council.managing, TODAY)) == [
        (f"Write what you saw when you observed {name}", "Write", None, DAY),
        (f"Observe {name} on 22 November 2026", "Read it", AHEAD, None),
    ]


def test_observer_judges_once_there_is_a_reflection(council):
    reflected(planned(council.author, council.manager))

    words = f"Say what you make of what you saw of {council.author.full_name}"
    assert said(_to_observe(council.managing, TODAY)) == [(words, "Read and judge", None, NOW.date())]


def test_practitioner_reflects_and_asks_again(council):
    written(planned(council.author, council.manager))
    sent_back = planned(council.author, council.manager, title="Second")
    decline(evidence=sent_back, reason="I am away.", by=council.managing, at=NOW)
    call_back(evidence=planned(council.author, council.manager, title="Third"), by=council.by, at=NOW)

    items, name = _own(council.by, TODAY), council.manager.full_name
    assert [(item.what, item.why) for item in items] == [
        ("Write your reflection on “First visit after hospital”", f"{name} wrote what they saw."),
        ("Ask somebody to observe “Second”", f"{name} cannot do it."),
        ("Ask somebody to observe “Third”", "You took it back."),
    ]


def test_what_waits_with_an_observer_is_seen_once_the_day_is_there(council):
    planned(council.author, council.manager, planned_on=AHEAD)
    planned_outside(council.author, title="Second")
    reflected(planned(council.author, council.manager))

    assert said(_awaited(council.by, TODAY)) == [
        ("Rosa Whitlock to write down “Second”", "See it", None, DAY),
        (f"{council.manager.full_name} to judge “First visit after hospital”", "See it", None, NOW.date()),
    ]


def test_who_is_no_person_has_nothing(council):
    nobody = replace(council.by, person_id=None)

    assert [list(_to_observe(nobody, TODAY)), _own(nobody, TODAY), _awaited(nobody, TODAY)] == [[], [], []]
