"""Reviews are looked at once more by somebody who wrote none of them; then the case is settled."""

from dataclasses import replace

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from panels.models import AnotherLook, Assignment, Case
from panels.selectors.looked import is_settled, looked_at
from panels.services.locking import NOT_YOURS
from panels.services.looking import HAS_LOOKED, NO_SEAT, LookSaid, ask_to_look, hand_in_look
from panels.services.reviewing import hand_in
from tests.factories.judging import GOOD, in_review
from tests.factories.panels import TieFactory, seat_of
from tests.factories.people import NOW, as_actor, staff_of

pytestmark = pytest.mark.django_db
SAID = LookSaid(view="agree", words="Both read the evidence alike.")
DOUBTED = replace(GOOD, levels={"whole": "not-yet"}, overall="not_yet")


@pytest.fixture
def apart():
    """A case two reviewers judged apart; the third member of its panel did not review it."""
    case, given = in_review()
    for assignment, said in zip(given, (GOOD, DOUBTED), strict=True):
        hand_in(assignment=assignment, said=said, by=as_actor(assignment.person), at=NOW)
    case.refresh_from_db()
    Notice.objects.all().delete()
    return case, given, case.panel.members.filter(seat="member").order_by("pk")[2].person


def asked(case, person, by=None):
    return ask_to_look(case=case, person=person, by=as_actor(by or seat_of(case.panel)), at=NOW)


def looked(look, said=SAID, by=None):
    return hand_in_look(assignment=look, said=said, by=as_actor(by or look.person), at=NOW)


def refusal(act, *said, **more):
    with pytest.raises(Refused) as caught:
        act(*said, **more)
    return caught.value.reason


def test_reviewers_apart_ask_for_a_look_and_the_case_is_not_settled(apart):
    case, _, _ = apart
    assert [(each.trigger, is_settled(case)) for each in looked_at([case])[case.pk].fired] == [
        ("spread", False),
        ("spread", False),
        ("not_met", False),
        ("not_met", False),
        ("first_time", False),
    ]


def test_whoever_is_asked_gets_the_case_and_is_told(apart):
    case, _, third = apart
    look = asked(case, third)
    case.refresh_from_db()
    assert (look.kind, look.state, case.state) == ("look", "asked", "looked_again")
    assert [each.person_id for each in Notice.objects.all()] == [third.pk]


def test_look_handed_in_settles_the_case_and_the_chair_is_told(apart):
    case, _, third = apart
    look = looked(asked(case, third))
    case.refresh_from_db()
    assert (look.number, look.view, look.triggers, case.state) == (
        1,
        "agree",
        ["spread", "not_met", "first_time"],
        "reviews_in",
    )
    assert is_settled(case)
    last = Notice.objects.order_by("-pk")[0]
    assert (last.person_id, last.subject) == (
        seat_of(case.panel).pk,
        f"The reviews were looked at once more: {case.person.full_name}",
    )
    assert refusal(asked, case, third) == HAS_LOOKED


def test_nobody_who_reviewed_is_tied_or_has_no_seat_is_asked(apart):
    case, (first, _), third = apart
    connected = "Something connects her with the candidate. Choose somebody else to look again."
    assert refusal(asked, case, first.person).startswith("She reviewed this case.")
    assert refusal(asked, case, case.person) == connected
    assert refusal(asked, case, staff_of(case.organisation)) == NO_SEAT
    TieFactory(case=case, person=third, kind="team", strength="soft", state="open")
    assert refusal(asked, case, third) == connected


def test_one_looks_at_a_time_and_another_is_asked_once_she_declined(apart):
    case, _, third = apart
    look = asked(case, third)
    chair = seat_of(case.panel)
    assert refusal(asked, case, chair) == (
        "Somebody is looking at this case already. Wait for her, or take it off her first."
    )
    look.state, look.reason, look.ended_at = "declined", "I am away.", NOW
    look.save()
    assert asked(case, chair, by=seat_of(case.panel, "clerk")).person == chair


def test_look_is_asked_for_only_while_reviews_are_compared_and_by_who_runs_the_case(apart):
    case, (first, _), third = apart
    for who in (first.person, third, case.person):
        assert refusal(asked, case, third, by=who) == NOT_YOURS
    Case.objects.filter(pk=case.pk).update(state="on_agenda")
    assert refusal(asked, case, third) == (
        "Reviews are looked at again once all are in, and before the case is on the agenda."
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"view": ""}, "Say whether the reviews hold, are to be varied, or do not hold."),
        ({"view": "vary"}, "Choose the reason from the list. Reasons are counted over the year."),
        ({"words": ""}, "Write what you found. The panel reads it."),
    ],
)
def test_look_that_lacks_something_is_refused(apart, change, reason):
    case, _, third = apart
    look = asked(case, third)
    assert refusal(looked, look, replace(SAID, **change)) == reason
    assert AnotherLook.objects.count() == 0


def test_look_is_handed_in_by_whom_it_was_given_to_and_once(apart):
    case, (first, _), third = apart
    look = asked(case, third)
    for who in (first.person, seat_of(case.panel), case.person):
        assert refusal(looked, look, by=who) == NOT_YOURS
    looked(look)
    assert refusal(looked, look) == "You have handed this in. It stays as it is."


def test_look_at_a_case_that_went_on_is_refused_and_a_review_is_no_look(apart):
    case, (_first, _), third = apart
    look = asked(case, third)
    Case.objects.filter(pk=case.pk).update(state="reviews_in")
    assert refusal(looked, look).startswith("This case is not looked at again now.")
    review = Assignment.objects.reviews().first()
    assert refusal(looked, review, by=third) == NOT_YOURS
