"""The cases of a sitting before it is held, on the board of everybody with a seat; and the meeting on a case's page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from panels.choices.cases import CaseState
from panels.choices.panels import MeetingState, Seat
from panels.models import Case
from panels.rules.parts_of_policy import Triggers
from panels.rules.policy import PanelRules
from tests.factories.panel_cases import sitting_taken_up
from tests.factories.panel_meetings import judged_in, meeting_of
from tests.factories.panels import TieFactory, case_in, seat_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
BOARD_QUERIES = 15
# No case is drawn for another look.
RULES = PanelRules(quorum=3, triggers=Triggers(random_percent=0, first_time=False))


@pytest.fixture
def meeting():
    return meeting_of(state=MeetingState.GATHERING, rules=RULES)


def board(meeting, person):
    return browser(person).get(meeting.get_absolute_url())


def shown(meeting, person):
    return [(each.case, each.called) for each in board(meeting, person).context["ahead"]]


def test_member_finds_accepted_cases_of_the_sitting_and_can_say_what_connects_her(meeting):
    case, begun = (case_in(state, panel=meeting.panel) for state in (CaseState.IN_REVIEW, CaseState.DRAFT))
    member = seat_of(meeting.panel, Seat.MEMBER)
    assert shown(meeting, member) == [(case, case.person.full_name)]
    said = words(board(meeting, member))
    assert case.get_absolute_url() in said
    assert (begun.person.family_name in said, reverse("panels:sitting-cases", args=[meeting.pk]) in said) == (
        False,
        False,
    )


def test_case_she_is_out_of_is_not_among_them(meeting):
    tied, case = (case_in(CaseState.IN_REVIEW, panel=meeting.panel) for _ in range(2))
    member = seat_of(meeting.panel, Seat.MEMBER)
    TieFactory(case=tied, person=member)
    assert shown(meeting, member) == [(case, case.person.full_name)]
    assert tied.person.family_name not in words(board(meeting, member))


def test_where_names_are_hidden_a_case_has_its_number(meeting):
    case = case_in(CaseState.IN_REVIEW, panel=meeting.panel, names="blind")
    assert shown(meeting, seat_of(meeting.panel, Seat.MEMBER)) == [(case, f"Case {case.pk}")]


def test_who_runs_the_meeting_is_led_to_how_each_stands(meeting):
    case_in(CaseState.IN_REVIEW, panel=meeting.panel)
    clerk = seat_of(meeting.panel, Seat.CLERK)
    assert reverse("panels:sitting-cases", args=[meeting.pk]) in words(board(meeting, clerk))


def test_none_of_another_sitting_and_none_once_the_meeting_was_opened(meeting):
    case = case_in(CaseState.IN_REVIEW, panel=meeting.panel)
    other = sitting_taken_up(meeting.panel)
    member = seat_of(meeting.panel, Seat.MEMBER)
    assert (shown(meeting, member), shown(other, member)) == ([(case, case.person.full_name)], [])
    meeting.__class__.objects.filter(pk=meeting.pk).update(state=MeetingState.OPEN, opened_at=case.moved_at)
    assert shown(meeting, member) == []


@pytest.mark.parametrize(("state", "is_told"), [(CaseState.IN_REVIEW, True), (CaseState.WITHDRAWN, False)])
def test_candidate_reads_when_the_panel_meets_unless_she_withdrew(meeting, state, is_told):
    case = case_in(state, panel=meeting.panel)
    assert ("The panel meets on" in words(browser(case.person).get(case.get_absolute_url()))) is is_told


def test_settled_case_is_put_on_the_agenda_from_its_own_page(meeting):
    case = judged_in(meeting)
    clerk = browser(seat_of(meeting.panel, Seat.CLERK))
    url = reverse("panels:put_on_agenda", args=[meeting.pk, case.pk])
    assert f'action="{url}"' in words(clerk.get(case.get_absolute_url()))
    clerk.post(url)
    assert list(meeting.items.values_list("case", flat=True)) == [case.pk]


@pytest.mark.parametrize("number", [1, 3])
def test_board_ahead_asks_the_same_number_of_queries_for_one_and_three_cases(meeting, number):
    for day in range(number):
        case = case_in(CaseState.IN_REVIEW, panel=meeting.panel)
        Case.objects.filter(pk=case.pk).update(accepted_at=case.accepted_at + timedelta(days=day))
    client = browser(seat_of(meeting.panel, Seat.MEMBER))
    client.get(meeting.get_absolute_url())
    with CaptureQueriesContext(connection) as caught:
        assert len(client.get(meeting.get_absolute_url()).context["ahead"]) == number
    assert len(caught) == BOARD_QUERIES
