from dataclasses import replace
from datetime import date

import pytest

from asye.rules.final import (
    Before,
    Check,
    Fault,
    FinalReport,
    Held,
    Line,
    Stage,
    Tally,
    appeal_offered,
    checks,
    faults,
    gaps,
)
from asye.rules.parts_of_policy import Appeal

TODAY = date(2027, 1, 4)
LACKS = Check(code="portfolio", title="Portfolio handed in", is_met=False, says="It is not handed in.")
BEFORE = Before(missing=(), is_concerned=False, is_asked=False, on=TODAY)
PASS = FinalReport(outcome="pass", report="All areas.")
FAIL = FinalReport(
    outcome="fail", report="Not safe.", unforeseen="It came late.", notice_on=TODAY, appeal="Within ten days."
)
WHOLE = Held(
    agreement_signed_on=date(2026, 1, 20),
    stages=(Stage(code="review-3", title="Three-month review", state="locked"),),
    lines=(Line(code="observation", title="Observations", have=3, least=3),),
    plans=(Line(code="all", title="Development plans", have=4, least=4),),
    supervision=Tally(due=22, kept=22),
    workload=Tally(due=40, kept=40),
    protected=Tally(due=40, kept=40),
    handed_in_on=date(2026, 12, 20),
)


def said(held: Held) -> dict[str, str]:
    return {each.code: each.says for each in gaps(checks(held))}


def test_everything_there_leaves_no_gap_and_each_check_says_how_it_stands():
    assert gaps(checks(WHOLE)) == ()
    assert [(each.code, each.says) for each in checks(WHOLE)] == [
        ("agreement", "Signed by all on 20 January 2026."),
        ("review-3", "Signed by all."),
        ("supervision", "22 of 22 sessions that were due took place."),
        ("workload", "40 of 40 weeks she told of were at or below what was agreed."),
        ("protected", "40 of 40 weeks she told of had the protected time."),
        ("evidence-observation", "3 of 3."),
        ("plans-all", "4 of 4."),
        ("portfolio", "Handed in on 20 December 2026."),
    ]


def test_the_employers_words_on_appeals_are_offered_with_until_when():
    offered = appeal_offered(Appeal(days=5, words="You can appeal."))
    assert offered == "You can appeal. Appeal in writing within 5 working days of this notice."


def test_what_is_only_recommended_is_said_to_be_so():
    line = Line(code="self", title="Self-assessments", have=1, least=0)
    assert [each.says for each in checks(Held(lines=(line,))) if each.code == "evidence-self"] == [
        "1; none is asked for."
    ]


def test_an_empty_record_lacks_each_of_them_and_says_so():
    assert said(Held()) == {
        "agreement": "It is not signed by all.",
        "supervision": "Nothing is recorded of it.",
        "workload": "Nothing is recorded of it.",
        "protected": "Nothing is recorded of it.",
        "portfolio": "It is not handed in.",
    }


@pytest.mark.parametrize(
    ("change", "lacking"),
    [
        ({"supervision": Tally(due=22, kept=20)}, {"supervision": "20 of 22 sessions that were due took place."}),
        ({"lines": (Line(code="report", title="Reports", have=2, least=3),)}, {"evidence-report": "2 of 3."}),
        (
            {"lines": (Line(code="report", title="Reports", have=3, least=3, is_uneven=True),)},
            {"evidence-report": "3 of 3, but not in each stage that asks for some."},
        ),
        ({"plans": (Line(code="all", title="Plans", have=3, least=4),)}, {"plans-all": "3 of 4."}),
        ({"supervision": Tally(due=2, kept=5)}, {}),
    ],
)
def test_what_falls_short_is_a_gap(change, lacking):
    assert said(replace(WHOLE, **change)) == lacking


@pytest.mark.parametrize(
    ("state", "is_optional", "lacking"),
    [
        ("locked", False, None),
        ("waived", False, None),
        ("scheduled", True, None),
        ("", True, None),
        ("", False, "It was not held."),
        ("scheduled", False, "It was not held."),
        ("writing", True, "It is being written."),
        ("signing", False, "Signatures are missing."),
    ],
)
def test_a_review_counts_once_all_signed_or_it_was_not_needed(state, is_optional, lacking):
    stage = Stage(code="review-9", title="Nine months", state=state, is_optional=is_optional)
    assert said(replace(WHOLE, stages=(stage,))) == ({} if lacking is None else {"review-9": lacking})


def test_an_optional_review_that_was_not_held_says_so():
    stage = Stage(code="review-9", title="Nine months", is_optional=True)
    assert [each.says for each in checks(Held(stages=(stage,))) if each.code == "review-9"] == [
        "Optional, and not held."
    ]


def test_a_pass_with_a_whole_record_has_no_fault_and_needs_no_notice():
    assert faults(PASS, BEFORE) == ()


def test_a_recommendation_says_which_and_why():
    empty = FinalReport(outcome="", report=" ")
    assert [(each.field, each.says) for each in faults(empty, BEFORE)] == [
        ("outcome", "Say whether you recommend a pass or a fail."),
        ("report", "Write what you judged it by, over the whole year."),
    ]


def test_withdrawn_is_no_outcome():
    assert [each.field for each in faults(replace(PASS, outcome="withdrawn"), BEFORE)] == ["outcome"]


def test_each_gap_is_explained_in_at_most_500_characters():
    before = replace(BEFORE, missing=(LACKS,))
    assert faults(PASS, before) == (
        Fault("gap_portfolio", "Say in a sentence why this is missing, or close it first."),
    )
    assert faults(replace(PASS, gaps={"portfolio": "It is handed in tomorrow."}), before) == ()
    long = replace(PASS, gaps={"portfolio": "x" * 501})
    assert faults(long, before) == (Fault("gap_portfolio", "Use at most 500 characters."),)


def test_questions_of_moderation_are_answered():
    before = replace(BEFORE, is_asked=True)
    assert faults(PASS, before) == (Fault("answer", "Answer the questions it was sent back with."),)
    assert faults(replace(PASS, answer="She was observed in June."), before) == ()


def test_a_fail_needs_the_day_of_the_notice_the_appeal_and_why_nobody_saw_it_coming():
    bare = FinalReport(outcome="fail", report="Not safe.")
    assert [each.field for each in faults(bare, BEFORE)] == ["notice_on", "appeal", "unforeseen"]
    assert faults(FAIL, BEFORE) == ()


def test_a_fail_with_concerns_recorded_before_needs_no_reason():
    assert faults(replace(FAIL, unforeseen=""), replace(BEFORE, is_concerned=True)) == ()


def test_a_notice_to_come_is_none():
    found = faults(replace(FAIL, notice_on=date(2027, 1, 5)), BEFORE)
    assert [(each.field, each.says) for each in found] == [
        ("notice_on", "This day is to come. Tell her in writing first; today is 4 January 2027.")
    ]


@pytest.mark.parametrize(
    ("report", "field", "most"),
    [
        (replace(PASS, report="x" * 20_001), "report", "20,000"),
        (replace(PASS, strengths="x" * 20_001), "strengths", "20,000"),
        (replace(FAIL, appeal="x" * 20_001), "appeal", "20,000"),
        (replace(FAIL, unforeseen="x" * 501), "unforeseen", "500"),
    ],
)
def test_what_is_too_long_is_said_beside_its_question(report, field, most):
    assert faults(report, BEFORE) == (Fault(field, f"Use at most {most} characters."),)
