"""Dates as people write them, and what they are told when a date cannot be read."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from academy.ui.forms import DateField, WrittenDateField, written_date
from academy.ui.forms.dates import in_words, month_number

DAY = date(2026, 11, 12)
NOT_READ = "Write the date with day, month and year, for example 12 November 2026 or 12/11/2026."
FOUR_FIGURES = "Write the year with four figures, for example 2026."


@pytest.mark.parametrize(
    "text",
    [
        "12 November 2026",
        "  12  november 2026 ",
        "12 Nov 2026",
        "12 Nov. 2026",
        "12th of November 2026",
        "12 November, 2026",
        "12/11/2026",
        "12.11.2026",
        "12-11-2026",
        "12 / 11 / 2026",
        "12 11 2026",
        "2026-11-12",
    ],
)
def test_written_date_usual_ways_are_the_same_day(text: str) -> None:
    assert written_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", NOT_READ),
        ("yesterday", NOT_READ),
        ("12 November", NOT_READ),
        ("12 Novembre 2026", NOT_READ),
        ("12 no 2026", NOT_READ),
        ("November 2026", NOT_READ),
        ("12/11/26", FOUR_FIGURES),
        ("12/11/0026", FOUR_FIGURES),
        ("12/11/20266", FOUR_FIGURES),
        ("11/13/2026", "There is no month 13: write the day first, for example 12 November 2026 or 12/11/2026."),
        ("31 April 2026", "There is no 31 April 2026."),
        ("29/2/2027", "There is no 29 February 2027."),
        ("0/1/2027", "There is no 0 January 2027."),
    ],
)
def test_written_date_that_cannot_be_read_says_what_to_write(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        written_date(text)


def test_written_date_29_february_of_a_leap_year_is_a_day() -> None:
    assert written_date("29 Feb 2028") == date(2028, 2, 29)


@pytest.mark.parametrize(("word", "number"), [("sept", 9), ("may", 5), ("ju", 0), ("juneau", 0), ("jun", 6)])
def test_month_number_of_a_beginning(word: str, number: int) -> None:
    assert month_number(word) == number


def test_written_date_field_shows_a_date_in_words_that_read_back_the_same() -> None:
    assert (WrittenDateField().prepare_value(DAY), written_date(in_words(DAY))) == ("12 November 2026", DAY)


@pytest.mark.parametrize("value", ["12/11/2026", DAY])
def test_written_date_field_gives_the_day(value: object) -> None:
    assert WrittenDateField().clean(value) == DAY


@pytest.mark.parametrize(
    ("value", "said"),
    [("", "Write a date, for example 12 November 2026 or 12/11/2026."), ("soon", NOT_READ), ("9" * 5000, NOT_READ)],
)
def test_written_date_field_says_what_is_wrong(value: str, said: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        WrittenDateField().clean(value)
    assert refusal.value.messages == [said]


def test_written_date_field_own_message_wins() -> None:
    with pytest.raises(ValidationError) as refusal:
        WrittenDateField(error_messages={"required": "When was it?"}).clean("")
    assert refusal.value.messages == ["When was it?"]


@pytest.mark.parametrize("field", [WrittenDateField(), DateField()])
@pytest.mark.parametrize(("data", "changed"), [(DAY, False), (date(2026, 11, 13), True)])
def test_date_fields_know_when_a_day_was_changed(field: DateField, data: date, changed: bool) -> None:
    assert field.has_changed(DAY, data) is changed


@pytest.mark.parametrize(("field", "data"), [(WrittenDateField(), "soon"), (DateField(), ["x", "1", "2026"])])
def test_date_fields_unreadable_day_counts_as_changed(field: DateField, data: object) -> None:
    assert field.has_changed(DAY, data) is True


@pytest.mark.parametrize(
    ("written", "day"), [(["12", "11", "2026"], DAY), ([" 12 ", "11", "2026"], DAY), (["", "", ""], None)]
)
def test_date_field_gives_the_day_of_three_boxes(written: list[str], day: date | None) -> None:
    assert DateField(required=False).clean(written) == day


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["", "", ""], "Write the day, month and year."),
        (None, "Write the day, month and year."),
        (["12", "", "2026"], "Write the month as figures."),
        (["x", "11", ""], "Write the day and year as figures."),
        (["31", "4", "2026"], "There is no 31 April 2026."),
        (["1", "1", "26"], FOUR_FIGURES),
        (["1", "1", "²026"], "Write the year as figures."),
    ],
)
def test_date_field_says_which_box_is_wrong(written: list[str] | None, said: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        DateField().clean(written)
    assert refusal.value.messages == [said]
