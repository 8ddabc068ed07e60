"""What an entry must say, and when. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from academy.development.choices import (
    EARLIEST_START,
    HOURS_STEP,
    MOST_HOURS,
    MOST_TEXT,
    MOST_TITLE,
    TEXTS,
    Kind,
    Way,
)
from academy.engines.workflow.decisions import ALLOWED, Decision, refused


class Writing(Protocol):
    """What the rules read of an entry, stored or just sent."""

    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def started_on(self) -> date | None: ...
    @property
    def ended_on(self) -> date | None: ...
    @property
    def way(self) -> str: ...
    @property
    def happened(self) -> str: ...
    @property
    def learnt(self) -> str: ...
    @property
    def impact(self) -> str: ...
    @property
    def hours(self) -> Decimal | None: ...


@dataclass(frozen=True)
class Fault:
    """Something an entry may not say: the field, and the sentence that says what to do."""

    field: str
    reason: str


def missing_for_keeping(entry: Writing) -> list[Fault]:
    """What an entry still needs before it can be kept: title, date, way, what happened.

    What was learnt and what changed may come later: impact is asked for, never enforced (S4-09, D4-04).
    """
    needed = {
        "title": (entry.title.strip(), "Give it a title, so that you find it again."),
        "started_on": (entry.started_on, "Write when it was."),
        "way": (entry.way, "Say how you learnt it mostly."),
        "happened": (entry.happened.strip(), "Write what happened, in a sentence at least."),
    }
    return [Fault(field, reason) for field, (value, reason) in needed.items() if not value]


def can_keep(entry: Writing) -> Decision:
    """May the entry be kept? The reason names everything that is missing."""
    missing = missing_for_keeping(entry)
    return refused(" ".join(fault.reason for fault in missing)) if missing else ALLOWED


def faults(entry: Writing, *, on: date) -> list[Fault]:
    """What an entry may never say, draft or kept: unknown codes, impossible dates and hours, texts too long."""
    return [*_code_faults(entry), *_date_faults(entry, on), *_hour_faults(entry.hours), *_length_faults(entry)]


def words_in(entry: Writing) -> int:
    """How many words the three texts have together."""
    return sum(len(getattr(entry, field).split()) for field in TEXTS)


def _code_faults(entry: Writing) -> Iterator[Fault]:
    if entry.kind not in Kind.values:
        yield Fault("kind", "Choose one of the kinds shown.")
    if entry.way and entry.way not in Way.values:
        yield Fault("way", "Choose one of the three ways.")


def _date_faults(entry: Writing, on: date) -> Iterator[Fault]:
    start, end = entry.started_on, entry.ended_on
    if start is None:
        if end is not None:
            yield Fault("started_on", "Write the first day too.")
        return
    if start > on:
        yield Fault("started_on", "Write a day that has been; an entry is about what you did.")
    if start < EARLIEST_START:
        yield Fault("started_on", f"Write a day from {EARLIEST_START.year} on.")
    if end is not None and end < start:
        yield Fault("ended_on", "The last day cannot be before the first.")
    elif end is not None and end > on:
        yield Fault("ended_on", "Write a last day that has been, or leave it empty.")


def _hour_faults(hours: Decimal | None) -> Iterator[Fault]:
    if hours is None:
        return
    if not 0 <= hours <= MOST_HOURS:
        yield Fault("hours", "Write hours between 0 and 999, or leave it empty.")
    elif hours % HOURS_STEP:
        yield Fault("hours", "Write hours in quarters, such as 1.5 or 2.25.")


def _length_faults(entry: Writing) -> Iterator[Fault]:
    if len(entry.title) > MOST_TITLE:
        yield Fault("title", f"Use at most {MOST_TITLE} characters. You have {len(entry.title)}.")
    for field in TEXTS:
        length = len(getattr(entry, field))
        if length > MOST_TEXT:
            yield Fault(field, f"Use at most {MOST_TEXT:,} characters. You have {length:,}.")
