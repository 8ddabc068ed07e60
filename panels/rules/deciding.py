"""What a panel records as its decision, what it lacks, and when a decision may be opened once more. Pure.

A decision is holistic, and nothing adds up to it (D1-54, D5-05). It is worded once: minutes, letter and plan take it
from there. It is never changed; decided again, the next number follows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import first_refusal, refused
from academy.people.rules.spans import in_words
from academy.ui.wording import in_a_row
from asye.rules.faults import Fault, too_long
from panels.choices.cases import CaseKind, CaseState
from panels.choices.outcomes import Outcome
from panels.choices.panels import MOST_REASON, MOST_WORDS
from panels.choices.policy import GradeStart
from panels.rules.agenda import IS_DECIDED
from panels.rules.policy import PanelRules
from panels.rules.quorum import Room
from panels.rules.reasons import is_reasoned

# What lets somebody move on, so that a grade may follow.
MOVING_ON = (Outcome.PROGRESSED, Outcome.CONDITION)


@dataclass(frozen=True, kw_only=True)
class Aim:
    """A target of a plan: what is to be shown, who sees to it, and until when. `owner` is a name or a role in words."""

    words: str
    owner: str
    due_on: date | None


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """What is to be recorded. `wording` is what the candidate is told, `reasons` the panel's own; `condition` and its
    day belong to a condition, `aims` and `next_sitting_on` to a "not yet", `answer_by_on` to questions on an ASYE,
    `effective_on` to a step up whose policy has its first day named."""

    outcome: str
    wording: str
    reasons: str
    condition: str = ""
    condition_by_on: date | None = None
    aims: tuple[Aim, ...] = ()
    next_sitting_on: date | None = None
    effective_on: date | None = None
    answer_by_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Deciding:
    """What is known as it is recorded: the room for this case at that moment, and who records it; what is still to come
    of reviews and other looks; whether a later sitting is known, and whether a grade follows the decision alone."""

    on: date
    rules: PanelRules
    kind: CaseKind
    state: CaseState
    room: Room
    by_id: int
    is_on_table: bool = True
    reviews_to_come: int = 0
    looks_to_come: int = 0
    has_next_sitting: bool = False
    changes_grade: bool = False

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return self.rules.outcomes_for(self.kind)


@dataclass(frozen=True, kw_only=True)
class Reopening:
    """A decision that is to be opened once more: its number and the latest, whether it was told, and what rests on it
    by now."""

    number: int
    latest: int
    is_released: bool = False
    is_by_lead: bool = False
    has_open_appeal: bool = False
    is_appointed: bool = False


def can_decide(deciding: Deciding) -> Decision:
    """May this case be decided now? It is on the table, every review and every other look is in, the room is quorate
    for it, and whoever records it takes part in it herself."""
    return first_refusal(
        _is_before_the_panel(deciding),
        _is_judged(deciding),
        deciding.room.decision,
        _takes_part(deciding),
    )


def faults(proposed: Proposed, deciding: Deciding) -> tuple[Fault, ...]:
    """Everything that keeps these words from being recorded, each beside its question."""
    if proposed.outcome not in deciding.outcomes:
        open_here = in_a_row((f"“{outcome.label}”" for outcome in deciding.outcomes), last="or")
        return (Fault("outcome", f"Choose what this panel may decide: {open_here}."),)
    return (
        *_said(proposed, deciding.kind),
        *_of_condition(proposed, deciding.on),
        *_of_plan(proposed, deciding),
        *_of_days(proposed, deciding),
        *_of_questions(proposed, deciding.on),
    )


def can_reopen(reopening: Reopening, *, note: str) -> Decision:
    """May a decision be opened once more? Only the latest, and with a note. Before it is told whoever chairs may do it;
    afterwards the academy lead alone, and not while an appeal or an appointment rests on it."""
    if reopening.number != reopening.latest:
        return refused("There is a later decision. Only the latest can be opened once more.")
    if reopening.is_appointed:
        return refused("Somebody was appointed on this decision. Speak with human resources about what can be done.")
    if reopening.has_open_appeal:
        return refused("An appeal is open against it. Those who hear it decide whether it is opened.")
    if reopening.is_released and not reopening.is_by_lead:
        return refused("The candidate was told of it. Ask the academy lead to open it once more.")
    return is_reasoned(note, asks="Write why it is opened once more. The note stays with the case.", field="note")


def _is_before_the_panel(deciding: Deciding) -> Decision:
    if deciding.state == CaseState.ON_AGENDA and deciding.is_on_table:
        return ALLOWED
    if deciding.state in (CaseState.DECIDED, CaseState.RELEASED):
        return refused(IS_DECIDED)
    return refused("Call this case to the table first. It is decided there.")


def _is_judged(deciding: Deciding) -> Decision:
    if deciding.reviews_to_come:
        return refused(f"Wait for {_many(deciding.reviews_to_come, 'review')}, or put the case off.")
    if deciding.looks_to_come:
        return refused(f"Wait for {_many(deciding.looks_to_come, 'other look')} at the reviews, or put the case off.")
    return ALLOWED


def _takes_part(deciding: Deciding) -> Decision:
    if deciding.by_id in deciding.room.counting:
        return ALLOWED
    return refused("You take no part in this case. Ask somebody who chairs it to record the decision.")


def _many(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"


def _said(proposed: Proposed, kind: CaseKind) -> Iterable[Fault]:
    if not proposed.wording.strip():
        reader = "assessor" if kind == CaseKind.MODERATION else "candidate"
        yield Fault("wording", f"Write the decision in the words the {reader} is to read.")
    if not proposed.reasons.strip():
        asks = "Write why it is deferred." if proposed.outcome == Outcome.DEFERRED else "Write the panel’s reasons."
        yield Fault("reasons", asks)
    for name in ("wording", "reasons", "condition"):
        if len(getattr(proposed, name)) > MOST_WORDS:
            yield too_long(name, MOST_WORDS)


def _of_condition(proposed: Proposed, on: date) -> Iterable[Fault]:
    if proposed.outcome != Outcome.CONDITION:
        if proposed.condition.strip() or proposed.condition_by_on:
            yield Fault("condition", "A condition belongs to “progressed with a condition”. Choose that, or empty it.")
        return
    if not proposed.condition.strip():
        yield Fault("condition", "Write what the condition is.")
    if proposed.condition_by_on is None or proposed.condition_by_on <= on:
        yield Fault("condition_by_on", f"Give a day after {in_words(on)} by which it is met.")


def _of_plan(proposed: Proposed, deciding: Deciding) -> Iterable[Fault]:
    if proposed.outcome != Outcome.NOT_YET:
        if proposed.aims:
            yield Fault("aims", "Targets belong to a “not yet”. Choose that, or take them out.")
        return
    least = deciding.rules.plan_needs
    if len(proposed.aims) < least:
        yield Fault("aims", f"Give the plan at least {_many(least, 'target')}.")
    for number, aim in enumerate(proposed.aims, start=1):
        yield from _of_aim(aim, number=number, on=deciding.on)
    if proposed.next_sitting_on is None and deciding.has_next_sitting:
        yield Fault("next_sitting", "Choose the sitting at which she can come again.")


def _of_aim(aim: Aim, *, number: int, on: date) -> Iterable[Fault]:
    if not aim.words.strip():
        yield Fault(f"aim_{number}_words", "Write what is to be shown.")
    elif len(aim.words) > MOST_REASON:
        yield too_long(f"aim_{number}_words", MOST_REASON)
    if not aim.owner.strip():
        yield Fault(f"aim_{number}_owner", "Say who sees to it.")
    if aim.due_on is None or aim.due_on <= on:
        yield Fault(f"aim_{number}_due_on", f"Give a day after {in_words(on)}.")


def _of_days(proposed: Proposed, deciding: Deciding) -> Iterable[Fault]:
    if proposed.next_sitting_on is not None and proposed.next_sitting_on <= deciding.on:
        yield Fault("next_sitting", f"Choose a sitting after {in_words(deciding.on)}.")
    if not deciding.changes_grade or proposed.outcome not in MOVING_ON:
        return
    if deciding.rules.grade_from == GradeStart.NAMED and proposed.effective_on is None:
        yield Fault("effective_on", "Name the day from which the grade holds.")
    elif proposed.effective_on is not None and proposed.effective_on < deciding.on:
        yield Fault("effective_on", f"Give {in_words(deciding.on)} or a later day.")


def _of_questions(proposed: Proposed, on: date) -> Iterable[Fault]:
    if proposed.answer_by_on is None:
        return
    if proposed.outcome != Outcome.QUERIED:
        yield Fault("answer_by_on", "A day to answer by belongs to questions. Choose that, or empty it.")
    elif proposed.answer_by_on <= on:
        yield Fault("answer_by_on", f"Give a day after {in_words(on)} by which the questions are answered.")
