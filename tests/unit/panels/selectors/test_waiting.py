"""Whom a case waits for, as whoever looks may know it: of reviews that are in, what is left to do."""

from dataclasses import replace

import pytest

from panels.choices.policy import Releaser
from panels.rules.parts_of_policy import Triggers
from panels.rules.policy import PLAIN, PanelRules
from panels.rules.visibility import As
from panels.selectors.sight import sees_of
from panels.selectors.waiting import ball_for, ball_inside
from tests.factories.judging import judged_panel
from tests.factories.panels import case_in, review_of, seat_of
from tests.factories.panels_outcomes import decided, sat
from tests.factories.people import as_actor

pytestmark = pytest.mark.django_db
QUIET = PanelRules(
    triggers=Triggers(spread=0, not_met=False, borderline=False, random_percent=0, first_time=False), only_changed=False
)
FIRST = replace(QUIET, triggers=replace(QUIET.triggers, first_time=True))


@pytest.mark.parametrize(
    ("rules", "what"), [(QUIET, "to put it on the agenda"), (FIRST, "to have its reviews looked at once more")]
)
def test_reviews_that_are_in_wait_for_the_agenda_only_once_nothing_asks_for_another_look(rules, what):
    panel = judged_panel(rules)
    case = case_in("reviews_in", panel=panel)
    review_of(case, seat_of(panel, "member"))
    found = ball_for(case, sees_of(as_actor(seat_of(panel)), case))
    assert (found.whose, found.what) == (As.CHAIR, what)
    assert ball_inside(case).what == "to go through its reviews"


def test_outside_the_panel_nothing_is_looked_up(django_assert_num_queries):
    case = case_in("reviews_in", panel=judged_panel(FIRST))
    sees = sees_of(as_actor(case.person), case)
    with django_assert_num_queries(0):
        assert ball_for(case, sees).what == "to judge and decide"


def test_what_is_decided_waits_for_whom_the_policy_names_to_tell_it():
    case = decided(sat(rules=replace(PLAIN, release_by=(Releaser.CHAIR,)))).case
    assert ball_inside(case).whose == As.CHAIR
