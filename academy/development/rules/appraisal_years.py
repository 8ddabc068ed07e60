"""The appraisal year: when it begins, and when its two meetings are due (S2-80). Pure."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from academy.development.choices.plans import MeetingKind
from academy.development.rules.moved_dates import moved_by_absence
from academy.development.rules.renewals import MonthDay
from academy.people.rules.spans import Span


@dataclass(frozen=True)
class AppraisalQuestion:
    """What the template asks, whose answer it is, and at which of the two meetings."""

    code: str
    asks: str
    of: str
    at: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AppraisalTerms:
    """What an organisation's appraisal is: its name, its year, its meetings, and the questions of its template.

    `months` are the months in whose last day a meeting is due. Absences of `absence_days` in a row move it. Who joined
    fewer than `newcomer_days` before it is due is not asked for it.
    """

    name: str
    year_starts: MonthDay
    months: Mapping[str, int]
    absence_days: int
    newcomer_days: int
    questions: tuple[AppraisalQuestion, ...]

    def asked(self, kind: str, party: str) -> tuple[AppraisalQuestion, ...]:
        """The questions of one of the two for one meeting, in their order."""
        return tuple(each for each in self.questions if each.of == party and kind in each.at)

    def called(self, kind: str) -> str:
        """What a meeting is called here: the appraisal by the name of the policy."""
        return self.name if kind == MeetingKind.APPRAISAL else f"{self.name}: half-year review"


@dataclass(frozen=True)
class Duty:
    """A meeting that is asked of somebody in a year, and the day by which."""

    kind: str
    year_on: date
    due_on: date


def year_of(day: date, starts: MonthDay) -> date:
    """The first day of the appraisal year the day lies in."""
    this_year = starts.in_year(day.year)
    return this_year if this_year <= day else starts.in_year(day.year - 1)


def due_in_year(year_on: date, month: int) -> date:
    """The last day of that month, the first time it comes on or after the first day of the year."""
    year = year_on.year if month >= year_on.month else year_on.year + 1
    return date(year, month, monthrange(year, month)[1])


def duties_of(
    terms: AppraisalTerms, *, joined_on: date, absences: Iterable[Span], on: date, year_on: date | None = None
) -> tuple[Duty, ...]:
    """The meetings asked of somebody in the year of that day (or the year given), the one due first being first.

    A long absence moves both. Who joined shortly before a meeting is due is not asked for it.
    """
    first = year_on or year_of(on, terms.year_starts)
    away = tuple(absences)
    found = []
    for kind, month in terms.months.items():
        plain = due_in_year(first, month)
        due = moved_by_absence(plain, away, since=max(first, joined_on), on=on, least_days=terms.absence_days)
        if (plain - joined_on).days >= terms.newcomer_days:
            found.append(Duty(kind, first, due))
    return tuple(sorted(found, key=lambda duty: (duty.due_on, duty.kind)))
