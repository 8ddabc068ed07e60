from datetime import UTC, datetime

import pytest

from academy.training.choices import RequestState, StageState
from academy.training.rules.decisions import Made, can_decide

# A quarter past midnight in London, still the day before in UTC.
AT = datetime(2026, 6, 30, 23, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (Made(RequestState.SUBMITTED, StageState.OPEN), ""),
        (
            Made(RequestState.SUBMITTED, StageState.APPROVED, "Helen Prosser", AT),
            "Helen Prosser approved it on 1 July 2026. It is decided.",
        ),
        (
            Made(RequestState.DECLINED, StageState.DECLINED, "Helen Prosser", AT),
            "Helen Prosser declined it on 1 July 2026. It is decided.",
        ),
        (
            Made(RequestState.WITHDRAWN, StageState.VOID),
            "The request was withdrawn in the meantime. There is nothing left to decide.",
        ),
        (
            Made(RequestState.APPROVED, StageState.VOID),
            "The request is approved already. There is nothing left to decide.",
        ),
        (
            Made(RequestState.DECLINED, StageState.VOID),
            "The request is declined already. There is nothing left to decide.",
        ),
        (
            Made(RequestState.ASKED, StageState.ASKED),
            "A question is open. You can decide when it is answered; you can decline now.",
        ),
        (
            Made(RequestState.SUBMITTED, StageState.WAITING),
            "It is not this decision's turn yet. You are told when it is.",
        ),
    ],
)
def test_can_decide_tells_the_second_presser_what_happened(made, reason):
    assert (can_decide(made).allowed, can_decide(made).reason) == (not reason, reason)


def test_can_decide_lets_a_no_through_while_a_question_is_open():
    assert can_decide(Made(RequestState.ASKED, StageState.ASKED), is_no=True).allowed is True
