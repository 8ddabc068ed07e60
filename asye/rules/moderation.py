"""What moderation says of a recommendation: checks, five tests, words to two readers and notes of its own. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from asye.choices.ending import Moderated, Test
from asye.choices.enrolments import MOST_WORDS
from asye.choices.final import Checked
from asye.rules.faults import Fault, too_long
from asye.rules.final import Check

REPORTED = Check(code=Checked.REPORT, title=Checked.REPORT.label, is_met=True, says="Written with the recommendation.")


@dataclass(frozen=True, kw_only=True)
class ModerationResult:
    """What a panel found. `checks` and `tests` are yes or no by code; a check it says nothing of is as the record has
    it. `to_assessor` are its questions or its feedback, `to_nqsw` what she reads once the employer has decided; `notes`
    are for moderation alone. `answer_by_on` is until when its questions are to be answered, where a day is set."""

    result: str
    moderated_on: date
    checks: Mapping[str, bool] = field(default_factory=dict)
    tests: Mapping[str, bool] = field(default_factory=dict)
    notes: str = ""
    to_assessor: str = ""
    to_nqsw: str = ""
    answer_by_on: date | None = None

    @property
    def is_query(self) -> bool:
        return self.result == Moderated.QUERIED


def panel_checks(found: Iterable[Check]) -> tuple[Check, ...]:
    """The panel's list: what was looked at before the recommendation, and the report that came with it (D1-62)."""
    checks = list(found)
    after = max((place for place, each in enumerate(checks) if not _is_after(each)), default=-1) + 1
    return (*checks[:after], REPORTED, *checks[after:])


def faults(result: ModerationResult, *, known: Iterable[Check], recommended_on: date, on: date) -> tuple[Fault, ...]:
    """What keeps it from being recorded."""
    return (*_said(result), *_answered(result, known), *_dated(result, recommended_on=recommended_on, on=on))


def _is_after(check: Check) -> bool:
    """Does it come behind the final report in the list? The agreement and the reviews come before it."""
    return check.code.partition("-")[0] in (
        Checked.SUPERVISION,
        Checked.WORKLOAD,
        Checked.PROTECTED,
        Checked.EVIDENCE,
        Checked.PLANS,
        Checked.PORTFOLIO,
    )


def _said(result: ModerationResult) -> Iterable[Fault]:
    if result.result not in Moderated.values:
        yield Fault("result", "Say whether it is confirmed, sent back with questions, or not supported.")
    elif result.result != Moderated.CONFIRMED and not result.to_assessor.strip():
        yield Fault("to_assessor", "Write the questions, or why it is not supported. Who recommended reads it.")
    for name in ("notes", "to_assessor", "to_nqsw"):
        if len(getattr(result, name)) > MOST_WORDS:
            yield too_long(name, MOST_WORDS)


def _answered(result: ModerationResult, known: Iterable[Check]) -> Iterable[Fault]:
    if not set(result.checks) <= {check.code for check in known}:
        yield Fault("checks", "One of the checks is not on the list of this year.")
    if set(result.tests) != set(Test.values):
        yield Fault("tests", "Say yes or no to each of the five tests.")


def _dated(result: ModerationResult, *, recommended_on: date, on: date) -> Iterable[Fault]:
    if not recommended_on <= result.moderated_on <= on:
        yield Fault("moderated_on", "The day lies between the recommendation and today.")
