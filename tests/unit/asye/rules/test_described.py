"""How a policy is told where it counts in working days, and moderation within and outside the employer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from asye.choices.ending import External, GrantPart
from asye.choices.enrolments import Role
from asye.rules.assurance import Moderation, outside_words, panel_words
from asye.rules.described import described
from asye.rules.parts_of_policy import EvidenceLine, Grant, Offset
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


def test_maps_are_told_in_their_own_order_whatever_a_database_made_of_it():
    line = EvidenceLine(code="seen", title="Seen", counts="observation", least=2, stages={"final": 1, "review-3": 1})
    parts = {GrantPart.COMPLETION: Decimal(1000), GrantPart.REGISTRATION: Decimal(500)}
    days = {"starts_from": date(2026, 4, 1), "starts_until": date(2027, 3, 31)}
    grant = Grant(year="2026-27", body="DfE", parts=parts, **days)
    duties = {Role.COORDINATOR: "Keeps the dates.", Role.NQSW: "Gathers evidence."}
    rules = replace(PLAIN, evidence=(line,), grants=(grant,), duties=duties)

    told = {each.name: each.says for each in described(rules, on=date(2026, 9, 1))}

    assert told["Evidence"] == ("Seen: 2 (1 by the three-month review, 1 by the final review)",)
    assert told["Who answers for what"] == (
        "Newly qualified social worker: Gathers evidence.",
        "Co-ordinator: Keeps the dates.",
    )
    assert told["Grant"] == (
        "2026-27, DfE: £500 at registration and £1,000 at completion, for those who qualified at most 4 years before.",
    )
