from datetime import date

from academy.engines.workflow.decisions import ALLOWED
from academy.people.rules.decisions import refused
from academy.people.rules.deputies import can_stand_in
from academy.people.rules.spans import Span

SPAN = Span(date(2026, 12, 1), date(2026, 12, 31))


def stand_in(span=SPAN, *, deputy_id=2, both_are_staff=True, same_pair=()):
    return can_stand_in(span, person_id=1, deputy_id=deputy_id, both_are_staff=both_are_staff, same_pair=same_pair)


def test_colleague_may_stand_in():
    assert stand_in(same_pair=[Span(date(2026, 1, 1), date(2026, 11, 30))]) == ALLOWED


def test_nobody_stands_in_for_herself():
    assert stand_in(deputy_id=1) == refused("Nobody stands in for herself. Choose somebody else.", "deputy")


def test_somebody_without_a_post_does_not_stand_in():
    assert stand_in(both_are_staff=False) == refused(
        "Both need a post in the organisation on the first day. Choose a colleague who has one.", "deputy"
    )


def test_same_deputy_twice_at_a_time_is_refused():
    assert stand_in(same_pair=[Span(date(2026, 12, 31))]) == refused(
        "There is the same deputy from 31 December 2026 on already. Change that one instead.", "from_on"
    )


def test_days_in_the_wrong_order_are_refused():
    assert stand_in(Span(date(2026, 12, 1), date(2026, 11, 30))) == refused(
        "The last day is before the first. Give a later last day.", "until_on"
    )
