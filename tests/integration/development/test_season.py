from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine

from academy.development.models import RegulatorEdition, RenewalNudge
from academy.development.rules.renewals import cycle_of
from academy.development.selectors.season import Season, people_in, rows_of, tallies_of
from academy.development.services.nudges import nudge
from academy.development.services.renewals import choose, note
from academy.development.services.sharing import share
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from tests.factories.development import WORDS, kept_by
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW, RegistrationFactory, ServiceFactory, TeamFactory, as_actor, holder_of, staff_of
from tests.factories.renewals import SWE, regulators_loaded

DAY = date(2026, 11, 2)


@pytest.fixture(autouse=True)
def _loaded(db):
    regulators_loaded()


@pytest.fixture
def manager(council):
    RegistrationFactory(person=council.author)
    return council.client(council.manager)


def noted(person, *acts):
    for act in acts:
        note(regulator="swe", act=act, done_on=DAY, by=as_actor(person), at=NOW)


def mate(council, family_name, **registration):
    person = staff_of(council.organisation, line_manager=council.manager, person=PersonFactory(family_name=family_name))
    RegistrationFactory(person=person, **registration)
    return person


def shown(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def names_on(page, *people):
    return [person.family_name for person in people if f">{person.full_name}</a>" in page]


def test_season_says_of_each_colleague_what_is_noted(manager, council):
    noted(council.author, "cpd", "form")
    page = shown(manager.get("/cpd/season/"))
    assert "Renewal closes on 30 November 2026 at 23:59, in 13 days." in page
    assert "Noted: CPD and form. Not noted: fee." in page
    assert page.count("2 Nov 2026") == 2
    assert f'href="{council.author.get_absolute_url()}">{council.author.full_name}</a>' in page


def test_season_shows_counts_of_pieces_and_nothing_anybody_wrote(manager, council):
    entry = kept_by(council.author)
    choose(regulator="swe", entries=[entry], by=as_actor(council.author), at=NOW)
    page = shown(manager.get("/cpd/season/"))
    assert "1 of 2 pieces chosen, none of them talked over with a peer yet." in page
    for private in (WORDS.title, WORDS.happened, WORDS.learnt, WORDS.impact):
        assert private not in page


def test_season_says_how_much_is_shared_with_the_reader(manager, council):
    for title in ("One", "Two"):
        entry = kept_by(council.author, words=replace(WORDS, title=title))
        share(entry=entry, person=council.manager, note="", by=as_actor(council.author), at=NOW)
    kept_by(council.author, words=replace(WORDS, title="Hers alone"))
    page = shown(manager.get("/cpd/season/"))
    assert '<a class="govuk-link" href="/cpd/shared/">2 entries shared with you</a>' in page


def test_season_tells_who_joined_in_the_autumn_what_is_not_asked(manager, council):
    autumn = mate(council, "Autumn", from_on=date(2026, 9, 1))
    page = shown(manager.get(f"/cpd/season/?q={autumn.family_name}"))
    assert (page.count("Not asked"), page.count(">Not noted<"), "Not noted: fee." in page) == (2, 1, True)


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ("", ["Autumn", "Begun", "Done"]),
        ("finished", ["Done"]),
        ("fee", ["Autumn", "Begun"]),
        ("form", []),
        ("cpd", ["Begun"]),
        ("nonsense", ["Autumn", "Begun", "Done"]),
    ],
)
def test_season_tallies_are_filters(council, show, expected):
    begun, done = mate(council, "Begun"), mate(council, "Done")
    autumn = mate(council, "Autumn", from_on=date(2026, 9, 1))
    noted(begun, "form")
    noted(done, "cpd", "form", "fee")
    page = shown(council.client(council.manager).get(f"/cpd/season/?show={show}"))
    assert names_on(page, autumn, begun, done) == expected
    for count, words in ((3, "registered"), (1, "have noted everything"), (1, "without CPD"), (2, "without fee")):
        assert f"<b>{count}</b>{words}" in page


def test_season_keeps_the_name_in_its_tallies(manager, council):
    page = shown(manager.get(f"/cpd/season/?q={council.author.family_name}"))
    assert f'href="?q={council.author.family_name}&amp;show=fee"' in page


def test_season_says_when_nobody_fits(manager):
    assert "Nobody fits." in shown(manager.get("/cpd/season/?q=zzzz"))


def test_season_of_a_regulator_is_asked_for_by_its_code(manager, council):
    therapist = mate(council, "Therapist", regulator="hcpc", number="OT12345")
    page = shown(manager.get("/cpd/season/?regulator=hcpc"))
    assert names_on(page, therapist, council.author) == ["Therapist"]
    assert "The renewal window opens on 1 August 2027" in page
    assert names_on(shown(manager.get("/cpd/season/?regulator=gmc")), therapist, council.author) == [
        council.author.family_name
    ]


def test_season_outside_the_window_says_when_it_opens_and_reminds_nobody(council):
    RegistrationFactory(person=council.author)
    with time_machine.travel(NOW - timedelta(days=100), tick=False):
        page = shown(council.client(council.manager).get("/cpd/season/"))
    assert "The renewal window opens on 1 September 2026 and closes on 30 November 2026." in page
    assert (council.author.full_name in page, "Remind" in page) == (True, False)


def test_season_without_editions_says_that_nothing_is_known(council):
    RegulatorEdition.objects.all().delete()
    assert "Nothing is known of this regulator today." in shown(council.client(council.manager).get("/cpd/season/"))


