from datetime import date

import pytest

from academy.development.rules.balance import Balance
from academy.development.selectors.policies import policy_for, rhythm_for
from academy.development.selectors.year import year_at_a_glance
from academy.ui.charts import BalanceBar, Dot, Guide
from tests.factories.development import CpdPolicyFactory, EntryFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor
from tests.factories.supervisions import PeerAttendanceFactory, PeerSessionFactory

TODAY = date(2026, 11, 17)


def entries(council, *days, **said):
    own = {"author": council.author, "organisation": council.organisation}
    return [EntryFactory(started_on=day, **{**own, **said}) for day in days]


def test_year_counts_kept_entries_of_five_stretches_by_their_first_day(council):
    entries(council, date(2025, 10, 12), date(2025, 10, 13), date(2026, 1, 4), date(2026, 6, 21), date(2026, 6, 22))
    entries(council, TODAY, draft=True)
    entries(council, TODAY, withdrawn=True)
    entries(council, TODAY, author=council.colleague)
    entries(council, date(2026, 6, 23), way="formal", ended_on=date(2026, 10, 1))
    year = year_at_a_glance(council.by)
    assert (year.entries, year.counts, year.since) == (5, (2, 0, 1, 2, 0), date(2025, 10, 13))
    assert (year.present.starts_on, year.present.ends_on) == (date(2026, 9, 14), date(2026, 12, 6))
    assert year.balance == Balance(4, 0, 1)
    assert year.sentence == "Your present stretch is empty. It ends on 6 December, in 19 days."
    assert year.balance_words == "Your own mix, beside the guide. It is a guide only; nothing is refused because of it."
    assert year.mix_words == "Mix: 4 by experience, 0 from others and 1 formal, of 5."


def test_year_gives_the_pictures_their_values(council):
    entries(council, date(2026, 9, 14), date(2026, 10, 1))
    strip, bar = (year := year_at_a_glance(council.by)).rhythm_strip, year.balance_bar
    assert [len(stretch.dots) for stretch in strip.stretches] == [0, 0, 0, 0, 2]
    assert strip.stretches[-1].dots == (Dot(0.0, "experience"), Dot(17 / 83, "experience"))
    assert (strip.today, bar) == (TODAY, BalanceBar(2, 0, 0, Guide(70, 20, 10)))


@pytest.mark.parametrize("number", [1, 3])
def test_year_takes_two_queries_whatever_there_is(council, django_assert_num_queries, number):
    entries(council, *[TODAY] * number)
    by = council.by
    with django_assert_num_queries(2):
        year = year_at_a_glance(by)
        assert (year.entries, len(year.rhythm_strip.stretches), year.balance_bar.experience) == (number, 5, number)


def test_year_follows_the_policy_of_the_organisation(council):
    CpdPolicyFactory(
        organisation=council.organisation, rhythm_weeks=4, share_experience=50, share_others=30, share_formal=20
    )
    year = year_at_a_glance(council.by)
    assert (year.weeks, year.since, year.balance_bar.guide) == (4, date(2026, 7, 20), Guide(50, 30, 20))


def test_policy_is_the_organisations_own_then_the_one_for_all_then_a_plain_one(council):
    assert policy_for(council.organisation.pk, TODAY).code == "plain"
    for_all = CpdPolicyFactory(questions={"work": {"usual_way": "experience"}})
    assert policy_for(council.organisation.pk, TODAY) == for_all
    own = CpdPolicyFactory(organisation=council.organisation)
    CpdPolicyFactory(organisation=OrganisationFactory())
    assert policy_for(council.organisation.pk, TODAY) == own
    assert policy_for(council.organisation.pk, TODAY).questions == for_all.questions
    assert (policy_for(None, TODAY), rhythm_for(None, TODAY)) == (for_all, for_all.rhythm)


def test_policy_is_the_newest_that_has_begun_and_not_ended(council):
    own = {"organisation": council.organisation}
    old = CpdPolicyFactory(**own, valid_from=date(2025, 1, 1))
    CpdPolicyFactory(**own, valid_from=date(2026, 12, 1))
    CpdPolicyFactory(**own, valid_from=date(2026, 2, 1), valid_to=date(2026, 11, 16))
    CpdPolicyFactory(**own, valid_from=date(2026, 3, 1), withdrawn_on=date(2026, 11, 17))
    assert policy_for(council.organisation.pk, TODAY) == old
    newest = CpdPolicyFactory(**own, valid_from=TODAY)
    assert policy_for(council.organisation.pk, TODAY) == newest


def test_year_of_somebody_else_is_another(council):
    entries(council, TODAY)
    assert year_at_a_glance(as_actor(council.manager)).entries == 0


def test_year_says_when_peer_learning_was_last_where_the_policy_asks_for_it(council, django_assert_num_queries):
    entries(council, date(2026, 8, 24), kind="peer")
    entries(council, TODAY, kind="work")
    entries(council, TODAY, kind="peer", draft=True)
    assert year_at_a_glance(council.by).peer_words == ""
    CpdPolicyFactory(organisation=council.organisation, peer_weeks=12)
    by = council.by
    with django_assert_num_queries(4):
        said = year_at_a_glance(by).peer_words
    assert said == (
        "No peer learning is kept in the last 12 weeks; the latest was on 24 August. "
        "The policy asks for some every 12 weeks."
    )
    session = PeerSessionFactory(organisation=council.organisation, held_on=date(2026, 10, 6), state="held")
    PeerAttendanceFactory(session=session, person=council.author, came=True)
    assert year_at_a_glance(by).peer_words.startswith("Your latest peer learning was on 6 October.")
