"""May somebody be asked to review a case? What bars her is told with what to do instead. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.rules.decisions import first_refusal
from academy.people.rules.decisions import refused as refused_at
from panels.choices.cases import CaseState
from panels.rules.assigning import Reviewer

# A case is given to reviewers from when it is accepted until it is looked at again or put on the agenda.
GIVEN_IN = (CaseState.ACCEPTED, CaseState.IN_REVIEW, CaseState.REVIEWS_IN)
PERSON = "person"


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What is known as somebody is to be asked to review a case. `reviewer` is None where she has no seat that judges
    on its panel on the day; `already` are those who have the case."""

    state: CaseState
    person_id: int
    candidate_id: int
    reviewer: Reviewer | None
    already: Collection[int]
    may_judge: Decision
    is_appointment: bool = False
    was_used: bool = False


def can_ask(asking: Asking) -> Decision:
    """May she be asked? Not of her own case, without a seat that judges, twice, tied, where an appeal bars her, or
    above the most she may have; and only while it is reviewed. A post by interview is decided by whoever recruits."""
    return first_refusal(
        _is_reviewed(asking),
        _is_another(asking),
        _sits(asking),
        _has_it_not(asking),
        _at_person(asking.may_judge),
        _is_fresh(asking),
        _has_room(asking.reviewer),
    )


def _is_reviewed(asking: Asking) -> Decision:
    if asking.is_appointment:
        return refused("A post by interview is not reviewed. Whoever recruits sees the portfolio.")
    if asking.state in GIVEN_IN:
        return ALLOWED
    return refused("The case is not being reviewed now. It is given to reviewers once it is accepted.")


def _is_another(asking: Asking) -> Decision:
    if asking.person_id != asking.candidate_id:
        return ALLOWED
    return refused_at("This is her own case. Choose somebody else.", PERSON)


def _sits(asking: Asking) -> Decision:
    if asking.reviewer is not None:
        return ALLOWED
    return refused_at("She has no seat on the panel that judges today. Choose one of its members.", PERSON)


def _has_it_not(asking: Asking) -> Decision:
    if asking.person_id not in asking.already:
        return ALLOWED
    return refused_at("She has this case already. Choose somebody else.", PERSON)


def _is_fresh(asking: Asking) -> Decision:
    if not asking.was_used:
        return ALLOWED
    return refused_at("She had a part in the decision that was appealed against. Choose somebody who had none.", PERSON)


def _has_room(reviewer: Reviewer | None) -> Decision:
    if reviewer is None or not reviewer.most or reviewer.load < reviewer.most:
        return ALLOWED
    most = "1 case" if reviewer.most == 1 else f"{reviewer.most} cases"
    return refused_at(f"She has {most} already, the most the policy lets anybody have. Choose somebody else.", PERSON)


def _at_person(decision: Decision) -> Decision:
    return ALLOWED if decision.allowed else refused_at(decision.reason, PERSON)
