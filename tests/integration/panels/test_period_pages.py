"""The summary report of a half-year: read, added to, as a table and as a PDF, by who leads or co-ordinates."""

import pytest

from academy.engines.documents.declarations import Asked
from academy.engines.drafts.declarations import form_called
from academy.engines.jobs.models import Job
from academy.people.choices import RoleCode
from asye.rules.moderation_summary import Half
from panels.choices.drafts import SUMMARY_FORM
from panels.documents import SUMMARY
from panels.models import PeriodWords
from panels.services.period_words import write_words
from tests.factories.asye import ModerationFactory
from tests.factories.documents import set_in_pages
from tests.factories.panel_moderation import given_back, moderating
from tests.factories.panel_themes import ActionFactory, ThemeFactory, ThemeNoteFactory
from tests.factories.people import NOW, TODAY, holder_of, staff_of
from tests.integration.pages import browser, words
from tests.pdf import Pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE = "/panels/moderation/summary/"
HALF = "?half=2026-2"


@pytest.fixture
def here():
    return moderating()


def test_coordinator_reads_the_half_year_and_adds_to_it(here):
    case = given_back(here)
    ModerationFactory(recommendation=case.recommendation, moderated_on=TODAY)
    theme = ThemeFactory(organisation=here.organisation, title="Depth of reflection")
    ThemeNoteFactory(theme=theme, case=case, words="Deep and honest.")
    action = ActionFactory(organisation=here.organisation, theme=theme)
    client = browser(here.coordinator)
    page = words(client.get(PAGE))
    shown = ("ASYE, adults, July to December 2026", "Depth of reflection", "Strengths <b>hidden</b>", action.words[:-1])
    assert [each in page for each in shown] == [True] * len(shown)
    kept = (case.person.full_name, case.recommendation.person.full_name, "Deep and honest.", action.owner.full_name)
    assert [each in page for each in kept] == [False] * len(kept)
    form = f"{PAGE}words/{HALF}"
    assert form in page
    assert client.post(form, {"words": " "}).status_code == 422
    sent = client.post(form, {"words": "We were short."})
    assert (sent["Location"], PeriodWords.objects.get().words) == (f"{PAGE}{HALF}", "We were short.")
    assert "We were short." in words(client.get(sent["Location"]))
    assert "We were short." in words(client.get(form))


def test_words_save_themselves_for_the_half_year_and_the_employer(here):
    client = browser(here.coordinator)
    key = f"2026-2-{here.organisation.pk}"
    page = words(client.get(f"{PAGE}words/{HALF}"))
    assert f"/drafts/{SUMMARY_FORM}/{key}/" in page
    declared = form_called(SUMMARY_FORM)
    assert declared is not None
    assert declared.url_for(key) == f"{PAGE}words/{HALF}"


def test_table_has_the_numbers_with_small_ones_hidden(here):
    answer = browser(here.lead).get(f"/panels/moderation/summary.csv{HALF}")
    text = answer.content.decode("utf-8-sig")
    assert text.splitlines()[0] == "Part,About,What,Number"
    assert "Kept as exemplars,Cases,hidden" in text
    assert "moderation-summary-2026-2.csv" in answer["Content-Disposition"]


def test_pdf_is_made_of_the_half_year_that_was_chosen(here):
    client = browser(here.coordinator)
    sent = client.post(f"{PAGE}pdf/{HALF}")
    job = Job.objects.get(owner=here.coordinator)
    assert (sent["Location"], job.arguments["choices"]) == (job.get_absolute_url(), ["half:2026-2"])
    assert "Being made" in words(client.get(PAGE))


def test_paper_is_readable_for_everybody_and_names_nobody(here, tmp_path):
    case = given_back(here)
    ThemeNoteFactory(theme=ThemeFactory(organisation=here.organisation, title="Depth"), case=case)
    action = ActionFactory(organisation=here.organisation)
    write_words(organisation=here.organisation, half=Half(2026, True), words="We were short.", by=here.by, at=NOW)
    of = {"person_id": here.coordinator.pk, "subject_id": here.organisation.pk, "choices": {"half": "2026-2"}}
    asked = Asked(by=here.by, at=NOW, code="AB12", **of)
    pdf = Pdf(tmp_path / "summary.pdf", set_in_pages(SUMMARY, SUMMARY.build(asked)))
    assert (pdf.is_sound, pdf.is_accessible, pdf.info["Tagged"], pdf.language) == (True, True, "yes", "en-GB")
    assert (pdf.headings, pdf.alternatives) == ([1, 2, 2, 2, 2, 2, 2], ["The academy’s mark: stairs"])
    shown = ("Summary report of moderation", "July to December 2026", "We were short.", "Depth", "The plan of 2026")
    assert [each in pdf.text for each in shown] == [True] * len(shown)
    kept = (case.person.family_name, action.owner.family_name, here.coordinator.family_name, "The reflections stay")
    assert [each in pdf.text for each in kept] == [False] * len(kept)


@pytest.mark.parametrize("path", ["summary/", "summary/words/", "summary.csv"])
def test_others_have_no_summary(here, path):
    case = given_back(here)
    others = (case.person, staff_of(here.organisation), holder_of(RoleCode.PANEL_CHAIR, here.organisation))
    assert [browser(each).get(f"/panels/moderation/{path}").status_code for each in others] == [403] * 3
    assert browser(others[1]).post(f"{PAGE}pdf/").status_code == 403
