from dataclasses import replace
from datetime import date

from asye.forms.final import FinalReportForm
from asye.rules.final import Before, Check

LACKS = Check(code="portfolio", title="Portfolio handed in", is_met=False, says="It is not handed in.")
BEFORE = Before(missing=(LACKS,), is_concerned=False, is_asked=False, on=date(2027, 1, 4))


def test_it_asks_why_each_thing_is_missing_and_only_what_can_be_asked():
    plain = FinalReportForm(before=BEFORE)
    warned = FinalReportForm(before=replace(BEFORE, missing=(), is_concerned=True, is_asked=True))
    assert plain.fields["gap_portfolio"].label == "Portfolio handed in: why is it missing?"
    assert [name in plain.fields for name in ("answer", "unforeseen")] == [False, True]
    assert [name in warned.fields for name in ("answer", "unforeseen", "gap_portfolio")] == [True, False, False]
    assert (plain.guarded, warned.guarded) == (
        ("report", "strengths", "next_steps", "unforeseen", "gap_portfolio"),
        ("report", "strengths", "next_steps", "answer"),
    )


def test_an_explained_pass_is_valid_and_a_day_nobody_understands_is_said_once():
    said = {"outcome": "pass", "report": "Seen.", "gap_portfolio": "Tomorrow."}
    form = FinalReportForm(data=said, before=BEFORE)
    assert (form.is_valid(), form.final_report.gaps) == (True, {"portfolio": "Tomorrow."})
    wrong = FinalReportForm(data={**said, "outcome": "fail", "notice_on": "soonish"}, before=BEFORE)
    assert {name: len(errors) for name, errors in wrong.errors.items()} == {
        "notice_on": 1,
        "appeal": 1,
        "unforeseen": 1,
    }
