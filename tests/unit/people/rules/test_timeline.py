from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from academy.people.rules.spans import Span
from academy.people.rules.timeline import Happening, TermsFacts, Year, by_year, differences, of_post

TERMS = TermsFacts(
    span=Span(date(2023, 9, 4)),
    job="Newly qualified social worker",
    team="South Locality",
    organisation="Bristol",
    fte=Decimal("1.00"),
    grade="Grade BG10, ASYE",
    line_manager="Helen Prosser",
)


def test_post_begins_with_its_first_terms_in_words():
    assert of_post(Span(date(2023, 9, 4)), [TERMS]) == [
        Happening(
            date(2023, 9, 4),
            "post",
            "Began as Newly qualified social worker",
            "South Locality, Bristol. Grade BG10, ASYE. Line manager Helen Prosser.",
        )
    ]


def test_post_tells_hours_pay_and_reason_where_they_are_known():
    first = replace(TERMS, fte=Decimal("0.60"), grade="", line_manager="", spinal_point=28, reason="Came back.")

    assert of_post(Span(date(2023, 9, 4)), [first])[0].detail == (
        "South Locality, Bristol. 0.60 of full time. Spinal point 28. Came back."
    )


def test_change_of_terms_tells_what_is_different_and_why():
    passed = replace(
        TERMS, span=Span(date(2024, 9, 4)), job="Social worker", grade="Grade BG10, Level 1", reason="ASYE passed"
    )
    first = replace(TERMS, span=Span(date(2023, 9, 4), date(2024, 9, 3)))

    # the order in which the rows come does not matter
    assert of_post(Span(date(2023, 9, 4)), [passed, first])[1] == Happening(
        date(2024, 9, 4), "post", "Grade BG10, Level 1", "Now Social worker. ASYE passed."
    )


def test_beginning_and_change_tell_the_decision_a_grade_rests_on():
    first = replace(TERMS, span=Span(date(2023, 9, 4), date(2024, 9, 3)), rests_on="Interview of 3 July 2023")
    panel = replace(TERMS, span=Span(date(2024, 9, 4)), grade="Grade BG11", rests_on="Panel of 17 June 2024")

    assert [each.detail.split(". ")[-1] for each in of_post(Span(date(2023, 9, 4)), [first, panel])] == [
        "Interview of 3 July 2023.",
        "Panel of 17 June 2024.",
    ]


def test_ended_post_tells_its_last_day():
    last_day = date(2024, 2, 29)
    ended = replace(TERMS, span=Span(date(2023, 9, 4), last_day))

    assert of_post(Span(date(2023, 9, 4), last_day), [ended])[-1] == Happening(
        last_day, "post", "Last day as Newly qualified social worker", "South Locality, Bristol"
    )


def test_post_without_terms_tells_nothing():
    assert of_post(Span(date(2023, 9, 4)), []) == []


def test_terms_that_look_the_same_to_this_reader_are_told_as_new_terms():
    later = replace(TERMS, span=Span(date(2024, 4, 1)))

    assert of_post(Span(date(2023, 9, 4)), [TERMS, later])[1] == Happening(date(2024, 4, 1), "post", "New terms", "")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"grade": "Grade BG11"}, "Grade BG11"),
        ({"grade": ""}, "No grade"),
        ({"job": "Social worker"}, "Now Social worker"),
        ({"team": "North Locality"}, "Moved to North Locality"),
        ({"fte": Decimal("0.80")}, "Now 0.80 of full time"),
        ({"line_manager": "Mei-Ling Sato"}, "Line manager Mei-Ling Sato"),
        ({"line_manager": ""}, "No line manager"),
        ({"spinal_point": 29}, "Spinal point 29"),
    ],
)
def test_difference_is_told_in_words(change, words):
    assert differences(TERMS, replace(TERMS, **change)) == [words]


def test_happenings_stand_newest_first_by_year():
    days = (date(2023, 12, 31), date(2024, 2, 29), date(2024, 3, 1))
    first, leap, last = (Happening(day, "post", str(day)) for day in days)

    assert by_year([leap, first, last]) == [Year(2024, (last, leap)), Year(2023, (first,))]
