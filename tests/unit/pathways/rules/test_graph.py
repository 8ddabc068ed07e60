import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.rules.graph import Arrow, Fault, faults_of, reached_from

UP = [Arrow("one", "two"), Arrow("two", "three")]
RUNGS = ["one", "two", "three"]
FIRST = frozenset({"one"})


def test_drawing_that_only_leads_up_has_no_fault():
    assert faults_of(RUNGS, UP, entries=FIRST) == []


@pytest.mark.parametrize(
    ("arrows", "found"),
    [
        pytest.param(
            [*UP, Arrow("three", "four")],
            [Fault("there is no rung four. Rungs of this ladder are one, two, three", step=2)],
            id="to nowhere",
        ),
        pytest.param(
            [*UP, Arrow("three", "three")],
            [Fault("it leads from three to itself. Name the rung above", step=2)],
            id="to itself",
        ),
        pytest.param(
            [*UP, Arrow("one", "two")],
            [Fault("there is a step from one to two already. Make them one", step=2)],
            id="twice",
        ),
        pytest.param(
            [*UP, Arrow("three", "one")],
            [Fault("from two steps lead back to one: a circle. A ladder only leads up", step=0)],
            id="circle",
        ),
        pytest.param(
            UP[:1],
            [
                Fault(
                    "nobody can reach three: no step leads up to it. Add one, or say entry: true where people begin",
                    rung=2,
                )
            ],
            id="unreached",
        ),
    ],
)
def test_fault_names_the_rung_or_the_step_it_stands_at(arrows, found):
    assert faults_of(RUNGS, arrows, entries=FIRST) == found


def test_rung_where_people_begin_needs_no_step_up():
    assert faults_of(RUNGS, UP[:1], entries=FIRST | {"three"}) == []


def test_everything_above_a_rung_is_reached_by_whatever_steps():
    assert reached_from("one", [*UP, Arrow("one", "three"), Arrow("four", "one")]) == {"two", "three"}


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), unique=True))
def test_steps_that_only_lead_up_never_make_a_circle(pairs):
    rungs = [f"r{number}" for number in range(8)]
    arrows = [Arrow(f"r{low}", f"r{high}") for low, high in pairs]

    found = faults_of(rungs, arrows, entries=frozenset({"r0"}))

    reached = {"r0"} | reached_from("r0", arrows)
    assert [fault.rung for fault in found] == [number for number, rung in enumerate(rungs) if rung not in reached]
