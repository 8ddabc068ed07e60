from dataclasses import replace
from datetime import date

import pytest

from asye.choices import ending
from asye.rules.final import Held, Stage, checks
from asye.rules.moderation import ModerationResult, faults, panel_checks

RECOMMENDED, TODAY = date(2027, 1, 4), date(2027, 1, 20)
KNOWN = panel_checks(checks(Held(stages=(Stage(code="review-3", title="Three months"),))))
CONFIRMED = ModerationResult(
    result="confirmed",
    moderated_on=date(2027, 1, 15),
    tests=dict.fromkeys(ending.Test.values, True),
    checks={"agreement": True},
)


def fields(result: ModerationResult) -> list[str]:
    return [each.field for each in faults(result, known=KNOWN, recommended_on=RECOMMENDED, on=TODAY)]


def test_the_final_report_stands_behind_the_reviews_and_before_the_promises():
    codes = [each.code for each in KNOWN]
    assert codes == ["agreement", "review-3", "report", "supervision", "workload", "protected", "portfolio"]


def test_a_confirmation_with_five_answers_has_no_fault():
    assert fields(CONFIRMED) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"result": "maybe"}, "result"),
        ({"result": "queried"}, "to_assessor"),
        ({"result": "disagreed"}, "to_assessor"),
        ({"checks": {"unheard-of": True}}, "checks"),
        ({"tests": {"valid": True}}, "tests"),
        ({"moderated_on": date(2027, 1, 3)}, "moderated_on"),
        ({"moderated_on": date(2027, 1, 21)}, "moderated_on"),
        ({"notes": "x" * 20_001}, "notes"),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_its_question(change, field):
    assert fields(replace(CONFIRMED, **change)) == [field]


def test_only_a_query_sends_it_back():
    assert (CONFIRMED.is_query, replace(CONFIRMED, result="queried").is_query) == (False, True)
