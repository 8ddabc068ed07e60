"""Reviews are handed in alone, frozen, and end the review with the last of them; notes are their writer's."""

from dataclasses import replace

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from panels.choices.cases import CaseKind
from panels.models import Case, Review
from panels.selectors.moderating import moderation_checks
from panels.services.locking import NOT_YOURS
from panels.services.reviewing import ANOTHER_TEMPLATE, hand_in, keep_notes
from tests.factories.judging import GOOD, in_review, judged_panel, left_to_do, moderated
from tests.factories.panels import AssignmentFactory, TieFactory, case_in, review_of, seat_of
from tests.factories.people import NOW, as_actor, staff_of

pytestmark = pytest.mark.django_db


def handed_in(assignment, said=GOOD, by=None):
    return hand_in(assignment=assignment, said=said, by=as_actor(by or assignment.person), at=NOW)


def refused(assignment, said=GOOD, by=None):
    with pytest.raises(Refused) as caught:
        handed_in(assignment, said, by)
    return caught.value.reason


def test_review_handed_in_is_kept_with_its_levels_and_reasons():
    case, (first, _) = in_review()
    review = handed_in(first)
    first.refresh_from_db()
    kept = (review.number, review.overall, review.words, review.flags, first.state, first.done_at)
    assert kept == (1, "progress", GOOD.words, GOOD.flags, "done", NOW)
    assert list(review.scores.values_list("criterion", "level", "standing", "reason")) == [
        ("whole", "shown", "met", "Pieces 1 and 2 show it.")
    ]
    case.refresh_from_db()
    assert (case.state, left_to_do(case), Notice.objects.count()) == ("in_review", 1, 0)


def test_last_review_moves_the_case_and_tells_the_chair_alone():
    case, given = in_review()
    for assignment in given:
        handed_in(assignment)
    case.refresh_from_db()
    assert (case.state, case.reviews_in_at) == ("reviews_in", NOW)
    assert [(each.person_id, each.subject) for each in Notice.objects.all()] == [
        (seat_of(case.panel).pk, f"All reviews are in: {case.person.full_name}")
    ]
    acts = Event.objects.filter(act__startswith="panels.").values_list("act", flat=True)
    assert sorted(acts) == ["panels.assignment.hand_in"] * 2 + ["panels.case.gather_reviews"]


def test_blind_case_is_told_by_its_number():
    case, given = in_review(names="blind")
    for assignment in given:
        handed_in(assignment)
    assert Notice.objects.get().subject == f"All reviews are in: Case {case.pk}"


def test_fewer_reviews_than_the_policy_needs_do_not_end_the_review():
    case, (only,) = in_review(reviewers=1)
    handed_in(only)
    case.refresh_from_db()
    assert case.state == "in_review"


def test_review_handed_in_again_is_the_next_number_and_the_first_stays():
    _case, (first, _) = in_review()
    handed_in(first)
    first.state = "accepted"
    first.save()
    handed_in(first, replace(GOOD, overall="not_yet"))
    assert list(Review.objects.order_by("number").values_list("number", "overall")) == [(1, "progress"), (2, "not_yet")]
    assert list(Review.objects.holding().values_list("number", flat=True)) == [2]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"levels": {}}, "Choose a level for “The work as a whole”."),
        ({"reasons": {}}, "Say why it is this level of “The work as a whole”."),
        ({"overall": ""}, "Give your view of the whole. It is no sum."),
        ({"words": " "}, "Say what your view of the whole rests on."),
    ],
)
def test_review_that_lacks_something_is_refused_and_nothing_is_kept(change, reason):
    _, (first, _) = in_review()
    assert refused(first, replace(GOOD, **change)) == reason
    first.refresh_from_db()
    assert (first.state, Review.objects.count()) == ("accepted", 0)


def test_review_of_somebody_else_or_of_a_stranger_is_refused():
    case, (first, second) = in_review()
    chair, stranger = seat_of(case.panel), staff_of(case.organisation)
    assert [refused(first, by=who) for who in (second.person, chair, stranger, case.person)] == [NOT_YOURS] * 4


def test_whoever_is_tied_out_hands_nothing_in():
    case, (first, _) = in_review()
    TieFactory(case=case, person=first.person)
    assert refused(first) == NOT_YOURS


def test_look_is_no_review():
    case, (first, _) = in_review()
    look = AssignmentFactory(case=case, person=first.person, kind="look")
    assert refused(look) == NOT_YOURS


def test_review_is_handed_in_once():
    _, (first, _) = in_review()
    handed_in(first)
    assert refused(first) == ("You have handed this in. If something is to be changed, ask the chair to open it again.")


def test_review_of_a_case_that_went_on_is_refused_with_its_words_kept():
    case, (first, _) = in_review()
    Case.objects.filter(pk=case.pk).update(state="on_agenda")
    assert refused(first) == ("The case is not being reviewed now. Your words are kept; ask the chair how it goes on.")


def test_asye_is_judged_by_the_template_of_moderation_with_its_feedback():
    panel = judged_panel(purpose="moderation")
    case, (first, second) = in_review(panel, kind=CaseKind.MODERATION)
    checks = {check.code: check.is_met for check in moderation_checks(case, actor=as_actor(first.person))}
    said = moderated(checks, view="query", to_assessor="Which observation shows it?")
    review = handed_in(first, said)
    assert (review.overall, review.checks, review.tests, review.to_assessor, review.to_candidate) == (
        "query",
        checks,
        dict(said.tests),
        "Which observation shows it?",
        "Well done.",
    )
    assert refused(second, replace(said, tests={})) == "Say yes or no to this test."
    assert refused(second, GOOD) == ANOTHER_TEMPLATE
    handed_in(second, moderated(checks))
    case.refresh_from_db()
    assert case.state == "reviews_in"


def test_moderation_template_is_refused_for_a_progression():
    _, (first, _) = in_review()
    assert refused(first, moderated({})) == ANOTHER_TEMPLATE


def test_second_time_only_what_was_not_met_is_judged():
    panel = judged_panel()
    earlier = case_in("released", panel=panel)
    review_of(earlier, level="not-yet", standing="not_met")
    _case, (first, _) = in_review(panel, person=earlier.person, earlier=earlier)
    assert handed_in(first).scores.get().criterion == "whole"


def test_notes_are_kept_for_their_writer_and_refused_to_others():
    case, (first, second) = in_review()
    keep_notes(assignment=first, notes=" Ask about the stairs. ", by=as_actor(first.person), at=NOW)
    first.refresh_from_db()
    assert (first.notes, Event.objects.get().about_id) == ("Ask about the stairs.", None)
    for who in (second.person, seat_of(case.panel), case.person):
        with pytest.raises(Refused) as caught:
            keep_notes(assignment=first, notes="x", by=as_actor(who), at=NOW)
        assert caught.value.reason == NOT_YOURS
