"""Pages of panels: set up, seats, sittings taken up, and where panels are opened."""

from datetime import date

import pytest

from academy.people.choices import RoleCode
from panels.choices.cases import CaseState
from panels.choices.panels import MemberSort, Seat
from panels.models import Meeting, Panel
from panels.rules.policy import PanelRules
from panels.selectors.home import count_to_judge, home_of
from panels.selectors.panel_page import page_of
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import (
    SITS_ON,
    AssignmentFactory,
    MeetingFactory,
    MemberFactory,
    PanelFactory,
    PanelPolicyFactory,
    TieFactory,
    case_in,
    panel_of,
    seat_of,
)
from tests.factories.pathways import LadderVersionFactory, SittingFactory
from tests.factories.people import as_actor, holder_of, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

DAYS = {"on": SITS_ON, "submit_by": SITS_ON, "endorse_by": SITS_ON}


def sitting_of(panel, number):
    """One of several sittings the panel takes up on the same day."""
    sitting = SittingFactory(organisation=panel.organisation, purpose="progression", title=f"Part {number}", **DAYS)
    return MeetingFactory(panel=panel, sitting=sitting).sitting


@pytest.fixture
def here():
    return OrganisationFactory()


@pytest.fixture
def lead(here):
    return holder_of(RoleCode.ACADEMY_LEAD, here)


def test_lead_sets_up_a_panel_and_gives_seats_for_the_term_of_its_policy(here, lead):
    PanelPolicyFactory(panel_rules=PanelRules(terms_years=2))
    LadderVersionFactory(organisation=here)
    desk = browser(lead)
    assert "Set up a panel" in words(desk.get("/panels/"))
    assert "What is it for?" in words(desk.get("/panels/set-up/"))
    done = desk.post("/panels/set-up/", {"purpose": "progression", "title": "One panel"})
    panel = Panel.objects.get()
    assert done.url == f"/panels/{panel.pk}/"
    page = words(desk.get(done.url))
    assert "Still needed:" in page
    assert "This panel needs somebody from adults’ services and children’s services." in page

    chair = staff_of(here)
    gives = f"/panels/{panel.pk}/seats/new/?q={chair.family_name}"
    form = words(desk.get(gives))
    assert ('value="16 November 2028"' in form, chair.full_name in form) == (True, True)
    said = {"person": chair.pk, "seat": "chair", "sort": "psw_adults", "from_on": "17 November 2026"}
    refused = desk.post(gives, {**said, "sort": ""})
    assert (refused.status_code, "Say what she brings to the panel." in words(refused)) == (422, True)
    assert desk.post(gives, {**said, "expertise": ["amhp"]}).url == f"/panels/{panel.pk}/"
    page = words(desk.get(f"/panels/{panel.pk}/"))
    assert "Knows: Approved Mental Health Professional" in page
    assert "This panel needs somebody from children’s services." in page


def test_lead_takes_up_a_sitting_and_says_when_and_where(here, lead):
    PanelPolicyFactory()
    panel, desk = PanelFactory(organisation=here), browser(lead)
    sitting = SittingFactory(organisation=here, purpose="progression", **DAYS)
    takes = f"/panels/{panel.pk}/sittings/{sitting.pk}/"
    assert takes in words(desk.get(f"/panels/{panel.pk}/"))
    assert "It meets on 1 December 2026" in words(desk.get(takes))
    assert desk.post(takes, {"begins": "9.30", "place": "Room 4"}).url == f"/panels/{panel.pk}/"
    page = words(desk.get(f"/panels/{panel.pk}/"))
    assert ("09:30 Room 4" in page, takes in page) == (True, False)
    assert "A panel has taken up this sitting already." in words(desk.post(takes, {}))

    meeting = Meeting.objects.get()
    place = f"/panels/sittings/{meeting.pk}/place/"
    assert 'value="09:30"' in words(desk.get(place))
    assert "Write a time of day" in words(desk.post(place, {"begins": "early"}))
    assert desk.post(place, {"begins": "", "place": "Hall"}).url == f"/panels/{panel.pk}/"
    meeting.refresh_from_db()
    assert (meeting.starts_at, meeting.place) == (None, "Hall")


def test_seat_is_changed_and_ended_and_the_panel_is_renamed_and_ended(here, lead):
    panel, desk = PanelFactory(organisation=here), browser(lead)
    member = MemberFactory(panel=panel)
    said = {"sort": "independent", "from_on": "1 April 2022", "until_on": "1 April 2028"}
    assert desk.get(f"/panels/seats/{member.pk}/").status_code == 200
    assert desk.post(f"/panels/seats/{member.pk}/", said).url == f"/panels/{panel.pk}/"
    member.refresh_from_db()
    assert (member.sort, member.until_on) == ("independent", date(2028, 4, 1))
    assert "Member" not in words(desk.get(f"/panels/seats/{member.pk}/end/")).split("Term")[-1]
    assert desk.post(f"/panels/seats/{member.pk}/end/", {"until_on": "16 November 2026"}).status_code == 302
    assert "Seats that have ended" in words(desk.get(f"/panels/{panel.pk}/"))
    assert desk.post(f"/panels/{panel.pk}/name/", {"title": "Other"}).status_code == 302
    assert "Other" in words(desk.get(f"/panels/{panel.pk}/name/"))
    assert desk.post(f"/panels/{panel.pk}/end/", {"until_on": "31 December 2026"}).status_code == 302
    assert "The panel ends on 31 December 2026." in words(desk.get(f"/panels/{panel.pk}/"))


