from datetime import date, timedelta

import pytest
from django.urls import reverse

from academy.development.models import CoachMatch, CoachProfile
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from tests.factories.coaching import (
    CoachingTermsFactory,
    CoachMeetingFactory,
    CoachProfileAreaFactory,
    CoachProfileFactory,
    match_in,
)
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, holder_of, staff_of
from tests.factories.plans import GoalFactory

FULL, AWAY = "No free place", "Takes nobody new yet"


def at(name, *args):
    return reverse(f"development:{name}", args=args)


def shown(response):
    return response.content.decode()


def coach_of(council, family, **said):
    areas = said.pop("areas", ())
    person = staff_of(council.organisation, person=PersonFactory(given_name="Ada", family_name=family))
    coach = CoachProfileFactory(person=person, organisation=council.organisation, **said)
    for area in areas:
        CoachProfileAreaFactory(profile=coach, area=area)
    return coach


@pytest.fixture
def coach(council):
    return CoachProfileFactory(person=council.colleague, organisation=council.organisation, about="I walk with you.")


def names(response):
    return [row.profile.person.family_name for row in response.context["rows"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Abel", "Bond", "Cole", "Dorn"]),
        ({"words": "ada BOND"}, ["Bond"]),
        ({"words": "chess"}, ["Cole"]),
        ({"words": "leadership"}, ["Abel"]),
        ({"kind": "mentor"}, ["Abel"]),
        ({"area": "leadership"}, ["Abel"]),
        ({"format": "online"}, ["Abel", "Bond", "Dorn"]),
        ({"free": "yes"}, ["Bond", "Cole"]),
        ({"words": "nobody says this"}, []),
        ({"kind": "wizard", "page": "9"}, ["Abel", "Bond", "Cole", "Dorn"]),
    ],
)
def test_directory_is_searched_by_words_kind_area_format_and_free_place(council, browser, asked, found):
    full = coach_of(council, "Abel", kind="mentor", capacity=1, areas=["leadership"])
    match_in("asked", profile=full)
    coach_of(council, "Bond", format="online")
    coach_of(council, "Cole", format="in_person", about="I play chess.", areas=["career"])
    coach_of(council, "Dorn", free_from=date(2027, 1, 4))
    coach_of(council, "Unlisted", listed=False)
    CoachProfileFactory(person=PersonFactory(family_name="Left"), organisation=council.organisation)
    CoachProfileFactory(person=council.author, organisation=council.organisation)
    CoachProfileFactory(person=staff_of(elsewhere := OrganisationFactory()), organisation=elsewhere)

    assert names(browser.get(at("coaches"), asked)) == found


def test_directory_shows_twenty_on_a_page_and_the_rest_on_the_next(council, browser):
    for each in range(21):
        coach_of(council, f"Coach{each:02}")

    first, second = (names(browser.get(at("coaches"), {"page": page})) for page in ("1", "2"))
    assert (len(first), second) == (20, ["Coach20"])


def test_profile_says_places_and_what_stands_between_before_asking(council, browser, coach):
    own = CoachProfileFactory(person=council.manager, organisation=council.organisation)
    full = coach_of(council, "Full", capacity=1)
    match_in("running", profile=full)

    assert at("ask-coach", coach.pk) in shown(browser.get(coach.get_absolute_url()))
    for profile, sentence in ((own, "She is your line manager"), (full, "All places of this coach are taken")):
        page = shown(browser.get(profile.get_absolute_url()))
        assert (sentence in page, at("ask-coach", profile.pk) in page) == (True, False)
    assert FULL in shown(browser.get(full.get_absolute_url()))


def test_coach_shares_a_team_and_it_is_told_but_not_refused(council, browser):
    mate = staff_of(council.organisation, team=council.author.posts.get().terms.get().team)
    profile = CoachProfileFactory(person=mate, organisation=council.organisation)

    page = shown(browser.get(profile.get_absolute_url()))
    assert ("She works in your team." in page, at("ask-coach", profile.pk) in page) == (True, True)


