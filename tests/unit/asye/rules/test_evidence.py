"""Which piece of evidence fills which line of a policy, each once."""

from datetime import date

import pytest

from asye.rules.evidence import Count, Piece, counted
from asye.rules.parts_of_policy import EvidenceLine

DAYS = {"review-3": date(2026, 4, 5), "review-6": date(2026, 7, 5), "final": date(2027, 1, 3)}
STAGES = {"review-3": 1, "review-6": 1, "final": 1}
OBSERVATIONS = EvidenceLine(code="observations", title="Observations", counts="observation", least=3, stages=STAGES)
PEOPLE = EvidenceLine(code="people", title="People", counts="feedback", least=2, of=("person", "carer"))
ANYBODY = EvidenceLine(code="feedback", title="Feedback", counts="feedback", least=2)
BY_ASSESSOR = EvidenceLine(code="assessor", title="By the assessor", counts="observation", least=2, by=("assessor",))
BY_OTHERS = EvidenceLine(code="others", title="By anybody", counts="observation", least=1)


def seen(day: str, source: str = "evidence:1", *, by: str = "assessor", stage: str = "") -> Piece:
    return Piece(source, "observation", date.fromisoformat(day), by=by, stage=stage)


def said(day: str, of: str, source: str = "evidence:1") -> Piece:
    return Piece(source, "feedback", date.fromisoformat(day), of=of)


def by_stage(pieces: list[Piece], *, days=DAYS) -> dict[str, int]:
    (line,) = counted([OBSERVATIONS], pieces, days)
    return {code: count.have for code, count in line.stages.items()}


@pytest.mark.parametrize(
    ("piece", "stage"),
    [
        pytest.param(seen("2026-01-05"), "review-3", id="at-the-start"),
        pytest.param(seen("2026-04-05"), "review-3", id="on-the-day-of-the-review"),
        pytest.param(seen("2026-04-06"), "review-6", id="the-day-after"),
        pytest.param(seen("2027-02-01"), "final", id="after-the-last"),
        pytest.param(seen("2026-04-01", stage="review-6"), "review-6", id="named-in-the-next-review"),
        pytest.param(seen("2026-04-01", stage="review-9"), "review-3", id="named-where-the-line-asks-for-none"),
    ],
)
def test_a_piece_belongs_to_one_stage(piece, stage):
    assert by_stage([piece]) == {code: int(code == stage) for code in STAGES}


def test_a_stage_is_not_filled_by_more_of_another():
    (line,) = counted([OBSERVATIONS], [seen("2026-02-01", f"evidence:{number}") for number in range(3)], DAYS)

    assert (line.year, line.stages["review-3"], line.stages["final"]) == (Count(3, 3), Count(3, 1), Count(0, 1))
    assert (line.year.is_met, line.is_met) == (True, False)


def test_without_days_nothing_stands_in_a_stage_and_all_in_the_year():
    assert by_stage([seen("2026-02-01")], days={}) == dict.fromkeys(STAGES, 0)
    assert counted([OBSERVATIONS], [seen("2026-02-01")], {})[0].year.have == 1


def test_each_piece_fills_one_line_only():
    pieces = [said("2026-02-01", "person", f"evidence:{number}") for number in range(5)]

    people, anybody = counted([PEOPLE, ANYBODY], pieces, DAYS)

    assert (len(people.pieces), len(anybody.pieces)) == (3, 2)
    assert not {each.source for each in people.pieces} & {each.source for each in anybody.pieces}


def test_a_piece_goes_where_it_is_needed_and_what_fits_nowhere_counts_nowhere():
    pieces = [seen("2026-02-01", "evidence:1"), seen("2026-02-02", "evidence:2"), seen("2026-02-03", "evidence:3")]
    by_manager = seen("2026-02-04", "evidence:4", by="line_manager")

    assessor, others = counted([BY_ASSESSOR, BY_OTHERS], [by_manager, *reversed(pieces)], DAYS)

    assert [each.source for each in assessor.pieces] == ["evidence:1", "evidence:2"]
    assert [each.source for each in others.pieces] == ["evidence:3", "evidence:4"]
    assert counted([PEOPLE], [said("2026-02-01", "professional"), seen("2026-02-01")], DAYS)[0].pieces == ()


@pytest.mark.parametrize(
    ("count", "word", "missing"),
    [(Count(0, 2), "Not yet", 2), (Count(1, 2), "In progress", 1), (Count(3, 2), "Met", 0), (Count(0, 0), "Met", 0)],
)
def test_count_in_a_word(count, word, missing):
    assert (count.state.word, count.missing) == (word, missing)
