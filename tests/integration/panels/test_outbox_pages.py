"""The outbox of a sitting and its letters: read, changed, told once; until then nobody outside learns anything."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from academy.people.choices import RoleCode
from panels.choices.cases import CaseState
from panels.choices.panels import MemberSort
from panels.choices.policy import Releaser
from panels.models import Case, Letter, Meeting
from panels.rules.policy import PLAIN
from panels.selectors.outbox import outbox_of
from tests.factories.panels import DecisionFactory, TieFactory, case_in, seat_of
from tests.factories.panels_outcomes import decided, lead_of, lettered, sat, told, with_feedback
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
SECRET = "The panel saw that the work is not there yet."


@pytest.fixture
def meeting():
    return sat(rules=with_feedback(MemberSort.PSW_CHILDREN, MemberSort.INDEPENDENT))


@pytest.fixture
def lead(meeting):
    return lead_of(meeting.panel.organisation)


def outbox(meeting):
    return reverse("panels:outbox", args=[meeting.pk])


def test_lead_reads_what_waits_and_what_is_missing(meeting, lead):
    decision = decided(meeting)
    lettered(decision, "written")
    page = words(browser(lead).get(outbox(meeting)))
    name = decision.case.person.full_name
    assert f"Read the letter of {name}." in page
    assert f"Name who gives feedback as Independent member to {name}." in page
    assert "Nobody yet: Independent member" in page
    assert "1 Dec 2026" not in page
    assert "30 Nov 2026" in page
    assert "Tell everything now" not in page


def test_a_letter_is_read_changed_and_read_again_then_all_is_told(lead, meeting):
    meeting.policy.content["rules"].pop("feedback_by", None)
    meeting.policy.save()
    decision = decided(meeting)
    letter = lettered(decision, "written")
    client, page = browser(lead), letter.get_absolute_url()
    assert "I have read it, it can go" in words(client.get(page))
    client.post(reverse("panels:mark-letter-read", args=[letter.pk]))
    changed = client.post(reverse("panels:change-letter", args=[letter.pk]), {"body": "Dear Amina,\n\nwell done."})
    assert (changed.status_code, changed.url) == (302, page)
    assert "To be read" in words(client.get(page))
    again = client.post(reverse("panels:mark-letter-read", args=[letter.pk]))
    assert again.url == outbox(meeting)
    assert "Tell everything now" in words(client.get(outbox(meeting)))
    sent = client.post(reverse("panels:release", args=[meeting.pk]), follow=True)
    assert "Told. Every letter has gone" in words(sent)
    letter.refresh_from_db()
    assert letter.body.startswith("Dear Amina,")
    own = words(browser(decision.case.person).get(page))
    assert "Dear Amina," in own
    assert "I have read it" not in own


def test_empty_letter_is_refused_beside_its_question(meeting, lead):
    letter = lettered(decided(meeting), "written")
    answer = browser(lead).post(reverse("panels:change-letter", args=[letter.pk]), {"body": " "})
    assert answer.status_code == 422
    assert "Error" in words(answer)


def test_telling_too_early_says_why(meeting, lead):
    lettered(decided(meeting), "written")
    answer = browser(lead).post(reverse("panels:release", args=[meeting.pk]), follow=True)
    assert "Read the letter of" in words(answer)
    assert Case.objects.get().state == CaseState.DECIDED


@pytest.mark.parametrize(("seat", "status"), [("chair", 403), ("clerk", 403)])
def test_outbox_is_for_the_lead(meeting, seat, status):
    lettered(decided(meeting, wording=SECRET))
    answer = browser(seat_of(meeting.panel, seat)).get(outbox(meeting))
    assert (answer.status_code, SECRET in words(answer)) == (status, False)


def test_outbox_of_another_council_is_not_there(meeting):
    assert browser(lead_of(sat().panel.organisation)).get(outbox(meeting)).status_code == 404


def test_lead_who_is_tied_sees_nothing_of_the_case_and_asks_another(meeting, lead):
    decision = decided(meeting)
    letter = lettered(decision)
    TieFactory(case=decision.case, person=lead)
    client = browser(lead)
    page = words(client.get(outbox(meeting)))
    assert decision.case.person.full_name not in page
    assert client.get(letter.get_absolute_url()).status_code == 404


def test_nobody_outside_learns_of_a_decision_before_it_is_told(meeting):
    organisation = meeting.panel.organisation
    manager = staff_of(organisation)
    person = staff_of(organisation, line_manager=manager)
    decision = decided(meeting, outcome="not_yet", wording=SECRET, person=person)
    letter = lettered(decision)
    addresses = [
        letter.get_absolute_url(),
        decision.case.get_absolute_url(),
        reverse("panels:cases"),
        reverse("panels:home"),
        reverse("panels:targets"),
        reverse("panels:staff-file"),
        reverse("panels:staff-table"),
    ]
    giver = meeting.panel.members.get(sort=MemberSort.PSW_CHILDREN).person
    keeper = holder_of(RoleCode.HR, organisation)
    for who in (person, manager, keeper):
        client = browser(who)
        for address in addresses:
            said = words(client.get(address))
            leaks = [each for each in (SECRET, "Not yet, with a plan", "Decided, not told") if each in said]
            assert (address, leaks) == (address, [])
    row = decision.case.feedback.get()
    assert browser(giver).get(row.get_absolute_url()).status_code == 404


def test_case_decided_again_is_told_from_its_page(meeting, lead):
    first = told(meeting=meeting)
    meeting.released_at, meeting.released_by = NOW, lead
    meeting.save()
    Case.objects.update(state=CaseState.DECIDED)
    again = DecisionFactory(case=Case.objects.get(), meeting=meeting, outcome="deferred", basis="reopened")
    lettered(again)
    client = browser(lead)
    assert "Tell this decision" in words(client.get(first.case.get_absolute_url()))
    answer = client.post(reverse("panels:release-alone", args=[first.case_id]), follow=True)
    assert "Told. The letter has gone." in words(answer)
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}


@pytest.mark.parametrize("many", [1, 3])
def test_outbox_takes_the_same_queries_for_one_and_for_three(meeting, lead, many, django_assert_num_queries):
    for _ in range(many):
        lettered(decided(meeting))
    actor = as_actor(lead)
    with django_assert_num_queries(7):
        assert len(outbox_of(meeting, actor).waiting) == many


def test_closed_meeting_leads_to_the_outbox_and_back_as_long_as_something_waits(meeting, lead):
    board = reverse("panels:meeting", args=[meeting.pk])
    assert outbox(meeting) not in words(browser(lead).get(board))
    lettered(decided(meeting))
    assert outbox(meeting) in words(browser(lead).get(board))
    assert outbox(meeting) not in words(browser(seat_of(meeting.panel)).get(board))
    assert f'href="{board}">Back to the meeting' in words(browser(lead).get(outbox(meeting)))
    Meeting.objects.update(state="open", closed_at=None)
    assert outbox(meeting) not in words(browser(lead).get(board))


def test_chair_whom_the_policy_lets_tell_does_so_from_the_board(meeting):
    meeting = sat(rules=replace(PLAIN, release_by=(Releaser.CHAIR,)))
    decision = decided(meeting)
    lettered(decision)
    chair = browser(seat_of(meeting.panel))
    assert outbox(meeting) in words(chair.get(reverse("panels:meeting", args=[meeting.pk])))
    assert "Tell everything now" in words(chair.get(outbox(meeting)))
    assert chair.post(reverse("panels:release", args=[meeting.pk])).url == outbox(meeting)
    decision.case.refresh_from_db()
    assert decision.case.state == CaseState.RELEASED


def decided_long_ago(meeting):
    """A decision whose letter was to go by a day that is over."""
    its = {"panel": meeting.panel, "sitting": meeting.sitting, "policy": meeting.policy}
    long_ago = NOW - timedelta(days=40)
    decision = DecisionFactory(
        case=case_in(CaseState.DECIDED, **its), meeting=meeting, decided_on=long_ago.date(), decided_at=long_ago
    )
    lettered(decision)
    return decision


def test_late_letters_go_with_a_note():
    meeting = sat()
    lead = lead_of(meeting.panel.organisation)
    decision = decided_long_ago(meeting)
    client, address = browser(lead), reverse("panels:release", args=[meeting.pk])
    said = words(client.get(outbox(meeting)))
    assert ("Tell everything late" in said, "Tell everything now" in said) == (True, False)
    assert "Why do the letters go later?" in words(client.get(address))
    without = client.post(address, {"note": ""})
    assert (without.status_code, "Write why they go later." in words(without)) == (422, True)
    assert client.post(address, {"note": "The chair was ill."}).url == outbox(meeting)
    decision.case.refresh_from_db()
    assert decision.case.state == CaseState.RELEASED


def test_decision_told_alone_and_late_leads_to_the_note():
    meeting = sat()
    lead = lead_of(meeting.panel.organisation)
    decision = decided_long_ago(meeting)
    Meeting.objects.update(released_at=NOW, released_by=decision.decided_by)
    client, address = browser(lead), reverse("panels:release-alone", args=[decision.case_id])
    assert "Tell this decision late" in words(client.get(decision.case.get_absolute_url()))
    assert "Why do the letters go later?" in words(client.get(address))
    assert client.post(address, {"note": "She was away."}).status_code == 302
    decision.case.refresh_from_db()
    assert decision.case.state == CaseState.RELEASED
