"""How each date of a year came about, in sentences (S4-22). Pure; tells the same whatever day it is read."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from academy.engines.requirements.dates import in_words, number_of
from academy.ui.wording import within
from asye.choices.year import MilestoneKind
from asye.rules.clock import Running
from asye.rules.parts_of_policy import Offset, ReviewPoint
from asye.rules.spells import FULL_DAY, FULL_WEEK, Spell, work_of, worked_until

TENTH = Decimal("0.1")
DONE = {
    MilestoneKind.AGREEMENT: "Signed by all on",
    MilestoneKind.REVIEW: "Held on",
    MilestoneKind.FINAL: "Held on",
    MilestoneKind.OBSERVATION: "Observed on",
    MilestoneKind.SUBMISSION: "Handed in on",
    MilestoneKind.PANEL: "Held on",
}


def fte_words(rate: int) -> str:
    """A share of full time as it is said: 1.0, 0.6, 0.55."""
    whole = f"{Decimal(rate) / FULL_DAY:.2f}"
    return whole.removesuffix("0")


def weeks_words(work: int) -> str:
    """Full-time weeks with a decimal where they need one: 52, 20.6."""
    said = (Decimal(work) / FULL_WEEK).quantize(TENTH, rounding=ROUND_HALF_UP)
    return f"{said:f}".removesuffix(".0")


def span_words(days: int) -> str:
    """A number of days as weeks and days: 8 weeks, 52 weeks and 3 days, 1 day."""
    weeks, rest = divmod(days, 7)
    said = [number_of(weeks, "week")] * bool(weeks) + [number_of(rest, "day")] * bool(rest or not weeks)
    return " and ".join(said)


def done_reason(kind: MilestoneKind, on: date) -> str:
    """Of what happened: that it did, and moves no more."""
    return f"{DONE.get(kind, 'Done on')} {in_words(on)}. It does not move again."


def end_reason(running: Running, spells: Sequence[Spell], end: date) -> str:
    """From full-time weeks, hours and pauses to the last day."""
    said = [_asked(running)]
    until_end = [spell for spell in spells if spell.from_on <= end]
    last, before = until_end[-1], until_end[:-1]
    if any(spell.rate for spell in before):
        said.append(_worked(before))
    pauses = [spell for spell in before if spell.is_pause]
    if pauses:
        said.append(_paused(pauses))
    if before or last.rate != FULL_DAY:
        said.append(_left(running, before, last, end=end))
    return " ".join(said)


def against_ceiling(end: date, ceiling: date) -> str:
    """How far from the ceiling the year ends, and what is to be done where it ends later."""
    if end > ceiling:
        return (
            f"That is {span_words((end - ceiling).days)} after the ceiling, {in_words(ceiling)}. Nothing is cut: "
            "the co-ordinator says how it goes on."
        )
    if end == ceiling:
        return "That is the day of the ceiling."
    return f"That is {span_words((ceiling - end).days)} before the ceiling, {in_words(ceiling)}."


def ceiling_reason(running: Running) -> str:
    years = number_of(running.ceiling_years, "year")
    return f"The last day of {years} from {in_words(running.starts_on)}, however long the pauses were."


def agreement_reason(running: Running, weeks: int, on: date) -> str:
    """By weeks, the same for whatever hours."""
    by_rule = (on - running.starts_on).days
    said = f"{number_of(weeks, 'week')} after the start, whatever the hours."
    return said if by_rule == weeks * 7 else f"{said} Days of a pause are not counted."


def review_reason(running: Running, point: ReviewPoint, *, full: date, due: date, on: date) -> str:
    """`full` is the day at full time without a pause, `due` the day by hours and pauses, `on` the day it is held."""
    said = f"{number_of(point.months, 'month')} of full time from {in_words(running.starts_on)}"
    if point.is_final and running.extra_weeks:
        said += f" and {weeks_words(work_of(running.extra_weeks))} weeks of extension"
    if due > full:
        said += f", {in_words(full)}, and {span_words((due - full).days)} more for {_causes(running, due)}"
    if due < full:
        said += ", and not later than the year ends"
    if on == due:
        return f"{said}."
    instead = "the next working day" if on > due else "the working day before it"
    return f"{said}. {in_words(due)} is a {due:%A}{_closed(due)}: {instead}."


def observation_reason(title: str, *, days: int, is_after_pause: bool, review_on: date) -> str:
    said = f"At the latest {number_of(days, 'day')} before the {within(title)} on {in_words(review_on)}"
    return f"{said}, and not within a pause: the first day after it." if is_after_pause else f"{said}."


def offset_reason(offset: Offset, *, on: date, due: date, of_final: str) -> str:
    """Of submission and panel."""
    what = f"the {within(of_final)}" if offset.of == "final" else "the year ends"
    number = offset.days or offset.working_days
    if number == 0:
        said = f"On the day of {what}" if offset.of == "final" else f"On the day {what}"
    else:
        unit = "working day" if offset.working_days else "day"
        said = f"{number_of(abs(number), unit)} {'after' if number > 0 else 'before'} {what}"
    return f"{said}." if on == due else f"{said}, {in_words(due)}: the first day from then on that serves."


def _asked(running: Running) -> str:
    weeks, start = work_of(running.weeks), in_words(running.starts_on)
    if not running.extra_weeks:
        return f"{weeks_words(weeks)} weeks full time from {start}."
    extra = work_of(running.extra_weeks)
    return (
        f"{weeks_words(weeks)} weeks full time from {start} and {weeks_words(extra)} of extension, which is "
        f"{weeks_words(weeks + extra)}."
    )


def _worked(before: Sequence[Spell]) -> str:
    """By hours, in the order in which they were first worked."""
    days: dict[int, int] = {}
    for spell in before:
        if spell.rate and spell.until_on is not None:
            days[spell.rate] = days.get(spell.rate, 0) + spell.days_until(spell.until_on)
    said = [f"{span_words(number)} at {fte_words(rate)} FTE" for rate, number in days.items()]
    work = sum(rate * number for rate, number in days.items())
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"{listed} make {weeks_words(work)} full-time weeks."


def _paused(pauses: Sequence[Spell]) -> str:
    days = sum(spell.days_until(spell.until_on) for spell in pauses if spell.until_on is not None)
    if len(pauses) == 1:
        return f"Paused for {span_words(days)}."
    return f"Paused {'twice' if len(pauses) == 2 else f'{len(pauses)} times'}, for {span_words(days)} in all."


def _left(running: Running, before: Sequence[Spell], last: Spell, *, end: date) -> str:
    work = work_of(running.weeks) + work_of(running.extra_weeks)
    done = worked_until(before, last.from_on)
    left = Decimal(weeks_words(work)) - Decimal(weeks_words(done))
    they = f"The {left} weeks left" if done else "They"
    taken = f"{they} take {span_words(last.days_until(end))} at {fte_words(last.rate)} FTE"
    return f"{taken}, counted from {in_words(last.from_on)}." if before else f"{taken}."


def _causes(running: Running, due: date) -> str:
    said = []
    if any(hours.fte < 1 and hours.from_on < due for hours in running.hours):
        said.append("hours below full time")
    if any(stop.from_on <= due for stop in running.stops):
        said.append("the time it was paused")
    return " and ".join(said)


def _closed(day: date) -> str:
    return "" if day.weekday() >= 5 else ", on which nobody meets"
