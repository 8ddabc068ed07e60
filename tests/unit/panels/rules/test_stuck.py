"""From when on a turn lasts too long, by what the policy counts."""

from datetime import date

import pytest

from panels.choices.cases import CaseState
from panels.rules.policy import PanelRules
from panels.rules.stuck import lasting_since

# A Monday in the week after Easter Monday of 2026.
ON = date(2026, 4, 13)
RULES = PanelRules(changes_days=10, answer_days=5, review_days=21, letter_days=5)


@pytest.mark.parametrize(
    ("state", "since"),
    [
        (CaseState.RECEIVED, date(2026, 4, 3)),
        (CaseState.CHANGES_ASKED, date(2026, 4, 3)),
        (CaseState.CHANGES_MADE, date(2026, 4, 3)),
        (CaseState.ACCEPTED, date(2026, 4, 8)),
        (CaseState.REVIEWS_IN, date(2026, 4, 8)),
        (CaseState.IN_REVIEW, date(2026, 3, 23)),
        (CaseState.LOOKED_AGAIN, date(2026, 3, 23)),
        (CaseState.ON_AGENDA, ON),
        # five working days from the Thursday before Good Friday end on the Monday, from the day before on the Friday
        (CaseState.DECIDED, date(2026, 4, 2)),
    ],
)
def test_turn_lasts_too_long_that_began_before_the_day(state, since):
    assert lasting_since(RULES, on=ON)[state] == since


def test_no_limit_where_the_policy_sets_none():
    without = set(CaseState) - set(lasting_since(RULES, on=ON))
    assert without == {CaseState.DRAFT, CaseState.DEFERRED, CaseState.RELEASED, CaseState.WITHDRAWN}
