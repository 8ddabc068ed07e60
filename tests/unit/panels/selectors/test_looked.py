"""What asks for another look is read from reviews that hold; who may look is nobody who judged or is tied."""

from datetime import timedelta

import pytest

from panels.rules.parts_of_policy import Triggers
from panels.rules.policy import PanelRules
from panels.selectors.looked import able_to_look, is_settled, looked_at, settled_among
from panels.selectors.reviews import judging_of
from tests.factories.identity import TODAY
from tests.factories.judging import judged_panel
from tests.factories.panels import TieFactory, case_in, review_of, seat_of
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
ONLY_FIRST = PanelRules(triggers=Triggers(spread=0, not_met=False, borderline=False, random_percent=0))
NONE = PanelRules(
    triggers=Triggers(spread=0, not_met=False, borderline=False, random_percent=0, first_time=False), only_changed=False
)


def test_first_review_of_somebody_asks_for_a_look_and_her_next_does_not():
    panel = judged_panel(ONLY_FIRST)
    first, second = (case_in("reviews_in", panel=panel, step=step) for step in ("to-bg11", "to-bg12"))
    reviewer = seat_of(panel, "member")
    review_of(first, reviewer, submitted_at=NOW - timedelta(days=1))
    review_of(second, reviewer)
    assert [[each.says for each in looked_at([case])[case.pk].fired] for case in (first, second)] == [
        ["Somebody assessed or reviewed for the first time."],
        [],
    ]
    assert settled_among([first, second]) == {second.pk}


def test_case_somebody_assessed_for_the_first_time_asks_for_a_look():
    panel = judged_panel(ONLY_FIRST)
    case = case_in("reviews_in", panel=panel, is_first_time=True)
    review_of(case, seat_of(panel, "member"))
    assert [each.trigger for each in looked_at([case])[case.pk].fired] == ["first_time"]


def test_case_without_reviews_or_in_another_state_is_never_settled():
    panel = judged_panel(NONE)
    empty, early = case_in("reviews_in", panel=panel, step="to-a"), case_in("in_review", panel=panel, step="to-b")
    done = case_in("reviews_in", panel=panel, step="to-c")
    for case in (early, done):
        review_of(case, seat_of(panel, "member"))
    assert [is_settled(case) for case in (empty, early, done)] == [False, False, True]


def test_whoever_has_a_seat_and_neither_judged_nor_is_tied_may_look():
    panel = judged_panel()
    case = case_in("reviews_in", panel=panel)
    chair, (first, second, third) = seat_of(panel), [m.person for m in panel.members.filter(seat="member")]
    review_of(case, first)
    TieFactory(case=case, person=second, kind="team", strength="soft", state="open")
    assert set(able_to_look(case, on=TODAY)) == {chair, third}


@pytest.mark.parametrize("number", [1, 3])
def test_looked_at_takes_as_many_queries_for_more_cases(number, django_assert_num_queries):
    panel = judged_panel()
    cases = [case_in("reviews_in", panel=panel, step=f"to-{n}") for n in range(number)]
    for case in cases:
        review_of(case, seat_of(panel, "member"))
    with django_assert_num_queries(4):
        assert len(looked_at(cases)) == number


def test_all_is_judged_where_nobody_comes_again_or_the_policy_wants_the_whole():
    for rules in (PanelRules(), NONE):
        panel = judged_panel(rules)
        earlier = case_in("released", panel=panel)
        review_of(earlier, seat_of(panel, "member"))
        again = case_in("in_review", panel=panel, person=earlier.person, earlier=earlier)
        for case in (earlier, again):
            found = judging_of(case)
            assert ([each.code for each in found.criteria], found.kept) == (["whole"], ())
