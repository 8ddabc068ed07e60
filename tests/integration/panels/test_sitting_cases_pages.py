"""The cases of a sitting: for who runs it, under the name she may know, without those she is out of."""

import csv
from datetime import timedelta

import pytest
from django.urls import reverse

from academy.people.choices import RoleCode
from panels.choices.cases import CaseState
from panels.models import Case, Extension
from panels.selectors.own_cases import own_cases
from panels.selectors.sitting_cases import HEADINGS, counts_of, rows_of, shown
from tests.factories.identity import TODAY
from tests.factories.panel_cases import SUBMIT_BY, council, draft_of, sitting_taken_up
from tests.factories.panels import MemberFactory, TieFactory, case_in
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.fixture
def here():
    return council()


def case_of(here, state, **said) -> Case:
    return case_in(state, **{"panel": here.panel, "sitting": here.meeting.sitting, **said})


def at(name: str, here) -> str:
    return reverse(f"panels:{name}", args=[here.meeting.pk])


def table(answer) -> list[list[str]]:
    return list(csv.reader(answer.content.decode("utf-8-sig").splitlines()))


def test_who_waits_longest_comes_first_with_whom_and_how_long(here):
    new = case_of(here, CaseState.RECEIVED, moved_at=NOW)
    old = case_of(here, CaseState.REVIEWS_IN, moved_at=NOW - timedelta(days=9))
    over = case_of(here, CaseState.WITHDRAWN)
    rows = rows_of(here.meeting, here.acting("clerk"))
    lines = [(row.case, row.ball.called if row.ball else "", row.days) for row in rows]
    assert lines == [(old, "The chair", 9), (new, "The clerk", 0), (over, "", 0)]
    page = words(browser(here.clerk).get(at("sitting-cases", here)))
    assert [each for each in (new, old, over) if each.person.full_name not in page] == []


def test_a_case_of_another_sitting_is_not_in_the_list(here):
    elsewhere = sitting_taken_up(here.panel, later=90)
    case_of(here, CaseState.RECEIVED, sitting=elsewhere.sitting)
    assert rows_of(here.meeting, here.acting("clerk")) == []
    assert "No case is begun for this sitting yet." in words(browser(here.clerk).get(at("sitting-cases", here)))


def test_drafts_are_for_the_clerk_and_the_lead_and_not_for_the_chair(here):
    draft_of(here)
    rows = {who: len(rows_of(here.meeting, here.acting(who))) for who in ("clerk", "lead", "chair")}
    assert rows == {"clerk": 1, "lead": 1, "chair": 0}


def test_a_late_draft_and_more_time_are_told(here):
    case = draft_of(here)
    late = here.acting("lead", on=SUBMIT_BY + timedelta(days=1))
    assert [(row.is_late, row.last_day) for row in rows_of(here.meeting, late)] == [(True, SUBMIT_BY)]
    until = SUBMIT_BY + timedelta(days=5)
    Extension.objects.create(case=case, until_on=until, reason="Ill.", given_by=here.lead, given_at=NOW)
    rows = [(row.is_late, row.is_extended, row.last_day) for row in rows_of(here.meeting, late)]
    assert rows == [(False, True, until)]


def test_whoever_is_out_of_a_case_finds_it_in_no_list_count_or_file(here):
    case_of(here, CaseState.REVIEWS_IN)
    hidden = case_of(here, CaseState.REVIEWS_IN)
    TieFactory(case=hidden, person=here.chair)
    client = browser(here.chair)
    page, file = words(client.get(at("sitting-cases", here))), table(client.get(at("sitting-cases-file", here)))
    assert (hidden.person.full_name in page, f"/cases/{hidden.pk}/" in page, len(file)) == (False, False, 2)
    assert counts_of(rows_of(here.meeting, here.acting("chair")))[""] == 1


def test_without_names_the_chair_reads_numbers_and_the_clerk_names(here):
    case = case_of(here, CaseState.IN_REVIEW, names="blind")
    pages = {who: words(browser(getattr(here, who)).get(at("sitting-cases", here))) for who in ("chair", "clerk")}
    named = {who: case.person.full_name in page for who, page in pages.items()}
    assert (named, f"Case {case.pk}" in pages["chair"]) == ({"chair": False, "clerk": True}, True)
    file = table(browser(here.chair).get(at("sitting-cases-file", here)))
    assert file[1][0] == f"Case {case.pk}"


def test_the_file_has_what_the_list_was_narrowed_to(here):
    received = case_of(here, CaseState.RECEIVED, moved_at=NOW, handed_in_at=NOW)
    case_of(here, CaseState.ON_AGENDA)
    file = table(browser(here.clerk).get(f"{at('sitting-cases-file', here)}?show=check"))
    day = TODAY.isoformat()
    line = [received.person.full_name, "Step up", "Handed in", "The clerk", "to look it through", day]
    assert file == [list(HEADINGS), [*line, SUBMIT_BY.isoformat(), day]]


@pytest.mark.parametrize(
    ("show", "states"),
    [
        ("", ["received", "on_agenda", "decided", "deferred", "released"]),
        ("check", ["received"]),
        ("agenda", ["on_agenda"]),
        ("decided", ["decided"]),
        ("deferred", ["deferred"]),
        ("over", ["released"]),
        ("nothing known", ["received", "on_agenda", "decided", "deferred", "released"]),
    ],
)
def test_the_list_is_narrowed_by_how_cases_stand(here, show, states):
    for state in ("received", "on_agenda", "decided", "deferred", "released"):
        case_of(here, state)
    found = {row.case.state for row in shown(rows_of(here.meeting, here.acting("clerk")), show)}
    assert found == set(states)


def test_the_list_opens_for_whoever_runs_the_sitting(here):
    member = MemberFactory(panel=here.panel).person
    coordinator = holder_of(RoleCode.ASYE_COORDINATOR, here.organisation)
    people = {"clerk": here.clerk, "chair": here.chair, "lead": here.lead, "coordinator": coordinator}
    others = {"member": member, "person": here.person, "manager": here.manager}
    answers = {
        who: browser(person).get(at("sitting-cases", here)).status_code for who, person in {**people, **others}.items()
    }
    opened = dict.fromkeys(people, 200)
    assert answers == {**opened, "member": 403, "person": 404, "manager": 404}


def test_the_list_costs_the_same_for_one_and_for_three(here, django_assert_num_queries):
    by = here.acting("clerk")
    for number in (1, 2, 3):
        case_of(here, CaseState.RECEIVED)
        if number != 2:
            with django_assert_num_queries(3):
                assert len(rows_of(here.meeting, by)) == number


def test_ones_own_cases_come_with_what_is_not_over_first(here):
    case_of(here, CaseState.RELEASED, person=here.person)
    case_of(here, CaseState.DECIDED, person=here.person, step="to-bg12")
    rows = own_cases(here.by)
    assert [(str(row.state.word), row.is_own_turn) for row in rows] == [("With the panel", False), ("Told", False)]
    assert own_cases(as_actor(staff_of(here.organisation))) == []


def test_ones_own_cases_cost_one_query_for_one_and_for_three(here, django_assert_num_queries):
    by = here.by
    for number in (1, 2, 3):
        draft_of(here, step=f"to-{number}")
        if number != 2:
            with django_assert_num_queries(1):
                assert [row.is_own_turn for row in own_cases(by)] == [True] * number
