"""A case in the browser: begun, handed in, put off, withdrawn; and who opens which of its pages."""

import pytest
from django.urls import reverse

from panels.choices.cases import CaseKind, CaseState
from panels.models import AgendaItem, Case, Extension, Target
from tests.factories.panel_cases import SUBMIT_BY, council, draft_of, handed_in_for, outsider_of, sitting_taken_up
from tests.factories.panels import AssignmentFactory, DecisionFactory, case_in
from tests.factories.people import NOW, GradeFactory, staff_of
from tests.factories.portfolios import PortfolioFactory, PortfolioTemplateFactory
from tests.factories.vacancies import VacancyFactory
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.fixture
def here():
    return council()


def at(name: str, *args: int) -> str:
    return reverse(f"panels:{name}", args=args)


def case_of(here, state=CaseState.RECEIVED, **said) -> Case:
    given = {"panel": here.panel, "person": here.person, "sitting": here.meeting.sitting, "manager": here.manager}
    return case_in(state, **{**given, **said})


def test_a_case_is_begun_with_one_question(here):
    PortfolioTemplateFactory(organisation=here.organisation)
    client = browser(here.person)
    assert "You have no case for a panel yet." in words(client.get(at("cases")))
    begin = at("begin-step", here.journey.pk)
    assert f'href="{begin}"' in words(client.get(at("cases")))
    page = words(client.get(begin))
    known = ("Level 2", "BG11 Experienced", here.manager.full_name, "Registered", "hand in by 15 December 2026")
    assert [each for each in known if each not in page] == []
    done = client.post(begin, {"sitting": here.meeting.pk})
    case = Case.objects.get()
    assert (done.status_code, done["Location"], case.state) == (302, case.get_absolute_url(), CaseState.DRAFT)
    again = words(client.get(begin))
    assert ("that is not over" in again, "Begin your case</button>" in again) == (True, False)


def test_a_portfolio_that_is_open_is_read_back(here):
    opened = {"source": "journey", "reference": f"journey {here.journey.pk}", "title": "Zqtowards"}
    PortfolioFactory(person=here.person, organisation=here.organisation, **opened)
    page = words(browser(here.person).get(at("begin-step", here.journey.pk)))
    assert ("Zqtowards" in page, "Being gathered" in page) == (True, True)


def test_without_a_sitting_chosen_it_is_asked_again(here):
    sitting_taken_up(here.panel, later=90)
    answer = browser(here.person).post(at("begin-step", here.journey.pk), {"sitting": ""})
    assert (answer.status_code, Case.objects.count()) == (422, 0)


def test_where_no_sitting_takes_cases_the_page_says_so(here):
    type(here.meeting.sitting).objects.update(cancelled_at=NOW, cancelled_because="No room.")
    page = words(browser(here.person).get(at("begin-step", here.journey.pk)))
    assert ("No sitting takes cases now." in page, "Begin your case</button>" in page) == (True, False)


def test_a_step_that_leads_on_no_more_says_so(here):
    here.person.posts.get().terms.update(grade=GradeFactory(organisation=here.organisation, code="BG14"), level=None)
    page = words(browser(here.person).get(at("begin-step", here.journey.pk)))
    assert "needs no panel from where you stand now" in page


def test_nobody_begins_along_the_journey_of_somebody_else(here):
    begin = at("begin-step", here.journey.pk)
    answers = {who: browser(getattr(here, who)).get(begin).status_code for who in ("manager", "lead", "clerk")}
    assert answers == {"manager": 404, "lead": 404, "clerk": 404}


