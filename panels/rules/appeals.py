"""An appeal against a decision that was told: its clock, its grounds, who hears it and what comes of it. Pure.

It is on procedure, or on evidence that was not considered, and heard by people who had no part in the first decision
(D1-79, D5-07). Upheld, the case is decided again, by new members.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import first_refusal, refused
from academy.people.rules.spans import in_words
from academy.ui.wording import in_a_row
from asye.rules.faults import Fault, too_long
from panels.choices.cases import CaseState
from panels.choices.outcomes import AppealOutcome, AppealState, DecisionBasis
from panels.choices.panels import MOST_WORDS
from panels.rules.days import appeal_by
from panels.rules.policy import PanelRules


@dataclass(frozen=True, kw_only=True)
class Appealing:
    """A decision somebody may appeal against: the day it was told, None while it is not; whether it is hers, the
    latest, was appealed against before, and was itself made on an appeal."""

    state: CaseState
    released_on: date | None
    is_candidate: bool
    is_latest: bool = True
    has_appeal: bool = False
    basis: DecisionBasis = DecisionBasis.MEETING


@dataclass(frozen=True, kw_only=True)
class Involved:
    """Who had a part in a case, and so cannot hear an appeal about it: who was in the meeting, who reviewed, who looked
    again, whoever something ties to the candidate, and the candidate with her line manager."""

    present: Collection[int] = ()
    reviewers: Collection[int] = ()
    lookers: Collection[int] = ()
    tied: Collection[int] = ()
    candidate_id: int = 0
    manager_id: int | None = None


def can_appeal(appealing: Appealing, *, rules: PanelRules, on: date) -> Decision:
    """May she appeal on the day? The candidate alone, against the latest decision once it was told, until the last of
    the policy's working days, once. What was decided on an appeal stands."""
    if not appealing.is_candidate:
        return refused("Only the candidate appeals. Anybody else tells the academy lead.")
    if appealing.state != CaseState.RELEASED or appealing.released_on is None:
        return refused("Wait for the letter. There is nothing to appeal against before.")
    return first_refusal(_stands_open(appealing), _is_in_time(appealing.released_on, rules=rules, on=on))


def faults(*, ground: str, words: str, rules: PanelRules) -> tuple[Fault, ...]:
    """What an appeal lacks: one of the policy's grounds, and what happened in her words."""
    return (*_ground(ground, rules), *_words("words", words, asks="Write what happened. Those who hear it read this."))


def can_hear(person_id: int, involved: Involved) -> Decision:
    """May she hear the appeal? Only somebody who is fresh to the case."""
    if person_id in (involved.candidate_id, involved.manager_id):
        return refused("This is about her own case or her own people. Choose somebody else.", "person")
    if person_id in involved.tied:
        return refused("Something connects her with the candidate. Choose somebody else.", "person")
    if person_id in involved.present:
        return refused("She was in the meeting that decided. Choose somebody who was not.", "person")
    if person_id in (*involved.reviewers, *involved.lookers):
        return refused("She judged this case before. Choose somebody who did not.", "person")
    return ALLOWED


def can_name(person_id: int, *, hearers: Collection[int], involved: Involved, state: AppealState) -> Decision:
    """May she be named to hear it? While it is not over, once, and somebody who is fresh to the case."""
    if state not in (AppealState.OPEN, AppealState.HEARD):
        return refused("This appeal is over.")
    if person_id in hearers:
        return refused("She hears it already.", "person")
    return can_hear(person_id, involved)


def missing_hearers(hearers: Collection[int], *, rules: PanelRules) -> str:
    """Whom the appeal still lacks, in a sentence; empty where enough people hear it."""
    lacking = rules.appeal.hearers - len(set(hearers))
    if lacking <= 0:
        return ""
    who = "one more person" if lacking == 1 else f"{lacking} more people"
    return f"Name {who} to hear it who had no part in the decision."


def can_withdraw_appeal(state: AppealState, *, is_candidate: bool) -> Decision:
    """May she take it back? The candidate, while it is not answered."""
    if not is_candidate:
        return refused("Only the candidate takes her appeal back.")
    if state not in (AppealState.OPEN, AppealState.HEARD):
        return refused("This appeal is over.")
    return ALLOWED


def can_answer(state: AppealState, *, by_id: int, hearers: Collection[int], rules: PanelRules) -> Decision:
    """May it be answered? By one of those who hear it, while enough of them do."""
    if state != AppealState.HEARD:
        return refused("This appeal is not with those who hear it.")
    if by_id not in hearers:
        return refused("Only somebody who hears this appeal answers it.")
    missing = missing_hearers(hearers, rules=rules)
    return refused(missing) if missing else ALLOWED


def answer_faults(*, outcome: str, words: str) -> tuple[Fault, ...]:
    """What an answer lacks: upheld or not, and words the candidate reads."""
    said = () if outcome in AppealOutcome.values else (Fault("outcome", "Say whether the appeal is upheld."),)
    return (*said, *_words("outcome_words", words, asks="Write why. The candidate reads it."))


def is_decided_again(outcome: str) -> bool:
    """Is the case decided once more? Only where the appeal was upheld."""
    return outcome == AppealOutcome.UPHELD


def can_judge_afresh(*, is_appointed: bool, has_begun: bool) -> Decision:
    """May the case be judged afresh, as an appeal that is upheld asks? Not once she was appointed on the decision, nor
    while she has begun another case for the step."""
    if is_appointed:
        return refused(
            "She was appointed on this decision, and judging the case again would take nothing from that. Speak with "
            "the academy lead and human resources; then answer it as not upheld, and write what was not right.",
            "outcome",
        )
    if has_begun:
        return refused("She has begun another case for this step. Ask her to withdraw that one first.", "outcome")
    return ALLOWED


def can_decide_again(present: Iterable[int], involved: Involved) -> Decision:
    """May these people decide the case after an appeal was upheld? Only if each is fresh to it."""
    if any(not can_hear(person, involved).allowed for person in present):
        return refused("After an appeal new members decide. Ask those who had a part in the case to leave the room.")
    return ALLOWED


def _stands_open(appealing: Appealing) -> Decision:
    if not appealing.is_latest:
        return refused("The case was decided again. Only the latest decision can be appealed against.")
    if appealing.basis == DecisionBasis.APPEAL:
        return refused("This was decided on your appeal. Speak with the academy lead about what else you can do.")
    return refused("You have appealed against this decision already.") if appealing.has_appeal else ALLOWED


def _is_in_time(released_on: date, *, rules: PanelRules, on: date) -> Decision:
    last = appeal_by(rules, released_on=released_on)
    if not last.is_late(on):
        return ALLOWED
    return refused(
        f"The last day to appeal was {in_words(last.on)}. Speak with the academy lead if you were kept from it."
    )


def _ground(ground: str, rules: PanelRules) -> Iterable[Fault]:
    if ground not in rules.appeal.grounds:
        open_here = in_a_row((f"“{each.label}”" for each in rules.appeal.grounds), last="or")
        yield Fault("ground", f"Choose a ground: {open_here}.")


def _words(field: str, words: str, *, asks: str) -> Iterable[Fault]:
    if not words.strip():
        yield Fault(field, asks)
    elif len(words) > MOST_WORDS:
        yield too_long(field, MOST_WORDS)
