from datetime import date

import pytest

from academy.development.models import CoachMatch
from academy.development.selectors.coaching import goals_to_tie, open_views, own_profile, view_of, views_of
from academy.development.selectors.coaching_terms import parts_of, terms_for, terms_of
from tests.factories.coaching import CoachingTermsFactory, CoachMeetingFactory, CoachProfileFactory, match_in
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, staff_of
from tests.factories.plans import GoalFactory


@pytest.fixture
def coach(council):
    return CoachProfileFactory(person=council.colleague, organisation=council.organisation)


def seen_by_both(council, coach, state, **said):
    match = match_in(state, person=council.author, profile=coach, **said)
    CoachMeetingFactory(match=match, met_on=date(2026, 11, 3), outcome="held")
    CoachMeetingFactory(match=match, met_on=date(2026, 11, 9), outcome="planned")
    return view_of(match, council.by), view_of(match, as_actor(council.colleague))


@pytest.mark.parametrize("number", [1, 3])
def test_own_coaching_takes_two_queries_for_one_and_for_three(council, django_assert_num_queries, number):
    for _ in range(number):
        profile = CoachProfileFactory(person=staff_of(council.organisation), organisation=council.organisation)
        CoachMeetingFactory(match=match_in("running", person=council.author, profile=profile))
    actor = council.by
    with django_assert_num_queries(2):
        told = [(view.other.full_name, view.held, view.suggests_ending) for view in open_views(actor)]

    assert len(told) == number


@pytest.mark.parametrize(
    ("state", "said", "turns", "words"),
    [
        ("asked", {}, (False, True), ("Waiting for the coach", "Waiting for your answer")),
        ("offered", {}, (True, False), ("Waiting for your yes", "Waiting for their yes")),
        ("agreed", {}, (True, True), ("Agreed, contract to be made",) * 2),
        ("agreed", {"person_signed_at": NOW}, (False, True), ("Agreed, contract to be made",) * 2),
        ("running", {}, (False, False), ("Under way",) * 2),
        ("ended", {}, (False, False), ("Ended",) * 2),
    ],
)
def test_match_says_whose_turn_it_is_in_the_words_of_who_reads(council, coach, state, said, turns, words):
    own, hers = seen_by_both(council, coach, state, **said)

    assert (own.waits_for_her, hers.waits_for_her) == turns
    assert (own.state.word, hers.state.word) == words


@pytest.mark.parametrize(
    ("state", "withdraws", "declines"),
    [("asked", True, False), ("offered", True, True), ("agreed", True, True), ("running", False, False)],
)
def test_either_steps_back_before_coaching_begins(council, coach, state, withdraws, declines):
    own, hers = seen_by_both(council, coach, state)

    assert (own.may_withdraw, hers.may_withdraw, own.may_decline_late, hers.may_decline_late) == (
        withdraws,
        False,
        False,
        declines,
    )


def test_view_of_running_coaching_counts_meetings_and_asks_about_those_that_were(council, coach):
    own, hers = seen_by_both(council, coach, "running", until_on=date(2026, 11, 16))

    assert (own.other, hers.other) == (council.colleague, council.author)
    assert (own.held, [each.met_on for each in own.unsaid], own.is_over_time) == (1, [date(2026, 11, 9)], True)
    assert (own.has_signed, hers.is_signed_by_other, hers.has_signed, own.is_signed_by_other) == (True,) * 4
    assert (own.is_asked, own.is_offered, own.is_agreed, own.is_running, own.has_contract) == (
        False,
        False,
        False,
        True,
        True,
    )
    assert own.answer_due_on == date(2026, 11, 30)


def test_views_hold_what_is_over_and_open_views_do_not(council, coach):
    seen_by_both(council, coach, "declined")

    assert ([view.is_finished for view in views_of(council.by)], open_views(council.by)) == ([True], [])


def test_own_profile_and_open_goals_are_ones_own(council, coach):
    own = GoalFactory(person=council.author, organisation=council.organisation)
    GoalFactory(organisation=council.organisation)
    GoalFactory(person=council.author, organisation=council.organisation, state="dropped", closed_at=NOW)

    assert (goals_to_tie(council.by), own_profile(council.by), own_profile(as_actor(council.colleague))) == (
        [own],
        None,
        coach,
    )


def test_terms_are_the_organisations_own_else_those_for_all(council, coach):
    for_all = CoachingTermsFactory()
    own = CoachingTermsFactory(organisation=council.organisation)

    assert terms_for(council.organisation.pk, TODAY) == own
    assert terms_for(OrganisationFactory().pk, TODAY) == for_all
    assert terms_for(council.organisation.pk, date(2025, 12, 31)) is None
    assert [(part.heading, len(part.words)) for part in parts_of(own)] == [("Confidentiality", 1)]


def test_match_keeps_the_terms_it_was_signed_under(council, coach):
    signed = match_in("running", person=council.author, profile=coach)
    CoachMatch.objects.filter(pk=signed.pk).update(changed_at=NOW)
    newer = CoachingTermsFactory(organisation=council.organisation)
    asked = match_in("asked", profile=coach)

    assert (terms_of(signed, TODAY), terms_of(asked, TODAY)) == (signed.terms, newer)