def test_match_goes_from_asking_to_its_end_through_the_pages(council, browser, coach):
    CoachingTermsFactory()
    goal = GoalFactory(person=council.author, organisation=council.organisation, title="Chair a meeting")
    hers = council.client(council.colleague)
    browser.post(at("ask-coach", coach.pk), {"area": "career", "words": "More courage.", "goal": goal.pk})
    match = CoachMatch.objects.get()
    asked = shown(hers.get(at("answer-match", match.pk)))
    hers.post(at("answer-match", match.pk), {"answer": "yes", "because": ""})
    browser.post(at("say-yes", match.pk))
    suggested = browser.get(at("contract", match.pk)).context["form"].initial
    contract = {"sessions": "4", "minutes": "60", "from_on": "17 November 2026", "until_on": "16 May 2027"}
    browser.post(at("contract", match.pk), contract)
    seen = {"seen": CoachMatch.objects.get().changed_at.isoformat()}
    for client in (hers, browser):
        client.post(at("sign-contract", match.pk), seen)
    browser.post(at("note-meeting", match.pk), {"met_on": "17 November 2026", "outcome": "held"})
    meeting = match.meetings.get()
    hers.post(at("coach-meeting", match.pk, meeting.pk), {"met_on": "17 November 2026", "outcome": "missed"})
    page = shown(hers.get(match.get_absolute_url()))
    hers.post(at("end-match", match.pk), {"because": "time"})
    match.refresh_from_db()
    meeting.refresh_from_db()

    assert ("More courage." in asked, "24 November" in asked, "1 December 2026" in asked) == (True, False, True)
    assert (suggested["sessions"], suggested["until_on"]) == (6, date(2027, 5, 16))
    assert ("Chair a meeting" in page, "0 of 4 held" in page) == (True, True)
    assert (match.state, match.ended_because, meeting.outcome) == ("ended", "time", "missed")
    assert "Find somebody else for it" in shown(browser.get(match.get_absolute_url()))


