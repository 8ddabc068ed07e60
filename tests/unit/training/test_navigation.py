"""Where unsent words of a request lead back to."""

import pytest

from academy.engines.drafts.declarations import form_called
from academy.training.choices import REQUEST_FORM

TOKEN = "5f2b8c1e-7c55-4b0e-9d5e-0a1f6f3f7a10"


@pytest.mark.parametrize(
    ("key", "url"), [(f"new-{TOKEN}", f"/training/requests/new/{TOKEN}/"), ("17", "/training/requests/17/edit/")]
)
def test_unsent_words_lead_back_to_the_form_they_were_written_in(key, url):
    form = form_called(REQUEST_FORM)

    assert form is not None
    assert (form.title, form.url_for(key)) == ("Your request for training", url)