def test_panel_is_seen_by_who_sits_on_it_kept_by_the_lead_and_unknown_to_others(here, lead):
    panel = panel_of(here, members=1)
    meeting = MeetingFactory(panel=panel)
    paths = [f"/panels/{panel.pk}/", f"/panels/{panel.pk}/name/", f"/panels/{panel.pk}/seats/new/"]
    paths.append(f"/panels/sittings/{meeting.pk}/place/")
    stranger, clerk, member = staff_of(here), seat_of(panel, Seat.CLERK), seat_of(panel, Seat.MEMBER)
    answers = {who: [browser(who).get(path).status_code for path in paths] for who in (stranger, clerk, member, lead)}
    assert answers == {
        stranger: [404] * 4,
        clerk: [200, 403, 403, 200],
        member: [200, 403, 403, 403],
        lead: [200] * 4,
    }
    elsewhere = SittingFactory(purpose="progression", **DAYS)
    assert browser(lead).get(f"/panels/{panel.pk}/sittings/{elsewhere.pk}/").status_code == 404


def test_cases_of_a_sitting_are_reached_by_who_follows_them(here, lead):
    panel = panel_of(here, members=1)
    meeting = MeetingFactory(panel=panel)
    pages = {who: words(browser(who).get(f"/panels/{panel.pk}/")) for who in (lead, seat_of(panel, Seat.MEMBER))}
    assert [f"/panels/cases/sitting/{meeting.pk}/" in page for page in pages.values()] == [True, False]


def test_guest_sees_her_own_seat_and_not_what_the_panel_lacks(here):
    panel = panel_of(here, members=1)
    PanelPolicyFactory(panel_rules=PanelRules(quorum=12))
    guest = MemberFactory(panel=panel, sort=MemberSort.GUEST).person
    page = page_of(panel, as_actor(guest), keeps=False)
    assert ([row.member.person for row in page.seats], page.lacking, page.free) == ([guest], (), ())


@pytest.mark.parametrize("count", [1, 3])
def test_page_of_a_panel_costs_the_same_queries_for_one_and_for_three(here, lead, count, django_assert_num_queries):
    panel = PanelFactory(organisation=here)
    for number in range(count):
        MemberFactory(panel=panel, sort=MemberSort.PSW_ADULTS)
        case_in(CaseState.RECEIVED, panel=panel, sitting=sitting_of(panel, number))
    actor = as_actor(lead)
    with django_assert_num_queries(6):
        page = page_of(panel, actor, keeps=True)
    assert (len(page.seats), len(page.to_come), [row.cases for row in page.to_come]) == (count, count, [1] * count)


def test_counts_of_a_sitting_leave_out_cases_she_is_out_of(here):
    panel = panel_of(here, members=1)
    chair = seat_of(panel)
    case_in(CaseState.RECEIVED, panel=panel)
    TieFactory(case=case_in(CaseState.RECEIVED, panel=panel), person=chair)
    assert [row.cases for row in page_of(panel, as_actor(chair), keeps=False).to_come] == [1]


def test_home_says_nothing_to_nobody_and_her_own_to_everybody(here):
    assert "No panel concerns you at present." in words(browser(staff_of(here)).get("/panels/"))
    case = case_in(CaseState.CHANGES_ASKED, organisation=here)
    page = words(browser(case.person).get("/panels/"))
    assert ('id="own"' in page, "Sittings to come" in page) == (True, False)
    chair = words(browser(seat_of(case.panel)).get("/panels/"))
    assert ("Progression panel of 1 December 2026" in chair, "Chair" in chair, 'id="own"' in chair) == (
        True,
        True,
        False,
    )


def test_reviewer_reads_how_many_are_judged_and_one_she_is_out_of_counts_nowhere(here):
    panel = panel_of(here, members=1)
    reviewer = seat_of(panel, Seat.MEMBER)
    for state in ("done", "accepted", "asked"):
        AssignmentFactory(case=case_in(CaseState.IN_REVIEW, panel=panel), person=reviewer, state=state)
    tied = case_in(CaseState.IN_REVIEW, panel=panel)
    AssignmentFactory(case=tied, person=reviewer, state="accepted")
    TieFactory(case=tied, person=reviewer)
    actor = as_actor(reviewer)
    queue = home_of(actor).queue
    assert (queue.done, queue.given, queue.due_on, count_to_judge(actor)) == (1, 3, date(2026, 11, 27), 2)
    assert "<strong>1 of 3</strong> given to you are judged; the next is due by 27 November 2026." in words(
        browser(reviewer).get("/panels/")
    )


@pytest.mark.parametrize("count", [1, 3])
def test_home_costs_the_same_queries_for_one_and_for_three(here, count, django_assert_num_queries, monkeypatch):
    panel = panel_of(here, members=1)
    reviewer = seat_of(panel, Seat.MEMBER)
    for number in range(count):
        case = case_in(CaseState.IN_REVIEW, panel=panel, sitting=sitting_of(panel, number))
        AssignmentFactory(case=case, person=reviewer)
    monkeypatch.setattr("panels.selectors.home.waiting_of_app", lambda actor, app: [])
    actor = as_actor(reviewer)
    with django_assert_num_queries(5):
        home = home_of(actor)
    assert (len(home.to_come), home.queue.given) == (count, count)
