"""Unsent words of an observation are read line by line and lead back to their form."""

import pytest

from academy.engines.drafts.declarations import form_called
from portfolios.choices.drafts import JUDGE_FORM, OBSERVE_FORM, REFLECT_FORM


@pytest.mark.parametrize(
    ("code", "url", "read"),
    [
        (OBSERVE_FORM, "/portfolio/observations/7/write/", {"What I saw": "She waited."}),
        (REFLECT_FORM, "/portfolio/observations/7/reflect/", {"What I take from it": "Time."}),
        (JUDGE_FORM, "/portfolio/observations/7/judge/", {"Why": "He chose."}),
    ],
)
def test_unsent_words_are_read_and_lead_back(code, url, read):
    form = form_called(code)
    payload = {"seen": ["She waited."], "reflection": ["Time."], "reason": ["He chose."], "strengths": [""]}

    assert (form.url_for("7"), form.read(payload)) == (url, read)