def test_season_is_for_those_who_answer_for_somebody(browser, council):
    assert browser.get("/cpd/season/").status_code == 403
    lead = holder_of(RoleCode.ACADEMY_LEAD, council.organisation)
    assert council.client(lead).get("/cpd/season/").status_code == 200


def test_season_of_a_role_holds_the_people_of_its_place_and_no_others(council):
    service = ServiceFactory(organisation=council.organisation)
    within = staff_of(council.organisation, team=TeamFactory(service=service))
    elsewhere = staff_of(council.organisation)
    for person in (within, elsewhere):
        RegistrationFactory(person=person)
    holder = holder_of(RoleCode.SERVICE_MANAGER, council.organisation, service=service)
    page = shown(council.client(holder).get("/cpd/season/"))
    assert names_on(page, within, elsewhere) == [within.family_name]


def test_season_of_a_manager_with_a_role_shows_her_team_first_and_everybody_when_asked(manager, council):
    RegistrationFactory(person=council.colleague)
    holder_of(RoleCode.ACADEMY_LEAD, council.organisation, person=council.manager)
    both = (council.author, council.colleague)
    assert names_on(shown(manager.get("/cpd/season/")), *both) == [council.author.family_name]
    page = shown(manager.get("/cpd/season/?whose=all"))
    assert names_on(page, *both) == [person.family_name for person in both]


def test_season_leaves_out_the_reader_and_who_is_on_no_register(manager, council):
    RegistrationFactory(person=council.manager)
    unregistered = staff_of(council.organisation, line_manager=council.manager)
    page = shown(manager.get("/cpd/season/?q="))
    assert names_on(page, council.manager, unregistered) == []
    assert "<b>1</b>registered" in page


def test_year_leads_those_who_answer_for_somebody_to_the_season(manager, browser):
    link = 'href="/cpd/season/">Renewal season</a>'
    assert (link in shown(manager.get("/cpd/")), link in shown(browser.get("/cpd/"))) == (True, False)


def test_reminding_is_said_on_the_page_and_offered_no_more_that_week(manager, council):
    address = f"/cpd/season/swe/{council.author.pk}/nudge/"
    assert f'action="{address}"' in shown(manager.get("/cpd/season/"))
    page = shown(manager.post(address, follow=True))
    assert f"{council.author.full_name} is reminded, and told that it was you." in page
    assert f"Reminded by {council.manager.full_name} on 17 November" in page
    assert f'action="{address}"' not in page
    page = shown(manager.post(address, follow=True))
    assert "was reminded on 17 November 2026. Wait a week, or talk about it." in page
    assert RenewalNudge.objects.count() == 1


def test_reminding_somebody_the_reader_does_not_answer_for_is_not_found(manager, council):
    RegistrationFactory(person=council.colleague)
    assert manager.post(f"/cpd/season/swe/{council.colleague.pk}/nudge/").status_code == 404
    assert manager.post(f"/cpd/season/gmc/{council.author.pk}/nudge/").status_code == 404


def test_auditor_sees_the_season_and_reminds_nobody(council):
    RegistrationFactory(person=council.author)
    auditor = council.client(holder_of(RoleCode.AUDITOR, council.organisation))
    page = shown(auditor.get("/cpd/season/"))
    assert (names_on(page, council.author), "Remind" in page) == ([council.author.family_name], False)
    assert auditor.post(f"/cpd/season/swe/{council.author.pk}/nudge/").status_code == 403


def test_lead_may_remind_whom_she_does_not_manage(council):
    RegistrationFactory(person=council.author)
    lead = council.client(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    assert f"/cpd/season/swe/{council.author.pk}/nudge/" in shown(lead.get("/cpd/season/"))


def test_reading_the_season_is_no_reading_of_a_record(manager):
    before = Event.objects.count()
    manager.get("/cpd/season/")
    assert Event.objects.count() == before


@pytest.mark.parametrize("number", [1, 3])
def test_season_takes_the_same_queries_for_however_many(council, django_assert_num_queries, number):
    for each in range(number):
        person = mate(council, f"Mate{each}")
        entry = kept_by(person)
        choose(regulator="swe", entries=[entry], by=as_actor(person), at=NOW)
        share(entry=entry, person=council.manager, note="", by=as_actor(person), at=NOW)
        nudge(person=person, regulator="swe", by=as_actor(council.manager), at=NOW)
        noted(person, "form")
    season = Season(as_actor(council.manager), SWE, cycle_of(SWE, DAY), own_team=True)
    with django_assert_num_queries(9):
        rows = rows_of(list(people_in(season)), season)
        assert (len(rows), tallies_of(people_in(season), season)["all"]) == (number, number)


def test_season_shows_a_manager_how_her_team_learnt_once_five_have_kept_something(manager, council):
    assert "Shown when at least 5 people of your team have kept an entry." in shown(manager.get("/cpd/season/"))
    for person in (council.author, *(mate(council, f"Mate{each}") for each in range(4))):
        kept_by(person)
    page = shown(manager.get("/cpd/season/"))
    assert "100 per cent by experience, 0 per cent from others, 0 per cent formal." in page
    assert ("Shown when at least" in page, '<td class="app-table__num">100%</td>' in page) == (False, True)
    assert '<td class="app-table__num">100</td>' not in page
    assert WORDS.title not in page


def test_season_of_a_lead_without_a_team_shows_no_balance(council):
    lead = holder_of(RoleCode.ACADEMY_LEAD, organisation=council.organisation)
    assert 'id="team-balance"' not in shown(council.client(lead).get("/cpd/season/"))