def test_coach_declines_and_her_words_are_read_by_the_two_only(council, browser, coach):
    match = match_in("asked", person=council.author, profile=coach)
    hers = council.client(council.colleague)
    hers.post(at("answer-match", match.pk), {"answer": "no", "because": "I am on leave."})

    assert "I am on leave." in shown(browser.get(match.get_absolute_url()))
    assert council.client(council.manager).get(match.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("role", RoleCode.values)
def test_no_role_opens_the_match_of_two_others(council, coach, role):
    match = match_in("running", person=council.author, profile=coach)
    client = council.client(holder_of(role, council.organisation))

    pages = ("match", "answer-match", "contract", "note-meeting", "end-match")
    assert {client.get(at(name, match.pk)).status_code for name in pages} == {404}
    assert shown(client.get(at("coaching"))).count(match.get_absolute_url()) == 0


def test_reading_by_the_coach_is_written_down(council, coach):
    match = match_in("running", person=council.author, profile=coach)
    council.client(council.colleague).get(match.get_absolute_url())

    read = Event.objects.latest("pk")
    assert (read.about_id, read.subject_id) == (council.author.pk, str(match.pk))


def test_request_is_taken_back_by_a_press(council, browser, coach):
    match = match_in("asked", person=council.author, profile=coach)
    browser.post(at("withdraw-match", match.pk))

    assert CoachMatch.objects.get().state == "withdrawn"


def test_two_missed_meetings_suggest_to_talk_about_ending(council, browser, coach):
    match = match_in("running", person=council.author, profile=coach)
    for day in (3, 10):
        CoachMeetingFactory(match=match, met_on=date(2026, 11, day), outcome="missed")

    assert "Two meetings were missed." in shown(browser.get(match.get_absolute_url()))


def test_contract_that_has_been_written_is_read_back_in_the_form(council, browser, coach):
    match = match_in("agreed", person=council.author, profile=coach, sessions_agreed=3, minutes=45)

    assert browser.get(at("contract", match.pk)).context["form"].initial["sessions"] == 3


def test_earlier_match_is_offered_to_be_replaced(council, browser, coach):
    over = match_in("declined", person=council.author, profile=coach_of(council, "Abel"))
    form = browser.get(at("ask-coach", coach.pk)).context["form"]
    browser.post(at("ask-coach", coach.pk), {"area": "career", "earlier": over.pk})

    assert [label for _, label in form.fields["earlier"].choices] == ["None", "Ada Abel, declined, 16 November 2026"]
    assert CoachMatch.objects.get(profile=coach).earlier == over


def test_who_holds_the_role_offers_herself_and_changes_her_profile(council):
    client = council.client(holder_of(RoleCode.COACH, council.organisation, person=council.colleague))
    said = {"kind": "mentor", "format": "either", "capacity": "3", "areas": ["career"], "listed": "on"}
    client.post(at("offer-coaching"), said)
    profile = CoachProfile.objects.get()
    initial = client.get(at("edit-coach", profile.pk)).context["form"].initial
    wrong = client.post(at("edit-coach", profile.pk), {**said, "capacity": "many"})
    client.post(at("edit-coach", profile.pk), {**said, "capacity": "0", "listed": ""})
    changed = CoachProfile.objects.get()

    assert (profile.capacity, initial["areas"], initial["listed"]) == (3, ["career"], True)
    assert (wrong.status_code, "Write a whole number from 0 to 20." in shown(wrong)) == (422, True)
    assert (changed.capacity, changed.listed) == (0, False)
    assert "You are not on it now" in shown(client.get(profile.get_absolute_url()))


def test_who_does_not_hold_the_role_is_not_asked_to_offer_herself(council, browser):
    assert at("offer-coaching") not in shown(browser.get(at("coaches")))
    assert browser.get(at("offer-coaching")).status_code == 403


def test_academy_adds_a_coach_by_name_and_takes_her_off_the_list(council, browser):
    client = council.client(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    found = client.get(at("add-coach"), {"q": council.colleague.family_name})
    path = f"{at('add-coach')}?q={council.colleague.family_name}"
    client.post(path, {"person": council.colleague.pk, "kind": "super", "capacity": "2"})
    profile = CoachProfile.objects.get()
    listed = names(browser.get(at("coaches")))
    client.post(at("take-off-coach", profile.pk))

    assert [each.person for each in found.context["colleagues"]] == [council.colleague]
    assert (listed, names(browser.get(at("coaches")))) == ([council.colleague.family_name], [])
    assert client.get(at("add-coach")).status_code == 200


def test_academy_sees_counts_and_no_names(council, coach):
    lead = council.client(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    match_in("running", person=council.author, profile=coach)
    page = shown(lead.get(at("coaching-counts")))

    assert ("fewer than 5" in page, council.author.family_name in page, council.colleague.family_name in page) == (
        True,
        False,
        False,
    )
    assert council.client(council.manager).get(at("coaching-counts")).status_code == 403


def test_own_coaching_lists_what_is_open_and_what_was_before(council, browser, coach):
    match_in("running", person=council.author, profile=coach)
    match_in("declined", person=council.author, profile=coach_of(council, "Abel"))
    response = browser.get(at("coaching"))

    assert [[view.other.family_name for view in response.context[name]] for name in ("open", "over")] == [
        [council.colleague.family_name],
        ["Abel"],
    ]


def test_own_coaching_without_any_leads_to_the_directory(browser):
    assert "Find one" in shown(browser.get(at("coaching")))
    assert "Nobody fits." in shown(browser.get(at("coaches")))


def test_answer_is_due_fourteen_days_after_asking_and_stands_on_the_worklist(council, coach):
    match_in("asked", person=council.author, profile=coach, asked_at=NOW - timedelta(days=10))
    page = shown(council.client(council.colleague).get("/"))

    assert f"Answer {council.author.full_name}, who asks you to coach" in page
