from decimal import Decimal

import pytest

from academy.training.choices import AwardType, Decider
from academy.training.rules.policies import PolicyLine, StageLimit, Terms
from academy.training.rules.requests import Words
from academy.training.rules.stages import StageNeeded, Wanted, lines_that_apply, stages_needed

LM, SM, AL, CO = Decider
ALL = frozenset(Decider)
TERMS = Terms(
    stages=(
        StageLimit(SM, cost_over=250, days_over=1),
        StageLimit(AL, cost_over=500, days_over=5, awards=(AwardType.DEGREE,)),
        StageLimit(CO, cost_over=3000),
    )
)


@pytest.mark.parametrize(
    ("wanted", "stages"),
    [
        (Wanted(), [(LM, "")]),
        (Wanted(cost=Decimal(250)), [(LM, "")]),
        (Wanted(cost=Decimal("250.01")), [(LM, ""), (SM, "Cost over £250")]),
        (Wanted(days=Decimal(2)), [(LM, ""), (SM, "More than 1 day")]),
        (
            Wanted(cost=Decimal(1450), days=Decimal(10)),
            [(LM, ""), (SM, "Cost over £250; more than 1 day"), (AL, "Cost over £500; more than 5 days")],
        ),
        (Wanted(award_type=AwardType.DEGREE), [(LM, ""), (AL, "Degree")]),
        (
            Wanted(cost=Decimal(3001)),
            [(LM, ""), (SM, "Cost over £250"), (AL, "Cost over £500"), (CO, "Cost over £3,000")],
        ),
    ],
)
def test_stages_needed_are_the_line_manager_and_whom_limits_call_in(wanted, stages):
    found = stages_needed(wanted, TERMS, there_are=ALL)
    assert [(each.decider, each.because) for each in found] == stages


@pytest.mark.parametrize(
    ("wanted", "there_are", "stages"),
    [
        (Wanted(), {SM, AL}, [(SM, "There is no line manager to ask")]),
        (Wanted(), {AL, CO}, [(AL, "There is no line manager to ask")]),
        (
            Wanted(cost=Decimal(600)),
            {LM, AL},
            [(LM, ""), (AL, "Cost over £250; there is no service manager to ask; cost over £500")],
        ),
        (
            Wanted(cost=Decimal(600)),
            {LM, SM},
            [(LM, ""), (SM, "Cost over £250; cost over £500; there is no academy lead to ask")],
        ),
        (Wanted(cost=Decimal(600)), {AL}, None),
        (Wanted(cost=Decimal(600)), {LM}, []),
        (Wanted(), set(), []),
    ],
)
def test_stages_needed_go_to_the_next_where_nobody_is_there(wanted, there_are, stages):
    found = [(each.decider, each.because) for each in stages_needed(wanted, TERMS, there_are=there_are)]
    missing = "There is no line manager to ask; cost over £250; there is no service manager to ask; cost over £500"
    assert found == (stages if stages is not None else [(AL, missing)])


def test_stage_needed_without_a_limit_gives_no_reason():
    assert stages_needed(Wanted(), Terms(), there_are=ALL) == (StageNeeded(LM, ""),)


@pytest.mark.parametrize(
    ("words", "is_outside", "applying"),
    [
        (Words(), False, ["always"]),
        (Words(), True, ["always", "outside"]),
        (Words(costs={"fee": Decimal(1)}), False, ["always", "cost"]),
        (Words(award_type=AwardType.CERTIFICATE), False, ["always"]),
        (Words(award_type=AwardType.POSTGRADUATE), False, ["always", "award"]),
    ],
)
def test_lines_that_apply_speak_to_the_request(words, is_outside, applying):
    lines = [PolicyLine("Text", "Source", code) for code in ("always", "outside", "cost", "award")]
    assert [line.applies for line in lines_that_apply(lines, words, is_outside=is_outside)] == applying
