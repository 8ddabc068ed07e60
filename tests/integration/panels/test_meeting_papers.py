"""The pack and the minutes of a meeting, each for one reader; the section, diary and reminder of a meeting."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked
from academy.engines.documents.models import Issued
from academy.engines.jobs.models import Job
from academy.engines.reminders.deadlines import Asked as AskedOf
from academy.engines.worklist.days import days_ahead
from panels.choices.cases import CaseState
from panels.choices.panels import ItemState, MeetingPaper, MeetingState, Seat
from panels.documents import OF_MEETING
from panels.models import Case, Discussion, Meeting
from panels.reminders.meetings import SITTING
from panels.selectors.meeting_papers import NOT_CLOSED, minutes_on_paper, pack_on_paper
from tests.factories.documents import set_in_pages
from tests.factories.panel_meetings import in_the_room, item_of, meeting_of
from tests.factories.panels import DecisionFactory, MemberFactory, TieFactory, seat_of
from tests.factories.panels_outcomes import target_of
from tests.factories.people import NOW, as_actor
from tests.integration.pages import browser, words
from tests.pdf import Pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
TALKED = "Piece 2 carries it."


@pytest.fixture
def meeting():
    return meeting_of(place="City Hall, room 3")


def asked(meeting, person, **said):
    return Asked(person_id=person.pk, by=as_actor(person), at=NOW, subject_id=meeting.pk, code="AB12", **said)


def held(meeting):
    """A meeting that decided one case, in which its first member was out."""
    item, tied = item_of(meeting, ItemState.DONE), seat_of(meeting.panel, Seat.MEMBER)
    in_the_room(meeting)
    TieFactory(case=item.case, person=tied)
    Discussion.objects.create(item=item, words=TALKED, revision=1, changed_by=seat_of(meeting.panel), changed_at=NOW)
    Case.objects.filter(pk=item.case_id).update(state=CaseState.DECIDED, decided_at=NOW)
    DecisionFactory(case=item.case, meeting=meeting, away=[tied.pk])
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.CLOSED, closed_at=NOW)
    meeting.presences.update(left_at=NOW)
    return item, tied


def said_in(content, paper):
    return " ".join(render_to_string(OF_MEETING[paper].template, {"document": content}).split())


def test_pack_holds_the_cases_its_reader_may_read(meeting):
    item, other = item_of(meeting), item_of(meeting)
    tied = seat_of(meeting.panel, Seat.MEMBER)
    TieFactory(case=item.case, person=tied)
    hers = said_in(pack_on_paper(asked(meeting, tied)), MeetingPaper.PACK)
    assert (item.case.person.family_name in hers, other.case.person.full_name in hers) == (False, True)
    chairs = said_in(pack_on_paper(asked(meeting, seat_of(meeting.panel))), MeetingPaper.PACK)
    assert (item.case.person.full_name in chairs, "She shows the work" in chairs) == (True, True)


@pytest.mark.parametrize("paper", list(MeetingPaper))
def test_papers_are_tagged_sound_and_in_english(meeting, paper, tmp_path):
    held(meeting)
    build = {MeetingPaper.PACK: pack_on_paper, MeetingPaper.MINUTES: minutes_on_paper}[paper]
    content = build(asked(meeting, seat_of(meeting.panel)))
    pdf = Pdf(tmp_path / "paper.pdf", set_in_pages(OF_MEETING[paper], content))
    assert (pdf.is_accessible, pdf.is_sound, pdf.language) == (True, True, "en-GB")
    assert pdf.headings[:2] == [1, 2]


def test_minutes_say_who_was_out_and_what_was_decided_without_levels(meeting):
    _, tied = held(meeting)
    said = said_in(minutes_on_paper(asked(meeting, seat_of(meeting.panel))), MeetingPaper.MINUTES)
    assert f"Out of this case: {tied.full_name}" in said
    assert TALKED in said
    assert "The panel agreed that she progresses to BG11." in said
    assert "She shows the work" not in said
    assert "All reviewers saw the standard met." not in said


def test_minutes_name_the_targets_of_a_plan_to_who_sees_plans_and_to_no_observer(meeting):
    item, _ = held(meeting)
    watches = MemberFactory(panel=meeting.panel, seat=Seat.OBSERVER, sort="").person
    target_of(item.case.decisions.get(), words="Lead a complex review.")
    readers = (seat_of(meeting.panel), watches)
    said = [said_in(minutes_on_paper(asked(meeting, who)), MeetingPaper.MINUTES) for who in readers]
    assert ["The panel agreed that she progresses" in each for each in said] == [True, True]
    assert ["Lead a complex review." in each for each in said] == [True, False]


@pytest.mark.parametrize("state", [CaseState.REVIEWS_IN, CaseState.DEFERRED, CaseState.WITHDRAWN])
def test_minutes_of_a_case_that_left_undecided_say_who_was_out_of_it_then(meeting, state):
    item, tied = item_of(meeting, ItemState.DONE, is_off=True), seat_of(meeting.panel, Seat.MEMBER)
    later = MemberFactory(panel=meeting.panel).person
    TieFactory(case=item.case, person=tied)
    TieFactory(case=item.case, person=later, noted_at=NOW + timedelta(days=1))
    Discussion.objects.create(item=item, words="Put off: late.", revision=1, changed_by=tied, changed_at=NOW)
    Case.objects.filter(pk=item.case_id).update(state=state, put_off_because="Late.", accepted_at=NOW)
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.CLOSED, closed_at=NOW)
    (case,) = minutes_on_paper(asked(meeting, seat_of(meeting.panel, Seat.CLERK))).minuted
    assert (case.out, case.discussion, case.decision) == ((tied.full_name,), "Put off: late.", None)
    said = said_in(minutes_on_paper(asked(meeting, seat_of(meeting.panel))), MeetingPaper.MINUTES)
    assert f"Out of this case: {tied.full_name}" in said


def test_minutes_of_who_was_out_lack_the_case(meeting):
    item, tied = held(meeting)
    said = said_in(minutes_on_paper(asked(meeting, tied)), MeetingPaper.MINUTES)
    assert (item.case.person.family_name in said, TALKED in said) == (False, False)


def test_minutes_are_refused_before_the_meeting_is_closed(meeting):
    with pytest.raises(Refused) as caught:
        minutes_on_paper(asked(meeting, seat_of(meeting.panel)))
    assert caught.value.reason == NOT_CLOSED


def test_papers_are_ordered_by_who_has_a_seat_and_found_by_nobody_else(meeting):
    item = item_of(meeting)
    url = reverse("panels:meeting_papers", args=[meeting.pk])
    member = seat_of(meeting.panel, Seat.MEMBER)
    browser(member).post(url, {"paper": "pack"})
    arguments = Job.objects.get().arguments
    assert (arguments["kind"], arguments["person"], arguments["subject"]) == ("panels.pack", member.pk, meeting.pk)
    assert browser(item.case.person).get(url).status_code == 404


@pytest.mark.parametrize(("after", "may"), [(-1, True), (1, False)])
def test_copy_of_a_pack_closes_when_a_tie_takes_her_out_later(meeting, after, may):
    item, member = item_of(meeting), seat_of(meeting.panel, Seat.MEMBER)
    TieFactory(case=item.case, person=member, noted_at=NOW + timedelta(hours=after))
    copy = Issued(kind="panels.pack", person=member, made_by=member, made_at=NOW, subject_id=meeting.pk)
    assert allows("documents.issued.read", as_actor(member), copy) == may


def test_section_tells_the_candidate_when_and_where_and_no_more(meeting):
    item = item_of(meeting)
    url = reverse("panels:case", args=[item.case_id])
    hers = words(browser(item.case.person).get(url))
    assert "City Hall, room 3" in hers
    assert reverse("panels:meeting", args=[meeting.pk]) not in hers
    assert reverse("panels:meeting", args=[meeting.pk]) in words(browser(seat_of(meeting.panel)).get(url))


def test_section_offers_the_agenda_and_reopening_to_who_may(meeting):
    item = item_of(meeting, ItemState.DONE)
    DecisionFactory(case=item.case)
    Case.objects.filter(pk=item.case_id).update(state=CaseState.DECIDED, decided_at=NOW)
    url, again = reverse("panels:case", args=[item.case_id]), reverse("panels:reopen", args=[item.case_id])
    assert again in words(browser(seat_of(meeting.panel)).get(url))
    assert again not in words(browser(seat_of(meeting.panel, Seat.MEMBER)).get(url))


def test_diary_and_reminder_tell_members_of_the_day_once(meeting):
    chair = seat_of(meeting.panel)
    MemberFactory(panel=meeting.panel, person=chair, seat=Seat.OBSERVER, sort="")
    days = [day for day in days_ahead(as_actor(chair), days=30) if day.what == "Your panel meets"]
    assert [(day.on, day.detail) for day in days] == [(meeting.sitting.on, meeting.panel.title)]
    on = NOW.date()
    found = next(iter(SITTING.find(AskedOf(on, on, on + timedelta(days=30)))))
    rows = list(found.rows.values_list(found.person, found.subject, found.due))
    assert rows.count((chair.pk, meeting.pk, meeting.sitting.on)) == 1
    assert len(rows) == 5


def test_reminder_of_a_closed_meeting_or_to_a_guest_is_none(meeting):
    MemberFactory(panel=meeting.panel, sort="guest")
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.CLOSED, closed_at=NOW)
    on = NOW.date()
    found = next(iter(SITTING.find(AskedOf(on, on, on + timedelta(days=30)))))
    assert found.rows.count() == 0
