"""What is missing before an outcome is recommended, and what a recommendation must say (D1-60 to D1-63, D1-77). Pure.

Nothing here works out an outcome: evidence is judged over the whole year by the one who assesses (D1-54).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from academy.people.rules.spans import in_words
from asye.choices.enrolments import MOST_REASON, MOST_WORDS, Outcome
from asye.choices.final import Checked
from asye.choices.year import ReviewState
from asye.rules.faults import Fault, too_long
from asye.rules.parts_of_policy import Appeal

GAP = "gap_"
EXPLAIN = "Say in a sentence why this is missing, or close it first."


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A review of the year, as its milestone calls it, and how it stands (a ReviewState; empty where there is none)."""

    code: str
    title: str
    state: str = ""
    is_optional: bool = False

    @property
    def is_done(self) -> bool:
        return self.state in (ReviewState.LOCKED, ReviewState.WAIVED)


@dataclass(frozen=True, kw_only=True)
class Line:
    """Something that is counted over the year: a kind of evidence, or development plans. Uneven: enough over the year,
    and not in each stage that asks for its own."""

    code: str
    title: str
    have: int
    least: int
    is_uneven: bool = False


@dataclass(frozen=True, kw_only=True)
class Tally:
    """A promise over the year: how often it was due or said of, and how often it was kept."""

    due: int
    kept: int

    @property
    def missed(self) -> int:
        return max(self.due - self.kept, 0)


@dataclass(frozen=True, kw_only=True)
class Held:
    """What the record of a year holds on a day."""

    agreement_signed_on: date | None = None
    stages: tuple[Stage, ...] = ()
    lines: tuple[Line, ...] = ()
    plans: tuple[Line, ...] = ()
    supervision: Tally = Tally(due=0, kept=0)
    workload: Tally = Tally(due=0, kept=0)
    protected: Tally = Tally(due=0, kept=0)
    handed_in_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Check:
    """One yes or no of the list, with how it stands in a sentence."""

    code: str
    title: str
    is_met: bool
    says: str


@dataclass(frozen=True, kw_only=True)
class FinalReport:
    """What whoever assesses writes at the end. `gaps` are sentences by the code of the check that is not met; `answer`
    is to the questions moderation sent it back with; the rest of it is of a fail alone."""

    outcome: str
    report: str
    strengths: str = ""
    next_steps: str = ""
    answer: str = ""
    gaps: Mapping[str, str] = field(default_factory=dict)
    unforeseen: str = ""
    notice_on: date | None = None
    appeal: str = ""

    @property
    def is_fail(self) -> bool:
        return self.outcome == Outcome.FAIL


@dataclass(frozen=True, kw_only=True)
class Before:
    """What is known as it is recommended: what is missing, whether concerns were recorded earlier, whether moderation
    asked questions, and the day."""

    missing: tuple[Check, ...]
    is_concerned: bool
    is_asked: bool
    on: date


def checks(held: Held) -> tuple[Check, ...]:
    """Every check in the order of the panel's list, without the final report itself."""
    return (
        _agreement(held.agreement_signed_on),
        *(_stage(stage) for stage in held.stages),
        _promise(Checked.SUPERVISION, held.supervision, "sessions that were due took place"),
        _promise(Checked.WORKLOAD, held.workload, "weeks she told of were at or below what was agreed"),
        _promise(Checked.PROTECTED, held.protected, "weeks she told of had the protected time"),
        *(_counted(Checked.EVIDENCE, line) for line in held.lines),
        *(_counted(Checked.PLANS, line) for line in held.plans),
        _portfolio(held.handed_in_on),
    )


def gaps(found: Iterable[Check]) -> tuple[Check, ...]:
    """Those that are not met: each is closed first, or explained."""
    return tuple(each for each in found if not each.is_met)


def faults(report: FinalReport, before: Before) -> tuple[Fault, ...]:
    """Everything that keeps a recommendation from being made, each beside its question."""
    return (
        *_said(report, before),
        *_gaps_explained(report, before),
        *(unannounced(report.notice_on, report.appeal, on=before.on) if report.is_fail else ()),
        *_foreseen(report, before),
    )


