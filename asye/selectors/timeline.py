"""The picture of a year: what was worked, paused and is still to run, every date and how it stands, and today."""

from dataclasses import dataclass
from datetime import date, timedelta

from asye.choices.year import MilestoneKind, ReviewState
from asye.drawing.timeline import BY, Mark, Scene, Stretch, Wide, day_words, wide_of
from asye.drawing.timeline_tall import Tall, tall_of
from asye.models import Enrolment
from asye.rules.clock import Running
from asye.rules.reasons import fte_words, span_words
from asye.rules.spells import Spell, spells_of
from asye.rules.timetable import Day, Timetable

DAY = timedelta(days=1)
DONE, HELD, LATE, TO_COME = "c-met", "c-ageing", "c-late", "c-notyet"
HAPPENED = dict.fromkeys((MilestoneKind.REVIEW, MilestoneKind.FINAL, MilestoneKind.PANEL), "held ")
BOUNDS = (MilestoneKind.END, MilestoneKind.CEILING)
# Reviews that were held and wait for their text or a signature.
OPEN_REVIEWS = (ReviewState.WRITING, ReviewState.SIGNING)


@dataclass(frozen=True)
class Picture:
    """The same year twice, for broad and narrow pages."""

    wide: Wide
    tall: Tall


def picture_of(enrolment: Enrolment, found: Timetable, running: Running, *, on: date) -> Picture:
    """The year as it stands on the day. One query."""
    held = set(enrolment.reviews.filter(state__in=OPEN_REVIEWS).values_list("milestone__code", flat=True))
    scene = Scene(
        starts_on=running.starts_on,
        ceiling_on=found.ceiling_on,
        today=on,
        stretches=tuple(_stretches(spells_of(running), end=found.end_on, on=on)),
        marks=tuple(_mark(day, is_held=day.code in held, on=on) for day in found.days),
    )
    return Picture(wide_of(scene), tall_of(scene))


def _stretches(spells: tuple[Spell, ...], *, end: date, on: date) -> list[Stretch]:
    """Up to the last day; what is worked is parted from what is still to come at today."""
    found: list[Stretch] = []
    for spell in spells:
        first, last = spell.from_on, end if spell.until_on is None else min(spell.until_on, end)
        if first > end:
            break
        if spell.is_pause:
            found.append(Stretch(first, last, "paused", f"Paused for {span_words((last - first).days + 1)}", "m-pause"))
            continue
        share = f"{fte_words(spell.rate)} FTE"
        if first < on:
            found.append(Stretch(first, min(last, on - DAY), share, share, "m-bar--past", is_light=True))
        if last >= on:
            begins = max(first, on)
            left = span_words((last - begins).days + 1)
            brief = share if first >= on else ""
            found.append(Stretch(begins, last, f"still to run at {share}: {left}", brief, "m-bar--part"))
    return found


def _mark(day: Day, *, is_held: bool, on: date) -> Mark:
    said = day_words(day.on)
    is_below = day.kind is MilestoneKind.OBSERVATION
    if is_held:
        return Mark(day.on, day.title, f"held {said}, not signed by all", HELD, is_below)
    if day.is_done:
        return Mark(day.on, day.called, f"{HAPPENED.get(day.kind, '')}{said}", DONE, is_below)
    is_late = day.on < on and day.kind not in BOUNDS and not day.is_optional
    if is_late:
        return Mark(day.on, day.called, f"was due {said}", LATE, is_below)
    return Mark(day.on, day.called, f"{BY} {said}" if is_below else said, TO_COME, is_below)