def test_somebody_from_outside_begins_and_hands_in_for_a_vacancy(here):
    grade = GradeFactory(organisation=here.organisation, code="BG12")
    vacancy = VacancyFactory(organisation=here.organisation, grade=grade, is_outside=True, title="Zqadvanced")
    inside = VacancyFactory(organisation=here.organisation, grade=grade, title="Zqinside")
    PortfolioTemplateFactory(organisation=here.organisation, template="external-candidate", purpose="external")
    person = outsider_of(here.organisation)
    client = browser(person)
    home = words(client.get(at("home")))
    assert (f'href="{at("cases")}"' in home, f'href="{at("home")}"' in home) == (True, True)
    page = words(client.get(at("cases")))
    assert ("Zqadvanced" in page, "Zqinside" in page) == (True, False)
    assert client.get(at("begin-post", inside.pk)).status_code == 404
    begun = words(client.get(at("begin-post", vacancy.pk)))
    assert ("Line manager" in begun, "Zqadvanced" in begun) == (False, True)
    assert client.post(at("begin-post", vacancy.pk), {}).status_code == 302
    case = Case.objects.get()
    assert (case.is_external, case.kind, case.portfolio.template.purpose) == (True, CaseKind.APPOINTMENT, "external")
    assert "Your portfolio is not handed in." in words(client.get(case.get_absolute_url()))
    handed_in_for(case)
    done = client.post(at("hand-in", case.pk), {"own_work": "on"})
    case.refresh_from_db()
    assert (done.status_code, case.state) == (302, CaseState.RECEIVED)


def test_handing_in_says_what_is_missing_and_keeps_the_rest(here):
    case = draft_of(here)
    client = browser(here.person)
    page = words(client.get(at("hand-in", case.pk)))
    missing = "Your portfolio is not handed in. Have it signed, and hand it in first."
    assert (missing in page, "Hand it in</button>" in page) == (True, False)
    assert client.post(at("hand-in", case.pk), {"own_work": "on"}).status_code == 422
    handed_in_for(case)
    undeclared = client.post(at("hand-in", case.pk), {})
    assert (undeclared.status_code, "Declare that what you hand in is your own work." in words(undeclared)) == (
        422,
        True,
    )
    done = words(client.post(at("hand-in", case.pk), {"own_work": "on"}, follow=True))
    assert ("Handed in. You have a receipt in your inbox" in done, "The clerk is next" in done) == (True, True)


def test_a_newer_version_is_offered_and_handed_in(here):
    case = draft_of(here)
    handed_in_for(case)
    client = browser(here.person)
    client.post(at("hand-in", case.pk), {"own_work": "on"})
    offered = "Hand in the newer version of your portfolio"
    before = words(client.get(case.get_absolute_url()))
    newer = handed_in_for(Case.objects.get())
    after = words(client.get(case.get_absolute_url()))
    assert (offered in before, offered in after) == (False, True)
    assert client.post(at("hand-in-again", case.pk)).status_code == 302
    assert Case.objects.get().snapshot == newer


def test_the_manager_gives_her_word_and_reads_nothing_of_the_portfolio(here):
    case = draft_of(here, has_formal_open=None, formal_said_by=None, formal_said_at=None)
    client = browser(here.manager)
    page = words(client.get(case.get_absolute_url()))
    assert ("Say whether a formal process is open" in page, "Your portfolio" in page) == (True, False)
    assert client.post(at("vouch", case.pk), {"is_open": ""}).status_code == 422
    assert client.post(at("vouch", case.pk), {"is_open": "yes"}).status_code == 302
    assert Case.objects.get().has_formal_open is True
    assert "Change what you said of formal processes" in words(client.get(case.get_absolute_url()))
    own = words(browser(here.person).get(case.get_absolute_url()))
    assert ("Speak with your line manager about when it can." in own, "formal process" in own) == (True, False)


def test_reasons_are_read_by_whom_they_concern(here):
    case = case_of(here)
    clerk = browser(here.clerk)
    assert clerk.post(at("put-off", case.pk), {"reason": "", "sitting": ""}).status_code == 422
    assert clerk.post(at("put-off", case.pk), {"reason": "Zqputoff", "sitting": ""}).status_code == 302
    read = {
        who: "Zqputoff" in words(browser(getattr(here, who)).get(case.get_absolute_url()))
        for who in ("person", "clerk", "chair", "lead", "manager")
    }
    assert read == {"person": True, "clerk": True, "chair": True, "lead": True, "manager": False}
    later = sitting_taken_up(here.panel, later=90)
    assert "Take up again" in words(clerk.get(case.get_absolute_url()))
    assert clerk.post(at("take-up", case.pk), {"sitting": later.pk}).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.sitting, case.put_off_because) == (CaseState.RECEIVED, later.sitting, "")