def unannounced(notice_on: date | None, appeal: str, *, on: date) -> tuple[Fault, ...]:
    """What a fail lacks before it can be saved: the day she had it in writing, and how she can appeal (D1-77)."""
    found = []
    if notice_on is None:
        found.append(Fault("notice_on", "Enter the day on which she had it in writing. A fail is not saved without."))
    elif notice_on > on:
        found.append(Fault("notice_on", f"This day is to come. Tell her in writing first; today is {in_words(on)}."))
    if not appeal.strip():
        found.append(Fault("appeal", "Say how she can appeal, to whom and until when."))
    elif len(appeal) > MOST_WORDS:
        found.append(too_long("appeal", MOST_WORDS))
    return tuple(found)


def appeal_offered(appeal: Appeal) -> str:
    """The employer's words on appeals, with until when, as a form offers them (D1-79)."""
    return f"{appeal.words} Appeal in writing within {appeal.days} working days of this notice."


def _said(report: FinalReport, before: Before) -> Iterable[Fault]:
    if report.outcome not in Outcome.values:
        yield Fault("outcome", "Say whether you recommend a pass or a fail.")
    if not report.report.strip():
        yield Fault("report", "Write what you judged it by, over the whole year.")
    if before.is_asked and not report.answer.strip():
        yield Fault("answer", "Answer the questions it was sent back with.")
    for name in ("report", "strengths", "next_steps", "answer"):
        if len(getattr(report, name)) > MOST_WORDS:
            yield too_long(name, MOST_WORDS)


def _gaps_explained(report: FinalReport, before: Before) -> Iterable[Fault]:
    for check in before.missing:
        said = report.gaps.get(check.code, "").strip()
        if not said:
            yield Fault(f"{GAP}{check.code}", EXPLAIN)
        elif len(said) > MOST_REASON:
            yield too_long(f"{GAP}{check.code}", MOST_REASON)


def _foreseen(report: FinalReport, before: Before) -> Iterable[Fault]:
    """A fail must not be a surprise (D1-77)."""
    if not report.is_fail:
        return
    if not before.is_concerned and not report.unforeseen.strip():
        yield Fault(
            "unforeseen",
            "No concern was recorded before the final review. Say why it could not be foreseen; moderation reads it.",
        )
    elif len(report.unforeseen) > MOST_REASON:
        yield too_long("unforeseen", MOST_REASON)


def _agreement(signed_on: date | None) -> Check:
    says = f"Signed by all on {in_words(signed_on)}." if signed_on else "It is not signed by all."
    return Check(code=Checked.AGREEMENT, title=Checked.AGREEMENT.label, is_met=signed_on is not None, says=says)


def _stage(stage: Stage) -> Check:
    is_met = stage.is_done or (stage.is_optional and stage.state in ("", ReviewState.SCHEDULED))
    says = {
        ReviewState.LOCKED.value: "Signed by all.",
        ReviewState.WAIVED.value: "Not held; the reason stands with it.",
        ReviewState.WRITING.value: "It is being written.",
        ReviewState.SIGNING.value: "Signatures are missing.",
    }.get(stage.state, "Optional, and not held." if stage.is_optional else "It was not held.")
    return Check(code=stage.code, title=stage.title, is_met=is_met, says=says)


def _promise(checked: Checked, tally: Tally, words: str) -> Check:
    says = f"{tally.kept} of {tally.due} {words}." if tally.due else "Nothing is recorded of it."
    return Check(code=checked, title=checked.label, is_met=bool(tally.due) and not tally.missed, says=says)


def _counted(checked: Checked, line: Line) -> Check:
    asked = f"{line.have} of {line.least}" if line.least else f"{line.have}; none is asked for"
    says = f"{asked}{', but not in each stage that asks for some' if line.is_uneven else ''}."
    is_met = line.have >= line.least and not line.is_uneven
    return Check(code=f"{checked}-{line.code}", title=line.title, is_met=is_met, says=says)


def _portfolio(handed_in_on: date | None) -> Check:
    says = f"Handed in on {in_words(handed_in_on)}." if handed_in_on else "It is not handed in."
    return Check(code=Checked.PORTFOLIO, title=Checked.PORTFOLIO.label, is_met=handed_in_on is not None, says=says)
