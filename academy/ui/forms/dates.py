"""Dates as people write them: one box for a date written out, or three boxes for day, month and year."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from academy.ui.forms.fields import saying

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199

_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d+)")
_IN_FIGURES = re.compile(r"(\d{1,2})\s*[/.\s-]\s*(\d{1,2})\s*[/.\s-]\s*(\d+)")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
EXAMPLE = "for example 12 November 2026 or 12/11/2026"


def written_date(text: str) -> date:
    """The day somebody wrote: “12 November 2026”, “12 Nov 2026”, “12/11/2026” (day first) or “2026-11-12”.

    Raises ValueError with a sentence for the writer: not understood, year not in four figures, or no such day.
    """
    plain = " ".join(text.lower().split())
    if found := _YEAR_FIRST.fullmatch(plain):
        year, month, day = found.groups()
    elif found := _IN_FIGURES.fullmatch(plain):
        day, month, year = found.groups()
    elif (found := _IN_WORDS.fullmatch(plain)) and month_number(found[2]):
        day, month, year = found[1], str(month_number(found[2])), found[3]
    else:
        raise ValueError(f"Write the date with day, month and year, {EXAMPLE}.")
    return real_day(day=int(day), month=int(month), year=year)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its beginning of three letters or more (“sept” too), 0 when there is none such."""
    starts = [number for number, month in enumerate(MONTHS, start=1) if len(word) >= 3 and month.startswith(word)]
    return starts[0] if starts else 0


def real_day(*, day: int, month: int, year: str) -> date:
    """That day. Raises ValueError with a sentence when the year has not four figures or there is no such day."""
    if len(year) != 4 or not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        raise ValueError("Write the year with four figures, for example 2026.")
    if not 1 <= month <= len(MONTHS):
        raise ValueError(f"There is no month {month}: write the day first, {EXAMPLE}.")
    try:
        return date(int(year), month, day)
    except ValueError:
        raise ValueError(f"There is no {day} {MONTHS[month - 1].title()} {year}.") from None


def in_words(day: date) -> str:
    """As the portal writes it: 12 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"


class WrittenDateField(forms.Field):
    """A date in one box, written as people write it."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off"}))
        super().__init__(**saying(kwargs, required=f"Write a date, {EXAMPLE}."))

    def prepare_value(self, value: Any) -> Any:
        return in_words(value) if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            return written_date(str(value)[:100])
        except ValueError as not_understood:
            raise ValidationError(str(not_understood), code="invalid") from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True


class ThreeBoxes(forms.MultiWidget):
    """Day, month and year, each a box of its own; drawn by `gds/field.html`."""

    def __init__(self) -> None:
        super().__init__({part: forms.TextInput() for part in ("day", "month", "year")})

    def decompress(self, value: Any) -> list[Any]:
        return [value.day, value.month, value.year] if isinstance(value, date) else [None, None, None]


class DateField(forms.Field):
    """A date in three boxes, for days people know by heart; an error links to the box that is wrong."""

    widget = ThreeBoxes

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**saying(kwargs, required="Write the day, month and year."))

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date):
            return value
        written = [str(part or "").strip() for part in value or ["", "", ""]]
        if not any(written):
            return None
        if missing := wrong_boxes(written):
            raise ValidationError(f"Write the {' and '.join(missing)} as figures.", code="incomplete")
        try:
            return real_day(day=int(written[0]), month=int(written[1]), year=written[2])
        except ValueError as no_such_day:
            raise ValidationError(str(no_such_day), code="invalid") from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True


def wrong_boxes(written: list[str]) -> list[str]:
    """The parts that are not figures, of what stands in the three boxes: “day”, “month”, “year”."""
    named = zip(("day", "month", "year"), written, strict=True)
    return [name for name, text in named if not (text.isascii() and text.isdigit() and len(text) <= 4)]
