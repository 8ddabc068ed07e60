"""What a review lacks before it is handed in, and when one is opened again (D5-05, D1-62, D1-63). Pure.

A level never stands alone: each has its reason, so that the panel can judge and the candidate be told.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from asye.choices.ending import Test
from asye.rules.faults import Fault, too_long
from panels.choices.cases import COMPARED, JUDGED_ALONE, CaseState
from panels.choices.judging import TO_DO, AssignmentState, ModerationView, Overall
from panels.choices.panels import MOST_WORDS
from panels.rules.parts_of_policy import Criterion
from panels.rules.reasons import is_reasoned

LEVEL = "level_"
REASON = "reason_"
CHECK = "check_"
TEST = "test_"
NOT_DECIDED = (*JUDGED_ALONE, *COMPARED, CaseState.ON_AGENDA)


@dataclass(frozen=True, kw_only=True)
class Written:
    """What a reviewer of a progression says: the code of a level and a reason by criterion, her view of the whole in
    words, and what the chair should look at closely."""

    levels: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    overall: str = ""
    words: str = ""
    flags: str = ""


@dataclass(frozen=True, kw_only=True)
class Moderated:
    """What a reviewer of an ASYE says: a yes or no to each check and each of the five tests, whether the recommendation
    is supported, and feedback to the assessor and to the newly qualified social worker."""

    checks: Mapping[str, bool] = field(default_factory=dict)
    tests: Mapping[str, bool] = field(default_factory=dict)
    view: str = ""
    words: str = ""
    to_assessor: str = ""
    to_candidate: str = ""
    flags: str = ""


@dataclass(frozen=True, kw_only=True)
class OpeningAgain:
    """What is known as a review is to be opened again."""

    is_chair: bool
    assignment: AssignmentState
    case: CaseState
    reason: str


def faults(written: Written, criteria: Sequence[Criterion]) -> tuple[Fault, ...]:
    """Everything that keeps a review of a progression from being handed in, in the order of the page."""
    return (
        *(fault for criterion in criteria for fault in _judged(written, criterion)),
        *_unknown(written, {each.code for each in criteria}),
        *_viewed("overall", written.overall, among=Overall.values, asks="Give your view of the whole. It is no sum."),
        *_words("words", written.words, asks="Say what your view of the whole rests on."),
        *_words("flags", written.flags),
    )


def moderation_faults(moderated: Moderated, checks: Collection[str]) -> tuple[Fault, ...]:
    """Everything that keeps a review of an ASYE from being handed in. `checks` are the codes of the completeness list
    of this year."""
    return (
        *_answered(moderated.checks, checks, name=CHECK, asks="Say yes or no to this check."),
        *_answered(moderated.tests, Test.values, name=TEST, asks="Say yes or no to this test."),
        *_viewed(
            "overall",
            moderated.view,
            among=ModerationView.values,
            asks="Say whether to confirm it, to ask the assessor, or that it is not supported.",
        ),
        *_words("words", moderated.words, asks="Say what your view rests on."),
        *_words("to_assessor", moderated.to_assessor, asks=_asked_of_assessor(moderated.view)),
        *_words("to_candidate", moderated.to_candidate),
        *_words("flags", moderated.flags),
    )


def can_hand_in(*, case: CaseState, assignment: AssignmentState) -> Decision:
    """May a review be handed in now? Only while the case is being reviewed, by whoever has it still to review."""
    if assignment == AssignmentState.DONE:
        return refused("You have handed this in. If something is to be changed, ask the chair to open it again.")
    if assignment not in TO_DO:
        return refused("This case is not yours to review any more. Go back to your panels to see what is.")
    if case != CaseState.IN_REVIEW:
        return refused("The case is not being reviewed now. Your words are kept; ask the chair how it goes on.")
    return ALLOWED


def are_all_in(states: Collection[str], *, needed: int) -> bool:
    """Are the reviews in: has everybody handed in who still has the case, and are they as many as the policy needs?"""
    return len(states) >= needed and all(state == AssignmentState.DONE for state in states)


def can_open_again(opening: OpeningAgain) -> Decision:
    """May a review that was handed in be opened again? Only by the chair, with a reason, and before the panel has
    decided. What was handed in stays to be read."""
    if not opening.is_chair:
        return refused("Only who chairs the panel opens a review again. Tell her what is to be changed.")
    if opening.case not in NOT_DECIDED:
        return refused("The panel has decided, or the case is no longer with it. Its reviews stay as they are.")
    if opening.assignment != AssignmentState.DONE:
        return refused("This review is not handed in. There is nothing to open again.")
    return is_reasoned(opening.reason, asks="Say why it is opened again. The reviewer reads it.")


def _judged(written: Written, criterion: Criterion) -> Iterable[Fault]:
    if criterion.level(written.levels.get(criterion.code, "")) is None:
        yield Fault(f"{LEVEL}{criterion.code}", f"Choose a level for “{criterion.title}”.")
    reason = written.reasons.get(criterion.code, "")
    yield from _words(f"{REASON}{criterion.code}", reason, asks=f"Say why it is this level of “{criterion.title}”.")


def _unknown(written: Written, codes: Collection[str]) -> Iterable[Fault]:
    if not {*written.levels, *written.reasons} <= set(codes):
        yield Fault("overall", "A criterion is not among those of this case. Open the page again.")


def _answered(given: Mapping[str, bool], asked: Iterable[str], *, name: str, asks: str) -> Iterable[Fault]:
    known = tuple(asked)
    for code in known:
        if code not in given:
            yield Fault(f"{name}{code}", asks)
    if not set(given) <= set(known):
        yield Fault("overall", "One of the answers is not asked for this year. Open the page again.")


def _asked_of_assessor(view: str) -> str:
    if view == ModerationView.QUERY:
        return "Write the questions. The assessor reads them."
    return "Say why it is not supported. The assessor reads it." if view == ModerationView.DISAGREE else ""


def _viewed(name: str, view: str, *, among: Collection[str], asks: str) -> Iterable[Fault]:
    if view not in among:
        yield Fault(name, asks)


def _words(name: str, words: str, *, asks: str = "") -> Iterable[Fault]:
    """A text of at most `MOST_WORDS` characters, which may be empty where nothing asks for it."""
    if asks and not words.strip():
        yield Fault(name, asks)
    elif len(words) > MOST_WORDS:
        yield too_long(name, MOST_WORDS)
