"""What a review lacks before it is signed, on which days it may be held, and what is asked about it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from academy.people.rules.spans import in_words
from asye.choices.enrolments import Role
from asye.choices.year import Progress
from asye.rules.policy import AsyeRules

# Where a gap is mended: the name of the page's address, and the part it is about where each has her own.
MEETING, PART, PROGRESS, RESULTS, PLAN, EVIDENCE, PARTS, CONCERN = (
    "hold-review",
    "write-part",
    "assess-stage",
    "say-results",
    "add-goal",
    "cite-evidence",
    "parts",
    "note-concern",
)


@dataclass(frozen=True)
class Gap:
    """Something required that is missing: by code, in a sentence, and where it is mended. What `is_needed` cannot be
    explained away; for the rest a reason is given, which is signed with the review."""

    code: str
    says: str
    mends: str
    is_needed: bool = False
    role: str = ""


@dataclass(frozen=True)
class Lacking:
    """A line of evidence of which there is less than the policy asks of the stage."""

    code: str
    title: str
    have: int
    least: int


@dataclass(frozen=True, kw_only=True)
class Written:
    """What there is of a review: of each role that comes and signs, whether she came (None: not noted) and whether her
    part is done; who has no holder; the assessor's progress; the plans; how much is cited, and of what there is too
    little at this stage; open concerns."""

    came: Mapping[Role, bool | None]
    done: frozenset[Role]
    vacant: frozenset[Role] = frozenset()
    progress: str = ""
    plan: str = ""
    goals: int = 0
    without_result: int = 0
    cited: int = 0
    lacking: tuple[Lacking, ...] = ()
    concerns: int = 0


@dataclass(frozen=True)
class Reason:
    """Why the review is signed without something required: which gap, what it says, and why."""

    code: str
    says: str
    because: str


def gaps_in(written: Written) -> tuple[Gap, ...]:
    """What is missing before the review can be sent to be signed, in the order of its page."""
    return (*_vacant(written), *_parts(written), *_assessment(written), *_plans(written))


def _vacant(written: Written) -> Iterable[Gap]:
    for role in written.came:
        if role in written.vacant:
            says = f"Nobody is {role.label} in this year, so nobody can sign as that."
            yield Gap(f"vacant-{role}", says, PARTS, is_needed=True)


def _parts(written: Written) -> Iterable[Gap]:
    for role, came in written.came.items():
        if came is None:
            yield Gap(f"came-{role}", f"It is not noted whether the {role.label} came.", MEETING)
        if role not in written.done:
            yield Gap(
                f"part-{role}", f"The part of the {role.label} is not written, or not said to be done.", PART, role=role
            )


def _assessment(written: Written) -> Iterable[Gap]:
    if not written.cited:
        yield Gap("evidence", "No evidence is named for this stage.", EVIDENCE)
    for line in written.lacking:
        says = f"{line.title}: {line.have} of the {line.least} the policy asks for by this stage."
        yield Gap(f"evidence-{line.code}", says, EVIDENCE)
    if not written.progress:
        yield Gap("progress", "The assessor has not said how she gets on at this stage.", PROGRESS, is_needed=True)
    if written.progress == Progress.CONCERNS and not written.concerns:
        says = "There are concerns, and no plan of support is noted. A fail must never be a surprise."
        yield Gap("concern", says, CONCERN, is_needed=True)


def _plans(written: Written) -> Iterable[Gap]:
    if written.without_result:
        goals = "1 goal" if written.without_result == 1 else f"{written.without_result} goals"
        yield Gap("results", f"What became of {goals} of the plan before is not said.", RESULTS)
    if written.plan and not written.goals:
        yield Gap("plan", f"The development plan “{written.plan}” has no goal.", PLAN)


def explained(gaps: Iterable[Gap], because: Mapping[str, str]) -> tuple[list[Reason], Decision]:
    """The reasons given for what is missing, and whether that is enough to sign: nothing that is needed is missing, and
    everything else has its reason."""
    reasons = []
    for gap in gaps:
        if gap.is_needed:
            return [], refused(gap.says)
        said = because.get(gap.code, "").strip()
        if not said:
            return [], refused(f"{gap.says} Mend it, or say why it is signed without.", f"because_{gap.code}")
        reasons.append(Reason(gap.code, gap.says, said))
    return reasons, ALLOWED


def can_be_held(held_on: date, *, starts_on: date, on: date) -> Decision:
    """May it be noted as held on this day? From the first day of the year up to today."""
    if held_on > on:
        return refused("Note it once it was held. Give today or an earlier day.", "held_on")
    if held_on < starts_on:
        return refused(f"The year began on {in_words(starts_on)}. Give that day or a later one.", "held_on")
    return ALLOWED


def stage_of(rules: AsyeRules, code: str) -> int:
    """The number of the stage a review closes: the agreement is the first (D1-50)."""
    return [point.code for point in rules.reviews].index(code) + 2


def plan_made_at(rules: AsyeRules, code: str) -> tuple[str, str] | None:
    """Code and title of the stretch a plan is made for at the review of that code; None where none is made there."""
    return next(((stage.code, stage.title) for stage in rules.plans if stage.made_with == code), None)
