"""The questions above long writing follow the kind that is chosen."""

import json

import pytest
from django.template import engines
from playwright.sync_api import Page

from tests.browser.ui.conftest import PretendPortal

FORM = """{% extends "layouts/page.html" %}{% block body %}<form data-prompts="{{ prompts }}">
<input type="radio" name="kind" value="case" id="case" aria-label="Case" checked>
<input type="radio" name="kind" value="read" id="read" aria-label="Reading">
<div id="id_what_hint"><ul class="app-prompts"><li>What did the person want?</li></ul></div>
<textarea id="id_what" name="what" aria-describedby="id_what_hint"></textarea>
<textarea id="id_learnt" name="learnt"></textarea></form>{% endblock %}"""
PROMPTS = {
    "case": {"what": ["What did the person want?"], "learnt": []},
    "read": {"what": [], "learnt": ["Would you <b>tell</b> a colleague?"]},
}


@pytest.fixture
def writing(pretend: PretendPortal) -> Page:
    known = {"title": "Write", "prompts": json.dumps(PROMPTS)}
    pretend.pages["/write/"] = str(engines["django"].from_string(FORM).render(known))
    return pretend.open("/write/")


def test_prompts_other_kind_shows_its_questions_as_text(writing: Page) -> None:
    writing.check("#read")
    assert (writing.locator("#id_what_hint").inner_text(), writing.locator("#id_learnt_hint").inner_text()) == (
        "",
        "Would you <b>tell</b> a colleague?",
    )
    assert writing.locator("#id_learnt").get_attribute("aria-describedby") == "id_learnt_hint"


def test_prompts_back_to_the_first_kind_shows_the_first_questions(writing: Page) -> None:
    writing.check("#read")
    writing.check("#case")
    assert (writing.locator("#id_what_hint").inner_text(), writing.locator("#id_learnt_hint").inner_text()) == (
        "What did the person want?",
        "",
    )
