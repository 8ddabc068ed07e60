"""Courses, awards and registrations: there or not, and running out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case, Wording
from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Standing

TODAY = date(2026, 11, 17)
KEY = "training.completion:bexley/moving-and-handling"
WORDS = {KEY: Wording("Moving and handling", "/training/courses/3/")}
DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31))


def fact(on, until=None, key=KEY):
    return Fact(key=key, person=1, on=on, until=until)


def judged(said, *facts, on=TODAY, **case):
    return Node.model_validate(said).judge(Case(on=on, facts=facts, home="bexley", words=WORDS, **case))


def test_course_not_done_is_not_yet_and_says_where_to_book():
    found = judged({"course": "moving-and-handling"})

    assert (found.what, found.says, found.standing) == ("Moving and handling", "Not done yet.", Standing.NOT_YET)
    assert (found.action, found.link, found.facts) == ("Book it", "/training/courses/3/", ())


def test_course_that_counts_for_good_is_met():
    done = fact(date(2024, 2, 29))
    found = judged({"course": "moving-and-handling"}, done)

    assert (found.says, found.standing, found.since, found.until) == (
        "Done on 29 February 2024.",
        Standing.MET,
        date(2024, 2, 29),
        None,
    )
    assert (found.action, found.link, found.facts) == ("", "", (done,))


@pytest.mark.parametrize(
    ("on", "standing", "says"),
    [
        (date(2026, 8, 31), Standing.MET, "Done on 31 August 2026; counts until 28 February 2027."),
        (date(2026, 12, 30), Standing.SOON, "Done on 31 August 2026; runs out on 28 February 2027."),
        (date(2027, 2, 28), Standing.SOON, "Done on 31 August 2026; runs out on 28 February 2027."),
        (date(2027, 3, 1), Standing.NOT_YET, "Ran out on 28 February 2027. Done on 31 August 2026."),
    ],
)
def test_course_within_months_counts_to_the_months_last_day(on, standing, says):
    said = {"course": {"code": "moving-and-handling", "within_months": 6}}

    found = judged(said, fact(date(2026, 8, 31)), on=on)

    assert (found.standing, found.says) == (standing, says)


def test_leap_day_counts_a_year_to_the_last_of_february():
    found = judged(
        {"course": {"code": "moving-and-handling", "within_months": 12}}, fact(date(2024, 2, 29)), on=date(2025, 2, 28)
    )

    assert (found.is_met, found.until) == (True, date(2025, 2, 28))


def test_completion_ends_by_its_own_day_where_that_is_earlier():
    said = {"course": {"code": "moving-and-handling", "within_months": 24}}

    found = judged(said, fact(date(2026, 1, 1), until=date(2027, 6, 30)))

    assert found.until == date(2027, 6, 30)


def test_of_several_completions_the_one_that_counts_longest_is_told():
    old, new = fact(date(2025, 1, 1), date(2026, 1, 1)), fact(date(2026, 1, 10), date(2027, 9, 1))

    assert judged({"course": "moving-and-handling"}, new, old).facts == (new,)


def test_completion_of_a_day_to_come_does_not_count_before_it():
    to_come = fact(TODAY + timedelta(days=1))

    assert judged({"course": "moving-and-handling"}, to_come).standing is Standing.NOT_YET
    assert judged({"course": "moving-and-handling"}, to_come, on=TODAY + timedelta(days=1)).is_met


def test_course_of_another_organisation_is_named_with_it():
    elsewhere = fact(TODAY, key="training.completion:bristol/moving-and-handling")

    assert not judged({"course": "moving-and-handling"}, elsewhere).is_met
    assert judged({"course": "bristol/moving-and-handling"}, elsewhere).is_met


def test_course_nobody_named_is_called_by_its_code():
    assert judged({"course": "court-skills"}).what == "Court skills"


def test_soon_is_what_the_setting_says():
    done = fact(date(2026, 1, 1), until=TODAY + timedelta(days=10))

    assert judged({"course": "moving-and-handling"}, done, soon_days=9).standing is Standing.MET
    assert judged({"course": "moving-and-handling"}, done, soon_days=10).standing is Standing.SOON


def test_award_is_the_same_everywhere():
    held = fact(date(2023, 5, 1), key="pathways.award:bia")

    assert (judged({"award": "bia"}, held).says, judged({"award": "bia"}).says) == (
        "Gained on 1 May 2023.",
        "Not held yet.",
    )


def test_registration_is_live_until_it_expires():
    live = fact(date(2019, 12, 2), until=date(2027, 11, 30), key="people.registration:swe")

    found = judged({"registration": "swe"}, live)

    assert found.says == "Registered on 2 December 2019; counts until 30 November 2027."
    assert judged({"registration": "swe"}, live, on=date(2027, 12, 1)).standing is Standing.NOT_YET
    assert [judged({"registration": "swe"}, live, on=on).action for on in (date(2027, 11, 1), date(2027, 12, 1))] == [
        "Renew it with the regulator"
    ] * 2
    assert judged({"registration": "swe"}).action == "Ask the academy to note it"


PLACE = Fact(key=KEY, person=1, on=date(2027, 1, 21), source="Place confirmed for 21 January 2027", expected=True)


@pytest.mark.parametrize(
    ("known", "says"),
    [
        ((), "Place confirmed for 21 January 2027."),
        (
            (fact(date(2025, 1, 5), date(2026, 1, 5)),),
            "Ran out on 5 January 2026. Done on 5 January 2025. Place confirmed for 21 January 2027.",
        ),
    ],
)
def test_what_is_expected_is_in_progress_and_asks_for_nothing(known, says):
    found = judged({"course": "moving-and-handling"}, *known, PLACE)

    assert (found.standing, found.says, found.expected) == (Standing.IN_PROGRESS, says, date(2027, 1, 21))
    assert (found.is_met, found.action, found.link, found.facts) == (False, "", "", ())


def test_what_runs_out_soon_and_is_expected_again_asks_for_nothing():
    found = judged({"course": "moving-and-handling"}, fact(date(2026, 1, 5), date(2026, 12, 5)), PLACE)

    assert (found.standing, found.action, found.expected) == (Standing.SOON, "", None)
    assert found.says == "Done on 5 January 2026; runs out on 5 December 2026. Place confirmed for 21 January 2027."


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("Held on 21 January 2027; who was there is not noted yet.", None),
        ("A result", "A result; was expected on 21 January 2027."),
        ("", "Was expected on 21 January 2027."),
    ],
)
def test_what_was_expected_and_has_not_come_is_awaited_without_a_day(source, says):
    awaited = Fact(key=KEY, person=1, on=date(2027, 1, 21), source=source, expected=True)

    found = judged({"course": "moving-and-handling"}, awaited, on=date(2027, 1, 22))

    assert (found.standing, found.says, found.expected) == (Standing.IN_PROGRESS, says or source, None)
    assert (found.is_met, found.action) == (False, "")


def test_what_is_expected_is_met_on_its_day_where_the_case_looks_ahead():
    case = Case(on=TODAY, facts=(PLACE,), home="bexley", words=WORDS)
    node = Node.model_validate({"course": {"code": "moving-and-handling", "within_months": 12}})

    assert [node.judge(case.ahead(PLACE.on + timedelta(days=days))).is_met for days in (-1, 0, 365, 366)] == [
        False,
        True,
        True,
        False,
    ]
    assert not node.judge(case.at(PLACE.on)).is_met


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("", "Expected on 21 January 2027."),
        ("Result awaited", "Result awaited; expected on 21 January 2027."),
        ("Place confirmed for 21 January 2027.", "Place confirmed for 21 January 2027."),
    ],
)
def test_day_is_told_once(source, says):
    expected = Fact(key=KEY, person=1, on=date(2027, 1, 21), source=source, expected=True)

    assert judged({"course": "moving-and-handling"}, expected).says == says


ASKED = "training.request:bexley/moving-and-handling"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("Requested on 11 November 2026; with the manager", "Requested on 11 November 2026; with the manager."),
        ("", "Asked for on 11 November 2026."),
    ],
)
def test_course_that_is_being_asked_for_is_in_progress_without_a_day(source, says):
    asking = Fact(key=ASKED, person=1, on=date(2026, 11, 11), source=source)

    found = judged({"course": "moving-and-handling"}, asking)

    assert (found.standing, found.says, found.expected, found.action) == (Standing.IN_PROGRESS, says, None, "")


def test_course_that_is_there_or_has_a_day_tells_that_and_not_the_request():
    asking = Fact(key=ASKED, person=1, on=date(2026, 11, 11), source="Requested on 11 November 2026")

    assert judged({"course": "moving-and-handling"}, asking, PLACE).says == "Place confirmed for 21 January 2027."
    assert judged({"course": "moving-and-handling"}, asking, fact(TODAY)).says == "Done on 17 November 2026."


def test_what_is_being_asked_for_is_found_only_by_whoever_wants_it_said():
    node = Node.model_validate({"all_of": [{"course": "moving-and-handling"}, {"award": "bia"}]})

    assert node.hints("bexley") == frozenset({ASKED})
    assert ASKED not in node.keys("bexley")


@given(DAYS, DAYS, st.integers(min_value=1, max_value=60))
def test_another_completion_never_un_meets_a_course(first, second, months):
    said = {"course": {"code": "moving-and-handling", "within_months": months}}

    assert judged(said, fact(first), fact(second)).is_met or not judged(said, fact(first)).is_met


@given(DAYS, st.integers(min_value=1, max_value=60))
def test_course_is_met_to_its_last_day_and_not_the_day_after(done, months):
    said = {"course": {"code": "moving-and-handling", "within_months": months}}
    until = judged(said, fact(done), on=done).until

    assert judged(said, fact(done), on=until).is_met
    assert not judged(said, fact(done), on=until + timedelta(days=1)).is_met
