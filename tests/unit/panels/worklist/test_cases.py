"""What waits of cases before they are looked through, and the days that are told ahead."""

from datetime import timedelta

import pytest

from academy.engines.reminders import finding
from academy.engines.reminders.deadlines import Asked, Told
from academy.engines.reminders.models import Reminder
from academy.engines.worklist.items import Item
from panels.choices.cases import CaseKind, CaseState
from panels.diary import _own
from panels.models import Case, Extension
from panels.reminders.cases import HAND_IN, WORD
from panels.worklist.cases import _hand_in, _take_up, _vouch
from tests.factories.identity import TODAY
from tests.factories.panel_cases import SITS_ON, SUBMIT_BY, council, draft_of, handed_in_for
from tests.factories.panels import TieFactory, case_in
from tests.factories.people import NOW, as_actor
from tests.factories.reminders import AT
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
SAID = {"has_formal_open": None, "formal_said_by": None, "formal_said_at": None}


@pytest.fixture
def here():
    return council()


def put_off_in(here, step="to-bg11"):
    return case_in(CaseState.DEFERRED, panel=here.panel, sitting=here.meeting.sitting, person=here.person, step=step)


def test_a_draft_waits_for_its_candidate_until_its_last_day(here):
    case = draft_of(here)
    expected = Item(
        what="Hand in your case: step up",
        why="Its page says what is missing.",
        url=case.get_absolute_url(),
        action="Open it",
        due_on=SUBMIT_BY,
        of=f"panels.case:{case.pk}",
    )
    assert (_hand_in(here.by, TODAY), _hand_in(here.acting("manager"), TODAY)) == ([expected], [])


def test_more_time_moves_the_last_day_of_a_draft(here):
    case, until = draft_of(here), SUBMIT_BY + timedelta(days=3)
    Extension.objects.create(case=case, until_on=until, reason="Ill.", given_by=here.lead, given_at=NOW)
    assert [item.due_on for item in _hand_in(here.by, TODAY)] == [until]


def test_a_post_by_interview_waits_until_the_vacancy_closes(here):
    vacancy = VacancyFactory(organisation=here.organisation)
    row = {"kind": CaseKind.APPOINTMENT, "vacancy": vacancy, "panel": None, "sitting": None, "step": "to-bg12"}
    draft_of(here, **row)
    assert [item.due_on for item in _hand_in(here.by, TODAY)] == [vacancy.closes_on]


def test_a_manager_is_asked_for_her_word_until_she_has_said_it(here):
    case = draft_of(here, **SAID)
    lines = [(item.what, item.url, item.due_on) for item in _vouch(here.acting("manager"), TODAY)]
    what = f"Say whether a formal process is open for {here.person.full_name}"
    assert lines == [(what, f"/panels/cases/{case.pk}/word/", SUBMIT_BY)]
    assert (_vouch(here.by, TODAY), _vouch(here.acting("lead"), TODAY)) == ([], [])
    Case.objects.update(has_formal_open=False, formal_said_by=here.manager, formal_said_at=NOW)
    assert _vouch(here.acting("manager"), TODAY) == []


def test_what_was_put_off_waits_for_the_clerk_and_never_for_who_is_out_of_it(here):
    case = put_off_in(here)
    clerk = here.acting("clerk")
    assert [item.url for item in _take_up(clerk, TODAY)] == [f"/panels/cases/{case.pk}/take-up/"]
    assert [_take_up(here.acting(who), TODAY) for who in ("lead", "chair", "manager", "person")] == [[], [], [], []]
    TieFactory(case=case, person=here.clerk)
    assert _take_up(clerk, TODAY) == []


@pytest.mark.parametrize("provider", [_hand_in, _vouch, _take_up])
def test_each_provider_costs_the_same_for_one_and_for_three(here, provider, django_assert_num_queries):
    queries = {_hand_in: 1, _vouch: 1, _take_up: 3}[provider]
    by = here.acting({_hand_in: "person", _vouch: "manager", _take_up: "clerk"}[provider])
    for number in (1, 2, 3):
        if provider is _take_up:
            put_off_in(here, step=f"to-{number}")
        else:
            draft_of(here, step=f"to-{number}", **SAID)
        if number != 2:
            with django_assert_num_queries(queries):
                assert len(provider(by, TODAY)) == number


