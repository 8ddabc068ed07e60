"""What was promised in the year, and what happened: words, pictures, and the same week by week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.ui.wording import beginning
from asye.choices.year import Kept, Promise
from asye.drawing.promises import session_dots, week_dots, workload_bars
from asye.models import Enrolment, Signal
from asye.rules.parts_of_policy import Rhythm
from asye.rules.promises import Promises, standing
from asye.rules.sessions import Fate, Session, monday_of
from asye.selectors.heading import hours_on, in_fte
from asye.selectors.panels.panel import Panel
from asye.selectors.policies import rules_of
from asye.selectors.promises import promises_of
from asye.selectors.weeks import own_week

ORDER = 30
# D1-34: 3.7 hours of a week of 37.
HOURS_OF_A_WEEK = 37
MOST_NAMED = 4
EVERY = {1: "weekly", 2: "fortnightly", 4: "monthly"}


@dataclass(frozen=True)
class WeekRow:
    """One week of the table."""

    week_on: date
    supervision: str
    workload: str
    protected: str
    used_for: str


def panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel:
    """The three promises as whoever sees the year sees them; to her, the week that is asked about."""
    rules = rules_of(enrolment.policy)
    kept = promises_of([enrolment], on=on)[enrolment.pk]
    signals = list(Signal.objects.visible_to(actor).filter(enrolment=enrolment).order_by("-told_at", "-pk"))
    told = {each.promise for each in signals if each.answered_at is None}
    states = {each.value: standing(each, kept, rules.signals, is_signalled=each in told) for each in Promise}
    context: dict[str, Any] = {
        **states,
        "week": own_week(actor) if enrolment.person_id == actor.person_id else None,
        "rhythm": rhythm_words(rules.supervision),
        "kept": kept,
        "missed": _missed(kept.missed),
        "protected_words": _protected_words(rules.protected_percent, hours_on(enrolment, on)),
        "used_for": _used_for(kept),
        "sessions": session_dots(kept.sessions),
        "times": week_dots(kept.answered[-19:]),
        "bars": workload_bars(kept.weeks),
        "last": kept.answered[-1] if kept.answered else None,
        "rows": rows_of(kept),
        "signals": signals,
    }
    return Panel("asye/_panel_promises.html", context, order=ORDER)


def rhythm_words(rhythms: Sequence[Rhythm]) -> str:
    """The rhythm in words: "Weekly until week 6, then fortnightly until month 6, then monthly." """
    said = ", then ".join(_rhythm(each) for each in rhythms)
    return f"{beginning(said)}." if said else ""


def _rhythm(rhythm: Rhythm) -> str:
    words = EVERY.get(rhythm.every_weeks, f"every {rhythm.every_weeks} weeks")
    if rhythm.until_week is not None:
        return f"{words} until week {rhythm.until_week}"
    return f"{words} until month {rhythm.until_month}" if rhythm.until_month is not None else words


def rows_of(kept: Promises) -> list[WeekRow]:
    """The year week by week, the latest first. A session stands in the week it was held in, or was due by."""
    met = {monday_of(_day(each)): each.fate.value for each in kept.sessions}
    return [
        WeekRow(
            week_on=each.week_on,
            supervision=met.get(each.week_on, Fate.EXCUSED.value),
            workload=f"{each.said.percent}%, agreed up to {each.agreed}%" if each.said else "not said",
            protected=Kept(each.said.protected).label.lower() if each.said else "not said",
            used_for=each.said.used_for if each.said else "",
        )
        for each in reversed(kept.weeks)
    ]


def _day(session: Session) -> date:
    return session.held_on or session.last


def _missed(sessions: Sequence[Session]) -> str:
    """The last stretches in which none was held."""
    named = [f"{in_words(each.first)} to {in_words(each.last)}" for each in sessions[-MOST_NAMED:]]
    return f"None was held from {'; from '.join(named)}." if named else ""


def _protected_words(percent: Decimal, fte: Decimal) -> str:
    hours = (HOURS_OF_A_WEEK * fte * percent / 100).quantize(Decimal("0.1"))
    return f"{percent.normalize():f}% of working time, {hours} hours of a {HOURS_OF_A_WEEK}-hour week at {in_fte(fte)}."


def _used_for(kept: Promises) -> str:
    """What she used it for of late, each once."""
    said = [each.said.used_for for each in reversed(kept.answered) if each.said and each.said.used_for]
    return ", ".join(list(dict.fromkeys(said))[:MOST_NAMED])
