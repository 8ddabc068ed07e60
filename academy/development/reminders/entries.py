"""What development has a date for: empty stretches that end, windows of regulators, talks that wait for an answer."""

from collections.abc import Callable, Iterator
from functools import partial

from django.db.models import F
from django.db.models.functions import TruncDate
from django.urls import reverse

from academy.development.models import PeerReflection
from academy.development.rules.renewals import LONDON
from academy.development.selectors.empty_stretches import empty_stretches
from academy.development.selectors.unfinished_renewals import unfinished_renewals
from academy.development.selectors.waiting_reflections import waiting_reflections
from academy.engines.reminders.deadlines import Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from academy.people.choices import Regulator

FindFor = Callable[[Regulator, Asked], Iterator[Found]]
WriteFor = Callable[[Regulator, Told], Line]


def _empty(asked: Asked) -> Iterator[Found]:
    for empty in empty_stretches(asked.on, first=asked.first, last=asked.last):
        yield Found(rows=empty.people, person="pk", due=empty.stretch.ends_on)


def _empty_line(told: Told) -> Line:
    words = f"Nothing is kept yet in your present stretch. It ends on {when(told)}."
    return Line(f"{words} A small, true piece is enough.", reverse("development:new"))


STRETCH = Deadline(
    key="development.stretch",
    title="A stretch that ends with nothing kept in it",
    find=_empty,
    offsets=(Offset(-28), Offset(-7)),
    line=_empty_line,
    is_optional=True,
)


def _opening(regulator: Regulator, asked: Asked) -> Iterator[Found]:
    for renewal in unfinished_renewals(asked.on):
        if renewal.regulator == regulator:
            yield Found(rows=renewal.registrations, due=renewal.cycle.opens_on)


def _closing(regulator: Regulator, asked: Asked) -> Iterator[Found]:
    for renewal in unfinished_renewals(asked.on):
        if renewal.regulator == regulator:
            yield Found(rows=renewal.registrations, due=renewal.cycle.closes_on)


def _opening_line(regulator: Regulator, told: Told) -> Line:
    verb = "opens" if told.days_left >= 0 else "opened"
    words = f"{regulator.label}: your renewal window {verb} on {when(told)}."
    return Line(f"{words} See what is asked of you.", reverse("development:renewal"))


def _closing_line(regulator: Regulator, told: Told) -> Line:
    words = f"{regulator.label}: your renewal window closes on {when(told)}."
    return Line(f"{words} Not everything it asks is noted here as done.", reverse("development:renewal"))


def _window(regulator: Regulator, *, what: str, find: FindFor, line: WriteFor, offsets: tuple[Offset, ...]) -> Deadline:
    """A window concerns who is on that register and has not noted everything that is asked (D4-01, D4-02, D4-20)."""
    return Deadline(
        key=f"development.renewal_{what}_{regulator}",
        title="The window in which you renew your registration",
        find=partial(find, regulator),
        offsets=offsets,
        line=partial(line, regulator),
    )


OPENINGS = [_window(each, what="opens", find=_opening, line=_opening_line, offsets=(Offset(0),)) for each in Regulator]
CLOSINGS = [
    _window(
        each,
        what="closes",
        find=_closing,
        line=_closing_line,
        offsets=(Offset(-30), Offset(-14), Offset(-3), Offset(0)),
    )
    for each in Regulator
]

ASKED_COLLEAGUE = Audience("the colleague who was asked", lambda on: F("peer_id"))


def _waiting(asked: Asked) -> Iterator[Found]:
    """Talks by the day on which a colleague was asked who can still answer."""
    waiting = [each.reflection_id for each in waiting_reflections(asked.first, asked.last, on=asked.on)]
    rows = PeerReflection.objects.filter(pk__in=waiting).annotate(asked_on=TruncDate("asked_at", tzinfo=LONDON))
    yield Found(rows=rows, person="entry__author_id", due="asked_on")


def _waiting_line(told: Told) -> Line:
    words = f"{told.about.full_name} asked you on {when(told)}, to confirm that you talked. You approve nothing."
    return Line(words, reverse("development:answer-reflection", args=[told.subject_id]))


REFLECTION = Deadline(
    key="development.reflection",
    title="A talk a colleague asked you to confirm",
    find=_waiting,
    offsets=(Offset(7, to=(ASKED_COLLEAGUE,)), Offset(21, to=(ASKED_COLLEAGUE,))),
    line=_waiting_line,
)

declare(STRETCH, *OPENINGS, *CLOSINGS, REFLECTION)
