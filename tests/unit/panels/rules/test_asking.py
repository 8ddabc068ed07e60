"""Who may be asked to review a case, and what is said where she may not."""

import pytest

from academy.engines.workflow.decisions import ALLOWED, refused
from panels.choices.cases import CaseState
from panels.choices.panels import MemberSort
from panels.rules.asking import GIVEN_IN, Asking, can_ask
from panels.rules.assigning import Reviewer


def asking(**said):
    reviewer = Reviewer(person_id=1, sort=MemberSort.PRACTITIONER, load=2, most=3)
    given = {"person_id": 1, "candidate_id": 9, "reviewer": reviewer, "already": (), "may_judge": ALLOWED}
    return Asking(**{"state": CaseState.ACCEPTED, **given, **said})


def full(most):
    return Reviewer(person_id=1, sort=MemberSort.PRACTITIONER, load=most, most=most)


@pytest.mark.parametrize("state", CaseState)
def test_case_is_given_while_it_is_reviewed(state):
    assert can_ask(asking(state=state)).allowed is (state in GIVEN_IN)


@pytest.mark.parametrize(
    ("said", "field", "reason"),
    [
        ({"state": CaseState.DRAFT}, None, "It is given to reviewers once it is accepted."),
        ({"is_appointment": True}, None, "Whoever recruits sees the portfolio."),
        ({"candidate_id": 1}, "person", "Choose somebody else."),
        ({"reviewer": None}, "person", "Choose one of its members."),
        ({"already": (1,)}, "person", "Choose somebody else."),
        ({"may_judge": refused("She is tied.")}, "person", "She is tied."),
        ({"was_used": True}, "person", "She had a part in the decision that was appealed against."),
        ({"reviewer": full(3)}, "person", "She has 3 cases already, the most the policy lets anybody have."),
        ({"reviewer": full(1)}, "person", "She has 1 case already, the most the policy lets anybody have."),
    ],
)
def test_what_bars_her_is_said_at_its_answer(said, field, reason):
    decision = can_ask(asking(**said))
    assert (decision.allowed, getattr(decision, "field", None)) == (False, field)
    assert reason in decision.reason


def test_without_a_limit_nobody_has_too_many():
    assert can_ask(asking(reviewer=Reviewer(person_id=1, sort=MemberSort.GUEST, load=40))).allowed is True
