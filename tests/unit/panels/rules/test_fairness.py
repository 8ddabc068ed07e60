"""What a case counts as where groups are compared; a decision that is not told yet counts as none."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from academy.people.rules.compared import compared
from panels.choices.cases import CaseKind, CaseState
from panels.choices.outcomes import Outcome
from panels.rules.fairness import (
    DECIDED,
    HOURS_OF_POST,
    RESULTS,
    ROUTES,
    SERVICES,
    TIMES,
    Fared,
    came,
    hours,
    may_compare_answers,
    one_each,
    route,
    service,
    time,
)

CASE = Fared(
    person_id=1,
    kind=CaseKind.PROGRESSION,
    state=CaseState.RELEASED,
    outcome="progressed",
    begun_at=datetime(2026, 4, 1, tzinfo=UTC),
    fte=Decimal(1),
    service="adults",
    is_again=False,
    is_external=False,
    was_looked_at=False,
)


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        (Outcome.PROGRESSED, "Progressed"),
        (Outcome.CONDITION, "Progressed"),
        (Outcome.CONFIRMED, "Progressed"),
        (Outcome.NOT_YET, "Not yet"),
        (Outcome.QUERIED, "Not yet"),
        (Outcome.DISAGREED, "Not yet"),
        (Outcome.DEFERRED, "Put off or withdrawn"),
    ],
)
def test_told_case_counts_by_its_outcome(outcome, word):
    assert DECIDED.words[came(replace(CASE, outcome=outcome))[0]] == word


@pytest.mark.parametrize("state", [state for state in CaseState if state != CaseState.RELEASED])
def test_case_that_is_not_told_counts_by_its_state_and_never_by_its_outcome(state):
    words = {DECIDED.words[came(replace(CASE, state=state, outcome=each))[0]] for each in ("", *Outcome.values)}
    is_put_off = state in (CaseState.DEFERRED, CaseState.WITHDRAWN)

    assert words == {"Put off or withdrawn" if is_put_off else "Not told yet"}


@pytest.mark.parametrize(("was_looked_at", "word"), [(True, "Looked at again"), (False, "Not looked at again")])
def test_case_counts_by_whether_it_was_looked_at_again(was_looked_at, word):
    assert RESULTS[1].words[came(replace(CASE, was_looked_at=was_looked_at))[1]] == word


@pytest.mark.parametrize(
    ("place", "words", "change", "word"),
    [
        (hours, HOURS_OF_POST, {}, "Full time"),
        (hours, HOURS_OF_POST, {"fte": Decimal("0.8")}, "Part time"),
        (hours, HOURS_OF_POST, {"fte": None}, "Not noted"),
        (service, SERVICES, {}, "Adults"),
        (service, SERVICES, {"service": "children"}, "Children and families"),
        (service, SERVICES, {"service": ""}, "Another service, or not noted"),
        (time, TIMES, {}, "The first time"),
        (time, TIMES, {"is_again": True}, "Again"),
        (route, ROUTES, {}, "Step up by panel"),
        (route, ROUTES, {"kind": CaseKind.APPOINTMENT}, "Post by interview"),
        (route, ROUTES, {"kind": CaseKind.APPOINTMENT, "is_external": True}, "From outside"),
    ],
)
def test_case_is_in_one_group_of_each_grouping(place, words, change, word):
    assert words[place(replace(CASE, **change))] == word


def test_each_person_counts_once_with_her_latest_case():
    earlier = replace(CASE, outcome="not_yet", begun_at=datetime(2025, 9, 1, tzinfo=UTC))
    other = replace(CASE, person_id=2)

    assert one_each([other, CASE, earlier]) == one_each([earlier, CASE, other]) == (CASE, other)


def test_groups_can_be_compared_by_every_result():
    cases = [
        replace(CASE, person_id=each, fte=Decimal("1" if each % 2 else "0.5"), outcome=outcome)
        for each, outcome in enumerate(["progressed", "not_yet"] * 10 + ["condition", "condition"] * 10)
    ]
    found = compared("Hours", HOURS_OF_POST, [(hours(each), came(each)) for each in cases], results=RESULTS, least=5)

    assert found.rows == (("Full time", 20), ("Part time", 20))
    assert found.lines[0][2][0] == (
        "What was decided",
        [("Progressed", 10), ("Not yet", 10), ("Put off or withdrawn", 0), ("Not told yet", 0)],
    )


@pytest.mark.parametrize(
    ("reader_id", "judged", "sits", "may"),
    [(1, {2}, False, True), (1, {1, 2}, False, False), (1, set(), True, False), (None, set(), False, False)],
)
def test_answers_are_compared_for_nobody_who_judged_or_decides(reader_id, judged, sits, may):
    assert may_compare_answers(reader_id, judged=judged, sits=sits) is may
