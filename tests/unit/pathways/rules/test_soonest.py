from datetime import date, timedelta

import pytest

from academy.engines.requirements.composition import all_of, any_of, some_of
from academy.engines.requirements.results import Result, Standing
from academy.engines.requirements.spans import Span
from pathways.rules.soonest import Closing, day_in_sentences, how_long, in_sentences, reach_of, soonest

TODAY, MAY = date(2026, 11, 17), date(2027, 5, 28)
JUNE = Closing(1, on=date(2027, 6, 17), submit_by=date(2027, 5, 7), endorse_by=date(2027, 4, 30))
SEPTEMBER = Closing(2, on=date(2027, 9, 16), submit_by=date(2027, 8, 6), endorse_by=date(2027, 7, 30))


def met(what, until=None):
    return Result(what=what, says="", standing=Standing.MET, since=date(2026, 1, 1), until=until)


def missing(what):
    return Result(what=what, says="", standing=Standing.NOT_YET)


def expected(what, on, until=None):
    return Result(what=what, says="", standing=Standing.IN_PROGRESS, foreseen=(Span(on, until),))


def found(*results, sittings=(SEPTEMBER, JUNE), on=TODAY):
    return soonest(reach_of(results, on=on), sittings, on=on)


CASES = {
    "all there": ([met("A")], JUNE, ["Everything asked for is there.", "Evidence closes on 7 May 2027."]),
    "nothing asked": ([], JUNE, ["Everything asked for is there.", "Evidence closes on 7 May 2027."]),
    "expected on the last day to hand in": (
        [expected("B", JUNE.submit_by)],
        JUNE,
        ["The last to come is “B”, expected on 7 May 2027.", "Evidence closes on 7 May 2027."],
    ),
    "expected a day too late": (
        [expected("B", JUNE.submit_by + timedelta(days=1))],
        SEPTEMBER,
        [
            "The last to come is “B”, expected on 8 May 2027.",
            "Evidence for the sitting of 17 June 2027 closes on 7 May 2027, so June is missed by one day.",
            "Evidence closes on 6 August 2027.",
        ],
    ),
    "missed by weeks": (
        [met("A"), expected("B", MAY)],
        SEPTEMBER,
        [
            "The last to come is “B”, expected on 28 May 2027.",
            "Evidence for the sitting of 17 June 2027 closes on 7 May 2027, so June is missed by three weeks.",
            "Evidence closes on 6 August 2027.",
        ],
    ),
    "nothing says when": ([missing("A"), expected("B", MAY)], None, ["Nothing says yet when “A” comes."]),
    "nothing says when of two": ([missing("A"), missing("C")], None, ["Nothing says yet when “A” and “C” come."]),
    "after the last sitting": (
        [expected("B", date(2027, 12, 1))],
        None,
        [
            "The last to come is “B”, expected on 1 December 2027.",
            (
                "Evidence for the sitting of 16 September 2027 closes on 6 August 2027, "
                "so September is missed by 16 weeks."
            ),
            "No sitting after that is set yet.",
        ],
    ),
    "runs out before": (
        [met("A", until=date(2026, 11, 30)), met("B", until=date(2028, 1, 1))],
        JUNE,
        [
            "Everything asked for is there.",
            "Evidence closes on 7 May 2027.",
            "To be kept up until then: “A”.",
        ],
    ),
}


@pytest.mark.parametrize(("results", "sitting", "says"), CASES.values(), ids=CASES)
def test_first_sitting_for_which_all_is_foreseen(results, sitting, says):
    said = found(*results)

    assert (said.sitting, in_sentences(said, on=TODAY)) == (sitting, says)


def test_of_many_that_lack_the_first_are_named():
    four = in_sentences(found(*map(missing, "ABCD")), on=TODAY)
    five = in_sentences(found(*map(missing, "ABCDE")), on=TODAY)

    assert four == ["Nothing says yet when “A”, “B”, “C” and “D” come."]
    assert five == ["Nothing says yet when “A”, “B”, “C” and 2 more come."]


def test_the_soonest_day_of_a_step_without_a_panel():
    reach = reach_of([met("A", until=date(2026, 11, 30)), expected("B", MAY)], on=TODAY)

    assert day_in_sentences(reach, on=TODAY) == [
        "The last to come is “B”, expected on 28 May 2027.",
        "To be kept up until then: “A”.",
    ]
    assert day_in_sentences(reach_of([met("A")], on=TODAY), on=TODAY) == ["Everything asked for is there."]
    assert day_in_sentences(reach_of([missing("A")], on=TODAY), on=TODAY) == ["Nothing says yet when “A” comes."]


def test_of_a_choice_the_soonest_counts():
    choice = any_of([missing("A"), expected("B", MAY), expected("C", date(2027, 1, 21))])
    two = some_of([missing("A"), expected("B", MAY), expected("C", date(2027, 1, 21))], least=2)

    assert reach_of([choice], on=TODAY).day == date(2027, 1, 21)
    assert reach_of([two], on=TODAY).day == MAY
    assert [each.what for each in reach_of([two], on=TODAY).last] == ["B"]


def test_a_choice_of_which_nothing_is_known_lacks_as_one():
    choice = any_of([missing("A"), missing("B")], what="Any of these ways")

    assert reach_of([choice], on=TODAY).lacks == (choice,)


def test_of_several_together_each_part_lacks_by_itself():
    whole = all_of([missing("A"), met("B", until=date(2026, 12, 1)), all_of([missing("C")])])

    assert [each.what for each in reach_of([whole], on=TODAY).lacks] == ["A", "C"]


def test_what_runs_out_does_not_keep_what_comes_later_from_counting():
    whole = all_of([met("A", until=date(2026, 11, 30)), expected("B", MAY)])

    assert whole.expected is None
    assert found(whole).sitting == SEPTEMBER


def test_a_sitting_whose_last_day_has_gone_by_is_not_named():
    assert found(met("A"), on=date(2027, 5, 8)).sitting == SEPTEMBER
    assert found(met("A"), on=date(2027, 5, 7)).sitting == JUNE


LENGTHS = {1: "one day", 2: "two days", 13: "13 days", 14: "two weeks", 27: "three weeks", 91: "13 weeks"}


@pytest.mark.parametrize(("days", "words"), LENGTHS.items())
def test_how_long_in_words(days, words):
    assert how_long(days) == words