def test_more_time_is_given_on_a_page_and_read_by_the_candidate(here):
    case = draft_of(here)
    client = browser(here.lead)
    assert "Give more time" in words(client.get(case.get_absolute_url()))
    again = client.post(at("extend", case.pk), {"until_on": "15 December 2026", "reason": "Zqill"})
    assert (again.status_code, "Zqill" in words(again), Extension.objects.count()) == (422, True, 0)
    assert client.post(at("extend", case.pk), {"until_on": "20 December 2026", "reason": "Zqill"}).status_code == 302
    own = words(browser(here.person).get(case.get_absolute_url()))
    assert ("Zqill" in own, "More time until 20 December 2026" in own) == (True, True)


def test_a_candidate_withdraws_and_the_page_says_it_is_over(here):
    case = case_of(here, CaseState.IN_REVIEW)
    client = browser(here.person)
    assert client.post(at("withdraw", case.pk), {"because": "Zqwhy"}).status_code == 302
    page = words(client.get(case.get_absolute_url()))
    assert ("Withdrawn" in page, "Zqwhy" in page, 'href="' + at("withdraw", case.pk) in page) == (True, True, False)


def test_a_candidate_sees_the_same_whether_the_panel_has_decided_or_not(here):
    """Nothing on the page, nor what it offers, tells that a decision was taken."""
    case = case_of(here, CaseState.ON_AGENDA)
    AgendaItem.objects.create(meeting=here.meeting, case=case, position=1)
    type(here.meeting).objects.update(state="open", opened_at=NOW)
    client, pages = browser(here.person), []
    for state in (CaseState.ON_AGENDA, CaseState.DECIDED):
        Case.objects.update(state=state, decided_at=NOW)
        page = words(client.get(case.get_absolute_url()))
        pages.append(page[page.index('<div class="app-head">') : page.index("</main>")])
        DecisionFactory(case=case, wording="Zqdecided")
    assert pages[0] == pages[1]
    assert "The panel has it before it, so it cannot be withdrawn now." in pages[0]


def test_what_was_asked_for_last_time_stands_on_the_page(here):
    first = case_of(here, CaseState.RELEASED)
    decision = DecisionFactory(case=first, outcome="not_yet")
    Target.objects.create(decision=decision, position=1, words="Zqtarget", owner_words="Her manager", due_on=SUBMIT_BY)
    case = draft_of(here, earlier=first)
    client = browser(here.person)
    page = words(client.get(case.get_absolute_url()))
    assert ("What the panel asked for last time" in page, "Zqtarget" in page) == (True, True)
    assert first.get_absolute_url() in words(client.get(at("hand-in", case.pk)))


PAGES = {
    "hand-in": {"person": 200, "manager": 403, "clerk": 403, "lead": 403},
    "hand-in-again": {"person": 200, "manager": 403, "clerk": 403, "lead": 403},
    "withdraw": {"person": 200, "manager": 403, "clerk": 403, "lead": 403},
    "vouch": {"person": 403, "manager": 200, "clerk": 403, "lead": 403},
    "extend": {"person": 403, "manager": 403, "clerk": 403, "lead": 200},
    "put-off": {"person": 403, "manager": 403, "clerk": 200, "lead": 200},
    "take-up": {"person": 403, "manager": 403, "clerk": 200, "lead": 200},
}


@pytest.mark.parametrize("name", PAGES)
def test_each_page_opens_for_whom_it_is(here, name):
    case = case_of(here)
    answers = {who: browser(getattr(here, who)).get(at(name, case.pk)).status_code for who in PAGES[name]}
    assert answers == PAGES[name]
    assert browser(staff_of(here.organisation)).get(at(name, case.pk)).status_code == 404


def test_a_reviewer_sees_neither_how_it_stands_nor_its_buttons(here):
    case = case_of(here, CaseState.IN_REVIEW)
    reviewer = AssignmentFactory(case=case).person
    page = words(browser(reviewer).get(case.get_absolute_url()))
    assert ('id="standing"' in page, "Put off to another sitting" in page) == (False, False)
