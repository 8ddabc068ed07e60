from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.engines.facts.facts import Fact
from academy.engines.requirements.composition import all_of, any_of, in_order, some_of
from academy.engines.requirements.results import Result, Standing
from academy.engines.requirements.spans import Span

TODAY = date(2026, 11, 17)
MAY, JUNE = date(2027, 5, 28), date(2027, 6, 17)
FACT = Fact(key="a.b:c", person=1, on=date(2026, 1, 1))
DAYS = st.none() | st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 12, 31))


def result(what="A", standing=Standing.MET, **said):
    return Result(what=what, says="", standing=standing, **said)


def soon(what="S", **said):
    return missing(what, **{"standing": Standing.SOON, **said})


def missing(what="M", **said):
    return result(what, **{"standing": Standing.NOT_YET, "action": f"Book {what}", "link": f"/{what}", **said})


def coming(what="C", *days):
    """In progress, and met on these days if all goes well."""
    return missing(what, standing=Standing.IN_PROGRESS, action="", foreseen=tuple(Span(day) for day in days) or None)


@st.composite
def results(draw):
    standing, what = draw(st.sampled_from(Standing)), draw(st.sampled_from("ABC"))
    if standing in (Standing.NOT_YET, Standing.IN_PROGRESS):
        days = draw(st.lists(DAYS, max_size=1))
        return missing(what, standing=standing, foreseen=tuple(Span(TODAY, day) for day in days) or None)
    return result(what, standing, since=draw(DAYS), until=draw(DAYS))


PARTS = st.lists(results(), max_size=6)


def test_all_of_nothing_is_met_and_any_of_nothing_is_not():
    assert (all_of([]).standing, all_of([]).says) == (Standing.MET, "Nothing is asked.")
    assert (any_of([]).standing, any_of([]).says) == (
        Standing.NOT_YET,
        "One of these is needed: nothing is named.",
    )


def test_all_of_says_what_is_still_to_come_and_where_to_begin():
    found = all_of([result("Law"), missing("Court skills"), missing("Motivation")])

    assert (found.standing, found.says) == (Standing.IN_PROGRESS, "Still to come: Court skills; Motivation.")
    assert (found.action, found.link) == ("Book Court skills", "/Court skills")
    assert (found.since, found.until) == (None, None)


def test_all_of_holds_from_the_last_day_to_the_first_end():
    parts = [
        result("A", since=date(2025, 1, 1), until=date(2027, 1, 1)),
        result("B", since=date(2026, 1, 1), until=date(2028, 1, 1)),
    ]

    found = all_of(parts)

    assert (found.since, found.until, found.says) == (date(2026, 1, 1), date(2027, 1, 1), "Met by: A; B.")
    assert (found.action, found.parts) == ("", tuple(parts))


def test_all_of_runs_out_soon_when_one_does():
    found = all_of([result("A"), soon("B")])

    assert (found.standing, found.says, found.action) == (Standing.SOON, "Runs out soon: B.", "Book B")


def test_any_of_is_as_good_as_the_best():
    found = any_of([soon("A", until=date(2026, 12, 1)), missing("B"), result("C", facts=(FACT,))])

    assert (found.standing, found.until, found.action, found.facts) == (Standing.MET, None, "", (FACT,))


def test_any_of_names_what_would_do():
    found = any_of([missing("BIA"), missing("AMHP")])

    assert (found.standing, found.says) == (Standing.NOT_YET, "One of these is needed: BIA; AMHP.")


@pytest.mark.parametrize(
    ("parts", "all_parts", "any_part", "two_parts"),
    [
        ([missing("A"), missing("B"), missing("C")], "NOT_YET", "NOT_YET", "NOT_YET"),
        ([missing("A"), coming("B"), missing("C")], "IN_PROGRESS", "IN_PROGRESS", "IN_PROGRESS"),
        ([missing("A"), result("B"), missing("C")], "IN_PROGRESS", "MET", "IN_PROGRESS"),
        ([missing("A"), soon("B"), coming("C")], "IN_PROGRESS", "SOON", "IN_PROGRESS"),
        ([result("A"), soon("B"), coming("C")], "IN_PROGRESS", "MET", "SOON"),
    ],
)
def test_what_is_begun_is_in_progress(parts, all_parts, any_part, two_parts):
    found = all_of(parts), any_of(parts), some_of(parts, least=2)

    assert [each.standing for each in found] == [Standing[all_parts], Standing[any_part], Standing[two_parts]]


