from dataclasses import replace
from datetime import date

import pytest

from panels.choices.judging import Standing
from panels.rules.parts_of_policy import CriteriaSet, Criterion
from panels.rules.plans import (
    PlanTarget,
    can_note_done,
    judged_again,
    kept_as_met,
    standing_of,
)

DECIDED, TODAY, SITS = date(2026, 9, 10), date(2027, 2, 1), date(2027, 6, 10)
LEAD = PlanTarget(words="Lead a complex assessment.", owner="Amara", due_on=TODAY)
SEEN = PlanTarget(words="Be observed once more.", owner="Helen", due_on=date(2027, 1, 31))
TEACH = PlanTarget(words="Teach a colleague.", owner="Amara", due_on=date(2027, 3, 1))
DONE = replace(SEEN, done_on=date(2027, 1, 12))


def test_plan_tells_what_is_done_late_and_next():
    standing = standing_of([TEACH, LEAD, SEEN], on=TODAY, next_sitting_on=SITS)

    assert (standing.done, standing.of, standing.late, standing.coming) == (0, 3, (SEEN,), LEAD)
    assert standing.says == (
        "0 of 3 targets done. Late: Be observed once more. Next: Lead a complex assessment, by 1 February 2027. "
        "The panel meets again on 10 June 2027."
    )


def test_last_day_of_a_target_is_in_time():
    assert (LEAD.is_late(TODAY), LEAD.is_late(date(2027, 2, 2)), DONE.is_late(TODAY)) == (False, True, False)


@pytest.mark.parametrize(
    ("targets", "next_sitting_on", "is_done", "says"),
    [
        ([DONE], SITS, True, "1 of 1 target done. The panel meets again on 10 June 2027."),
        ([DONE, replace(LEAD, done_on=TODAY)], None, True, "2 of 2 targets done."),
        # the sitting of the plan is over
        ([SEEN], date(2027, 1, 31), False, "0 of 1 target done. Late: Be observed once more."),
        ([DONE], TODAY, True, "1 of 1 target done. The panel meets again on 1 February 2027."),
        ([], None, True, "0 of 0 targets done."),
    ],
)
def test_plan_is_told_with_the_sitting_while_that_is_to_come(targets, next_sitting_on, is_done, says):
    standing = standing_of(targets, on=TODAY, next_sitting_on=next_sitting_on)

    assert (standing.is_done, standing.says) == (is_done, says)


@pytest.mark.parametrize(
    ("target", "is_hers", "done_on", "says"),
    [
        (LEAD, True, TODAY, ""),
        (LEAD, True, DECIDED, ""),
        (
            LEAD,
            False,
            TODAY,
            "This target is for somebody else to note. Ask the candidate or her line manager.",
        ),
        (DONE, True, TODAY, "This was noted as done on 12 January 2027 already."),
        (LEAD, True, date(2026, 9, 9), "Give a day from 10 September 2026 to today."),
        (LEAD, True, date(2027, 2, 2), "Give a day from 10 September 2026 to today."),
    ],
)
def test_target_is_noted_as_done_once_by_whom_it_is_for(target, is_hers, done_on, says):
    noted = can_note_done(target, is_hers=is_hers, done_on=done_on, decided_on=DECIDED, on=TODAY)
    assert noted.reason == says


MET, NEARLY, NOT_MET = Standing.MET, Standing.BORDERLINE, Standing.NOT_MET
CRITERIA = CriteriaSet(
    code="pcf",
    title="PCF",
    criteria=tuple(Criterion(code=code, title=code, asks="", levels=()) for code in ("values", "law", "skills")),
)


@pytest.mark.parametrize(
    ("last", "how", "again"),
    [
        (
            {"values": [MET, MET], "law": [MET, NOT_MET], "skills": [NEARLY, NEARLY]},
            {},
            ["law", "skills"],
        ),
        # a criterion the edition of then did not have
        ({"values": [MET, MET], "skills": [MET, MET]}, {}, ["law"]),
        ({"values": [MET], "law": [], "skills": [MET]}, {}, ["law"]),
        # each was met, and the whole was not
        ({"values": [MET], "law": [MET], "skills": [MET]}, {}, ["values", "law", "skills"]),
        ({"values": [MET], "law": [NOT_MET], "skills": [MET]}, {"only_changed": False}, ["values", "law", "skills"]),
        (
            {"values": [MET], "law": [NOT_MET], "skills": [MET]},
            {"do_reviews_hold": False},
            ["values", "law", "skills"],
        ),
    ],
)
def test_what_was_not_met_last_time_is_judged_again(last, how, again):
    found = judged_again(CRITERIA, last, **{"only_changed": True, **how})

    assert [each.code for each in found] == again
    assert [each.code for each in kept_as_met(CRITERIA, found)] == [
        each for each in ("values", "law", "skills") if each not in again
    ]
