"""What is told of a tree of results: how many stand how, what lacks, and when it is expected."""

from datetime import date

from academy.engines.requirements.composition import all_of, any_of, in_order, some_of
from academy.engines.requirements.results import Result, Standing
from academy.engines.requirements.spans import Span
from academy.engines.requirements.walks import lacking, leaves, running_out, tally_of

TODAY = date(2026, 11, 17)
MAY, JUNE = date(2027, 5, 28), date(2027, 6, 17)


def part(what, standing=Standing.NOT_YET, **said):
    return Result(what=what, says="", standing=standing, **said)


MET, SOON = part("Registered", Standing.MET), part("Observed", Standing.SOON)
COMING = part("BIA module", Standing.IN_PROGRESS, foreseen=(Span(MAY),))
CHOICE = any_of([part("Students"), part("Workshops")], what="Enabling others")
STEP = all_of([MET, in_order([COMING, part("Endorsed", action="Ask")]), CHOICE, SOON, some_of([MET, SOON], least=2)])


def names(results):
    return [result.what for result in results]


def test_tally_has_a_block_for_each_and_counts_them():
    tally = tally_of(STEP.parts)

    assert tally.blocks == (Standing.MET, Standing.IN_PROGRESS, Standing.NOT_YET, Standing.SOON, Standing.SOON)
    assert (tally.count(Standing.SOON), tally.counts) == (
        2,
        ((Standing.MET, 1), (Standing.IN_PROGRESS, 1), (Standing.SOON, 2), (Standing.NOT_YET, 1)),
    )
    assert tally.sentence == "1 met, 1 in progress, 2 running out soon, 1 not yet"
    assert tally_of([]).counts == ()


def test_leaves_are_the_single_requirements_in_order():
    assert names(leaves(STEP)) == [
        "Registered",
        "BIA module",
        "Endorsed",
        "Students",
        "Workshops",
        "Observed",
        "Registered",
        "Observed",
    ]


def test_what_lacks_is_told_in_order_and_a_choice_as_one():
    found = list(lacking(STEP))

    assert [(each.what, each.action, each.is_open) for each in found] == [
        ("BIA module", "", True),
        ("Endorsed", "", False),
        ("Enabling others", "", True),
    ]
    assert list(lacking(all_of([MET, SOON]))) == []


def test_what_runs_out_is_told_and_a_choice_as_one():
    choice = any_of([SOON, part("Other")], what="Either")

    assert names(running_out(all_of([MET, SOON, choice, COMING]))) == ["Observed", "Either"]
    assert list(running_out(any_of([MET, SOON]))) == []
    assert list(running_out(CHOICE)) == []