def test_day_is_told_on_which_all_that_is_asked_has_come():
    parts = [result("A", since=date(2020, 1, 1)), coming("B", MAY), coming("C", JUNE)]

    assert (all_of(parts).expected, all_of(parts).says) == (JUNE, "Still to come: B; C. Expected by 17 June 2027.")
    assert some_of(parts, least=2).expected == MAY
    assert (any_of(parts[1:]).expected, any_of(parts[1:]).says) == (
        MAY,
        "Begun: B; C. One is enough. Expected by 28 May 2027.",
    )
    assert any_of(parts).expected is None


def test_no_day_is_told_where_one_part_runs_out_before_another_comes():
    assert all_of([result("A", until=date(2027, 5, 27)), coming("B", MAY)]).expected is None
    assert all_of([result("A", until=MAY), coming("B", MAY)]).expected == MAY
    assert all_of([missing("A"), coming("B", MAY)]).expected is None


def test_choice_goes_on_with_what_is_begun():
    parts = [missing("A"), missing("B", standing=Standing.IN_PROGRESS)]

    assert (any_of(parts).action, all_of(parts).action) == ("Book B", "Book A")


def test_what_is_not_open_says_when_it_opens_and_asks_for_nothing():
    inner = all_of([missing("C1"), missing("C2")], what="C")
    found = in_order([result("A"), missing("B", help="See the guide."), inner, coming("D", MAY)])

    assert [(part.says, part.is_open, part.action) for part in found.parts] == [
        ("", True, ""),
        ("", True, "Book B"),
        ("Opens when “B” is met.", False, ""),
        (" Opens when “B” is met.", False, ""),
    ]
    assert [part.action for part in found.parts[2].parts] == ["", ""]
    assert (found.what, found.standing, found.action) == ("These in order", Standing.IN_PROGRESS, "Book B")


def test_what_was_met_before_it_opened_stays_met():
    found = in_order([missing("A"), result("B"), missing("C")])

    assert [part.is_open for part in found.parts] == [True, True, False]
    assert found.parts[2].says == "Opens when “A” is met."


def test_in_order_nothing_is_met_and_all_met_is_met():
    assert in_order([]).is_met
    assert in_order([result("A"), soon("B")], what="Three gates").what == "Three gates"
    assert in_order([result("A"), soon("B")]).standing is Standing.SOON


def test_some_of_says_how_many_more_and_of_what():
    parts = [result("A"), missing("B"), missing("C"), missing("D")]

    assert (some_of(parts, least=3).what, some_of(parts, least=3).says) == ("3 of these", "2 more of: B; C; D.")
    assert some_of(parts, least=1).standing is Standing.MET


def test_some_of_is_met_since_there_were_enough_and_until_there_are_not():
    parts = [
        result("A", since=date(2024, 1, 1), until=date(2027, 1, 1)),
        result("B", since=date(2025, 1, 1), until=date(2029, 1, 1)),
        result("C", since=date(2026, 1, 1), until=date(2028, 1, 1)),
    ]

    found = some_of(parts, least=2)

    assert (found.since, found.until) == (date(2025, 1, 1), date(2028, 1, 1))


@given(PARTS)
def test_all_of_is_met_when_every_part_is(parts):
    assert all_of(parts).is_met == all(part.is_met for part in parts)


@given(PARTS)
def test_any_of_is_met_when_one_part_is(parts):
    assert any_of(parts).is_met == any(part.is_met for part in parts)


@given(PARTS, st.integers(min_value=1, max_value=6))
def test_another_met_part_never_un_meets_some_of(parts, least):
    before, after = some_of(parts, least=least), some_of([*parts, result("new")], least=least)

    assert after.is_met or not before.is_met


@given(PARTS, st.integers(min_value=1, max_value=6))
def test_some_of_lies_between_any_and_all(parts, least):
    found = some_of(parts, least=least)

    assert found.is_met == (sum(part.is_met for part in parts) >= least)
    assert not found.is_met or any_of(parts).is_met


@given(PARTS, st.integers(min_value=1, max_value=6))
def test_spans_of_the_whole_hold_the_day_when_it_is_met(parts, least):
    found = some_of(parts, least=least)

    if found.expected is not None:
        assert found.expected >= TODAY
        assert sum(any(span.holds(found.expected) for span in part.spans) for part in parts) >= least


@given(PARTS)
def test_what_is_met_for_good_asks_for_nothing(parts):
    found = all_of(parts)

    assert (found.action == "") or found.standing is not Standing.MET


def test_only_what_leaves_parts_to_choose_is_a_choice():
    two = [result("A"), missing("B")]

    found = all_of(two), any_of(two), some_of([*two, missing("C")], least=2), some_of(two, least=2), any_of([])

    assert [each.is_choice for each in found] == [False, True, True, False, False]
    assert [each.least for each in found] == [2, 1, 2, 2, 1]
