from datetime import date

import pytest
from pydantic import ValidationError

from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Standing
from tests.unit.engines.requirements.samples import TODAY, fact, judged

KEY = "portfolios.audit"
SCALE = ["inadequate", "requires-improvement", "good", "outstanding"]
AUDIT = {
    "of": KEY,
    "scale": SCALE,
    "least": "good",
    "what": "Work audited by an independent auditor",
    "by": ["independent_auditor"],
    "within_months": 12,
}


def audit(on, level, by="independent_auditor", **said):
    return fact(KEY, on, level=level, by_relation=by, **said)


def rated(*facts, on=TODAY, **said):
    return judged({"rated": {**AUDIT, **said}}, *facts, on=on)


def test_rating_that_reaches_the_grade_is_told_with_its_source():
    found = rated(audit(date(2026, 10, 2), "good", source="Audited by Farida Khan"))

    assert (found.what, found.standing, found.until) == (
        "Work audited by an independent auditor: Good or above within 12 months",
        Standing.MET,
        date(2027, 10, 2),
    )
    assert found.says == "Good on 2 October 2026; Audited by Farida Khan. That is enough until 2 October 2027."


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ([], "None yet."),
        (
            [audit(date(2026, 10, 2), "requires-improvement")],
            "None that is enough yet. Requires improvement on 2 October 2026.",
        ),
        ([audit(date(2025, 10, 2), "Good")], "None that is enough yet. Good on 2 October 2025."),
        ([audit(date(2026, 10, 2), "good", by="line_manager")], "None yet."),
        (
            [audit(date(2026, 10, 2), "Requires improvement")],
            "None that is enough yet. Requires improvement on 2 October 2026.",
        ),
        ([audit(date(2026, 10, 2), "splendid")], "None that is enough yet. Splendid on 2 October 2026."),
    ],
)
def test_rating_that_does_not_count_is_not_yet(facts, says):
    found = rated(*facts)

    assert (found.standing, found.says) == (Standing.NOT_YET, says)


def test_rating_asked_several_times_is_in_progress_after_the_first():
    found = rated(audit(date(2026, 10, 2), "Outstanding"), count=2)

    assert (found.what, found.standing, found.says) == (
        "Work audited by an independent auditor: Good or above, 2 times within 12 months",
        Standing.IN_PROGRESS,
        "1 of 2 so far; 1 more needed.",
    )


def test_best_grade_has_none_above():
    assert rated(least="outstanding").what == "Work audited by an independent auditor: Outstanding within 12 months"


def test_rating_counts_once_however_much_it_is():
    assert not rated(audit(TODAY, "good", quantity=3), count=2).is_met


def test_rating_to_come_is_taken_to_reach_what_is_asked_unless_it_says_otherwise():
    june = date(2027, 6, 1)

    assert rated(audit(june, "", expected=True)).expected == june
    assert rated(audit(june, "inadequate", expected=True)).expected is None
    assert not rated(audit(TODAY, "")).is_met


def test_rating_that_was_taken_to_come_is_met_on_its_day_looking_ahead():
    june = date(2027, 6, 1)
    found = judged({"rated": AUDIT}, audit(june, "", expected=True), on=june, looks_ahead=True)

    assert (found.is_met, found.says) == (True, "Expected on 1 June 2027. That is enough until 1 June 2028.")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            {"least": "great"},
            "least has to be a grade of the scale; grades are inadequate, requires-improvement, good, outstanding.",
        ),
        (
            {"scale": ["good", "poor", "good"]},
            "good stands twice in the scale; name each grade once, from worst to best.",
        ),
    ],
)
def test_scale_that_does_not_hold_together_is_refused(said, message):
    with pytest.raises(ValidationError) as refused:
        Node.model_validate({"rated": {**AUDIT, **said}})

    assert [error["msg"] for error in refused.value.errors()] == [f"Value error, {message}"]


def test_rating_asks_for_what_is_rated():
    assert Node.model_validate({"rated": AUDIT}).keys("bristol") == frozenset({KEY})
