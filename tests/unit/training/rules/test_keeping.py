"""When something offered may change or end."""

from datetime import date

import pytest

from academy.training.rules import keeping

TODAY = date(2026, 11, 16)


@pytest.mark.parametrize(("withdrawn_on", "allowed"), [(None, True), (TODAY, False)])
def test_what_is_withdrawn_is_offered_again_before_it_changes(withdrawn_on, allowed):
    decision = keeping.can_change(withdrawn_on=withdrawn_on)
    assert (decision.allowed, decision.reason) == (allowed, "" if allowed else keeping.WITHDRAWN)


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        (0, ""),
        (1, "1 event is planned or open for booking. Hold or cancel them first."),
        (3, "3 events are planned or open for booking. Hold or cancel them first."),
    ],
)
def test_open_events_are_held_or_cancelled_first(events, reason):
    assert keeping.can_stop_booking(open_events=events).reason == reason


@pytest.mark.parametrize(
    ("withdrawn_on", "from_on", "reason"),
    [
        (None, TODAY, ""),
        (None, date(2027, 1, 1), ""),
        (None, date(2026, 11, 15), "Give today or a day to come: until now it was offered."),
        (TODAY, TODAY, "This is withdrawn already."),
    ],
)
def test_withdrawing_is_once_and_not_backwards(withdrawn_on, from_on, reason):
    assert keeping.can_withdraw(withdrawn_on=withdrawn_on, from_on=from_on, today=TODAY).reason == reason


@pytest.mark.parametrize(("withdrawn_on", "reason"), [(TODAY, ""), (None, "This is offered already.")])
def test_only_what_was_withdrawn_is_offered_again(withdrawn_on, reason):
    assert keeping.can_offer_again(withdrawn_on=withdrawn_on).reason == reason


@pytest.mark.parametrize(
    ("courses", "reason"),
    [
        (0, ""),
        (1, "1 course is still offered with it. Change or withdraw them first."),
        (2, "2 courses are still offered with it. Change or withdraw them first."),
    ],
)
def test_platform_leaves_when_no_offered_course_needs_it(courses, reason):
    assert keeping.can_leave_courses(courses=courses).reason == reason


@pytest.mark.parametrize(
    ("entitled", "held", "planned", "words"),
    [
        (5, 2, 1, "2 held and 1 planned of 5 a year: 2 left"),
        (5, 5, 0, "5 held and 0 planned of 5 a year: 0 left"),
        (5, 5, 2, "5 held and 2 planned of 5 a year: 2 more than it brings"),
        (None, 1, 0, "1 held and 0 planned this year"),
    ],
)
def test_sessions_of_a_subscription_are_counted_against_what_it_brings(entitled, held, planned, words):
    assert keeping.Sessions(entitled, held, planned).words == words


@pytest.mark.parametrize(
    ("last", "valid_from", "reason"),
    [
        (None, TODAY, ""),
        (date(2026, 11, 15), TODAY, ""),
        (TODAY, TODAY, "The last version begins on 16 November 2026. Give a later first day."),
    ],
)
def test_new_version_begins_after_the_last(last, valid_from, reason):
    assert keeping.can_begin_version(last=last, valid_from=valid_from).reason == reason
