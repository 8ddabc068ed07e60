from academy.engines.drafts.declarations import form_called
from asye.choices.final import FINAL_FORM


def test_unsent_words_of_a_final_report_lead_back_and_are_read_by_what_they_are_called():
    form = form_called(FINAL_FORM)
    assert form is not None
    payload = {"outcome": ["pass"], "report": ["Seen."], "gap_portfolio": ["Tomorrow."], "appeal": [" "]}
    assert (form.url_for("7"), form.read(payload)) == (
        "/asye/7/final/report/",
        {
            "What you recommend": "pass",
            "Your final report": "Seen.",
            "Why something is missing": "Tomorrow.",
        },
    )
