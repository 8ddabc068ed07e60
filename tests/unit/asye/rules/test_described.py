"""How a policy is told where it counts in working days, and moderation within and outside the employer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from asye.choices.ending import External
from asye.rules.assurance import Moderation, outside_words, panel_words
from asye.rules.described import described
from asye.rules.parts_of_policy import Offset
from asye.rules.policy import PLAIN


@pytest.mark.parametrize(
    ("offset", "says"),
    [
        (Offset(working_days=5), "5 working days after the end of the year"),
        (Offset(working_days=1), "1 working day after the end of the year"),
        (Offset(of="final", working_days=-10), "10 working days before the final review"),
        (Offset(days=28), "28 days after the end of the year"),
    ],
)
def test_hand_in_is_told_in_days_or_working_days(offset, says):
    told = {line.name: line.says for line in described(replace(PLAIN, submission=offset), on=date(2026, 9, 1))}
    assert told["Portfolio handed in"] == (says,)


@pytest.mark.parametrize(
    ("moderation", "says"),
    [
        (Moderation(), []),
        (Moderation(external=External.GOOD_PRACTICE), ["Good practice: no share is set."]),
        (
            Moderation(external=External.MANDATORY, partnership_percent=Decimal("12.50")),
            ["Mandatory: the partnership looks at 12.5% of the years."],
        ),
        (
            Moderation(external=External.GOOD_PRACTICE, national_percent=Decimal(10)),
            ["Good practice: the national panel looks at 10% of the years."],
        ),
    ],
)
def test_moderation_outside_the_employer_changes_no_decision(moderation, says):
    after = ["It gives feedback and never changes what the employer decided."] if says else []
    assert outside_words(moderation) == [*says, *after]


def test_panel_is_of_one_service_or_of_both():
    assert panel_words(Moderation()) == "A panel for this service"
    assert panel_words(Moderation(is_joint=True)) == "Adults’ and children’s years before one panel"