def reminded(monkeypatch, deadline, on):
    monkeypatch.setattr(finding, "declared", lambda: [deadline])
    finding.note_due(on=on, at=AT)
    return set(Reminder.objects.filter(kind=deadline.key).values_list("days", "recipient_id"))


@pytest.mark.parametrize("days", [-28, -14, -7, -2, 0])
def test_a_candidate_is_reminded_before_her_last_day(here, monkeypatch, days):
    draft_of(here, **SAID)
    found = reminded(monkeypatch, HAND_IN, SUBMIT_BY + timedelta(days=days))
    assert (max(day for day, _ in found), {person for _, person in found}) == (days, {here.person.pk})


def test_her_manager_is_reminded_of_her_word_alone(here, monkeypatch):
    draft_of(here, **SAID)
    assert reminded(monkeypatch, WORD, SUBMIT_BY - timedelta(days=14)) == {(-14, here.manager.pk)}


@pytest.mark.parametrize("change", [{"state": "received"}, {"state": "withdrawn"}])
def test_who_has_nothing_to_do_is_not_reminded(here, monkeypatch, change):
    draft_of(here)
    assert reminded(monkeypatch, WORD, SUBMIT_BY - timedelta(days=7)) == set()
    Case.objects.update(**change)
    assert reminded(monkeypatch, HAND_IN, SUBMIT_BY) == set()


def test_a_cancelled_sitting_has_no_last_day(here, monkeypatch):
    draft_of(here)
    type(here.meeting.sitting).objects.update(cancelled_at=NOW, cancelled_because="No room.")
    assert reminded(monkeypatch, HAND_IN, SUBMIT_BY) == set()


def test_more_time_moves_the_reminder(here, monkeypatch):
    case, until = draft_of(here), SUBMIT_BY + timedelta(days=60)
    Extension.objects.create(case=case, until_on=until, reason="Ill.", given_by=here.lead, given_at=NOW)
    assert reminded(monkeypatch, HAND_IN, SUBMIT_BY) == set()
    assert (0, here.person.pk) in reminded(monkeypatch, HAND_IN, until)


def test_lines_lead_to_the_case_and_to_the_word(here):
    said = {"subject_id": 7, "about": here.person, "due_on": SUBMIT_BY, "on": SUBMIT_BY}
    own, word = HAND_IN.line(Told(is_own=True, **said)), WORD.line(Told(is_own=False, **said))
    assert (own.url, word.url) == ("/panels/cases/7/", "/panels/cases/7/word/")
    assert own.what.startswith("The last day to hand in your case is 15 December")
    assert word.what.startswith(f"{here.person.full_name} hands in a case by 15 December")


def test_finding_costs_one_query_for_one_and_for_three(here, django_assert_num_queries):
    asked = Asked(SUBMIT_BY, SUBMIT_BY, SUBMIT_BY)
    for number in (1, 2, 3):
        draft_of(here, step=f"to-{number}")
        if number != 2:
            with django_assert_num_queries(1):
                assert [len(found.rows) for found in HAND_IN.find(asked)] == [number]


def test_the_diary_has_the_last_day_and_the_sitting_and_nothing_twice(here):
    case, until = draft_of(here), SITS_ON + timedelta(days=1)
    days = [(day.on, day.what) for day in _own(here.by, until)]
    sits = (SITS_ON, "The panel meets about your case")
    assert days == [(SUBMIT_BY, "Last day to hand in your case"), sits]
    portfolio = handed_in_for(case).portfolio
    type(portfolio).objects.update(due_on=SUBMIT_BY)
    assert [(day.on, day.what) for day in _own(here.by, until)] == [sits]
    assert ([day.on for day in _own(here.by, SITS_ON - timedelta(days=1))], _own(here.acting("lead"), until)) == (
        [],
        [],
    )


def test_the_diary_leaves_out_what_was_put_off(here):
    put_off_in(here)
    assert _own(as_actor(here.person), SITS_ON) == []
