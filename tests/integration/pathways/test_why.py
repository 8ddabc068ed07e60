"""Why not yet: the same page for her, her manager and the academy; what if, which keeps nothing; and her dates."""

from datetime import date

import pytest
from django.apps import apps
from django.contrib.messages import get_messages
from django.urls import reverse
from icalendar import Calendar

from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from academy.people.models import Registration
from pathways.models import Journey, Milestone
from tests.factories.pathways import JourneyFactory, choice_in
from tests.factories.people import AnnotationFactory, GradeFactory, RegistrationFactory, holder_of
from tests.factories.vacancies import VacancyFactory

NO_DAY = "No sitting can be named yet"


def own(**asked):
    return reverse("pathways:why", args=["to-bg11"], query=asked)


def of(person, **asked):
    return reverse("pathways:person-why", args=[person.pk, "to-bg11"], query=asked)


def shown(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.context


@pytest.fixture
def on_her_way(council):
    """Registered for years, the pathway of the assessor agreed; two entries and the award lack."""
    RegistrationFactory(person=council.author)
    journey = JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder)
    choice_in("agreed", journey=journey, pathway="mca-bia")
    return journey


def test_practitioner_sees_what_separates_her_by_three_pathways(council, browser):
    page = shown(browser, own())
    assert [way.pathway.code for way in page["found"].ways] == ["mca-bia", "specialist", "amhp"]
    assert (page["found"].shown, page["outlook"].day) == (None, None)

    lacks = {
        code: [part.what for part in shown(browser, own(pathway=code))["found"].lines[2].parts]
        for code in ("mca-bia", "specialist", "amhp")
    }
    assert lacks == {
        "mca-bia": ["24 months since registration", "Bia"],
        "specialist": ["A module on the agreed topic"],
        "amhp": ["Amhp"],
    }


def test_an_unknown_pathway_shows_the_one_she_chose(on_her_way, browser):
    assert shown(browser, own(pathway="stars"))["found"].shown.code == "mca-bia"


def test_tree_says_how_each_thing_stands_and_the_gates_come_last(council, browser, on_her_way):
    page = shown(browser, own())
    found = page["found"]

    assert [(line.what, str(line.state)) for line in found.lines] == [
        ("Registered with Social Work England", "Met"),
        ("At least 2 kept entries", "Not yet"),
        ("Mental Capacity and Best Interests Assessor", "In progress"),
    ]
    assert [line.what for line in found.gates] == ["The line manager agrees"]
    assert found.blocks.description == "2 met, 3 not yet"


def test_step_of_another_rung_and_no_step_are_not_found(council, browser):
    addresses = [reverse("pathways:why", args=[code]) for code in ("to-bg12", "to-the-stars")]

    assert [browser.get(each).status_code for each in (*addresses, own(of="elsewhere"))] == [404, 404, 404]


@pytest.mark.parametrize("role", [RoleCode.ACADEMY_STAFF, RoleCode.PRINCIPAL_SOCIAL_WORKER])
def test_academy_and_manager_see_the_same_page_without_her_links_and_dates(council, browser, on_her_way, role):
    hers = shown(browser, own())
    pages = [
        shown(council.client(who), of(council.author))
        for who in (council.manager, holder_of(role, council.organisation))
    ]

    for page in pages:
        assert [(line.what, line.says) for line in page["found"].lines] == [
            (line.what, line.says) for line in hers["found"].lines
        ]
        assert {line.link for line in page["found"].lines} == {""}
        assert ("plan" in page, "plan" in hers) == (False, True)
    reads = Event.objects.filter(kind="read", about_id=council.author.pk)
    assert reads.count() == len(pages)


def test_a_colleague_may_not_see_it(council):
    assert council.client(council.colleague).get(of(council.author)).status_code == 404


def test_open_vacancies_of_the_grade_above_are_shown(council, browser):
    organisation = council.organisation
    above, _below = (
        VacancyFactory(organisation=organisation, grade=GradeFactory(organisation=organisation, code=code))
        for code in ("BG11", "BG9")
    )

    assert shown(browser, own())["vacancies"] == [above]


def test_what_if_shows_the_sitting_it_would_make_and_what_is_needed_still(browser, on_her_way):
    asked = {"what": ["written", "mca-bia.assessor"], "by": "2027-03-31"}
    page = shown(browser, own(**asked))
    later = shown(browser, own(**{**asked, "by": "2027-05-31"}))
    one = shown(browser, own(**{**asked, "what": "written"}))

    assert (page["answer"].before.day, page["answer"].after.day) == (None, date(2027, 6, 17))
    assert (page["answer_label"], page["answer"].still) == ("At least 2 kept entries and 1 more in March", ())
    assert later["answer"].after.day == date(2027, 9, 16)
    assert (one["answer"].after.day, one["answer"].still) == (None, ("Bia",))


def test_another_pathway_is_set_against_the_one_she_chose(council, browser, on_her_way):
    AnnotationFactory(registration=council.author.registrations.get(), kind="amhp")
    page = shown(browser, own(pathway="amhp", what="written", by="2027-03-31"))

    assert (page["answer"].before.day, page["answer"].after.day) == (None, date(2027, 6, 17))
    assert shown(browser, own(pathway="amhp"))["answer_label"] == "AMHP"


BAD = {
    "no month": ({"what": "written"}, "Choose the month by the end of which it arrives."),
    "nothing that arrives": ({"by": "2027-03-31"}, "Choose what arrives."),
    "a month gone by": ({"what": "written", "by": "2020-03-31"}, "That cannot be worked out."),
    "a thing nobody asks": ({"what": "stars", "by": "2027-03-31"}, "That cannot be worked out."),
    "no day at all": ({"what": "written", "by": "' OR 1=1"}, "That cannot be worked out."),
    "a null byte": ({"what": "written\0", "by": "2027-03-31"}, "That cannot be worked out."),
}


@pytest.mark.parametrize(("asked", "says"), BAD.values(), ids=BAD)
def test_what_cannot_be_asked_is_answered_with_a_sentence(browser, on_her_way, asked, says):
    page = shown(browser, own(**asked))

    assert page["answer"] is None
    assert page["what_if_fault"].startswith(says)


def everything():
    """How many rows each table holds."""
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.label != "sessions.Session"
    }


def test_what_if_writes_no_row_of_any_table(browser, on_her_way):
    before = everything()

    page = shown(browser, own(what=["written", "mca-bia.assessor"], by="2027-03-31", pathway="mca-bia"))

    assert page["answer"] is not None
    assert everything() == before


def test_plan_goes_into_her_list_and_calendar_and_is_ticked_off(council, browser):
    response = browser.post(reverse("pathways:plan", args=["to-bg11"]), {"sitting": council.june.pk})
    journey = Journey.objects.get()
    written = Milestone.objects.get(code="evidence-written")

    assert response.url == own(of=council.organisation.slug) + "#plan"
    assert (journey.sitting, journey.person) == (council.june, council.author)
    assert [date_.kind for date_ in journey.milestones.exclude(kind="evidence")] == [
        "draft",
        "freeze",
        "endorsement",
        "submission",
        "sitting",
    ]

    browser.post(reverse("pathways:tick", args=[written.pk]), {"done": "yes"})
    written.refresh_from_db()
    assert written.done_on == date(2026, 11, 17)
    assert [date_.done_on is not None for date_ in shown(browser, own())["kept"].dates].count(True) == 1


def test_dates_ahead_are_taken_into_another_calendar_and_nobody_else_s(council, browser):
    browser.post(reverse("pathways:plan", args=["to-bg11"]), {"sitting": council.june.pk})
    done = Milestone.objects.get(code="evidence-written")
    browser.post(reverse("pathways:tick", args=[done.pk]), {"done": "yes"})

    def events(client):
        response = client.get(reverse("pathways:dates-file"))
        assert response["Content-Type"] == "text/calendar; method=PUBLISH; charset=utf-8"
        return {str(event["summary"]): event.decoded("dtstart") for event in Calendar.from_ical(response.text).events}

    assert events(browser) == {
        each.title: each.due_on for each in Milestone.objects.filter(done_on=None, due_on__gte=date(2026, 11, 17))
    }
    assert events(browser)["Panel"] == council.june.on
    assert events(council.client(council.colleague)) == {}


def test_what_two_requirements_rest_on_is_kept_up_once(council, on_her_way, browser):
    Registration.objects.update(until_on=date(2026, 11, 30))

    browser.post(reverse("pathways:plan", args=["to-bg11"]), {"sitting": council.june.pk})

    dates = Milestone.objects.filter(kind="evidence").values_list("code", "due_on")
    assert [code for code, due_on in dates if due_on == date(2026, 11, 30)] == ["evidence-registered"]


def test_a_sitting_that_is_none_is_told_in_a_sentence(council, browser):
    for sitting in ("", "x", "0", "99999999999999999999"):
        response = browser.post(reverse("pathways:plan", args=["to-bg11"]), {"sitting": sitting})
        said = [str(message) for message in get_messages(response.wsgi_request)]
        assert said[-1] == "Choose the sitting to plan towards."
    assert shown(browser, own(sitting="0"))["sitting_fault"] != ""
    assert Journey.objects.count() == 0


def test_nobody_else_ticks_her_dates_or_plans_for_her(council, browser):
    browser.post(reverse("pathways:plan", args=["to-bg11"]), {"sitting": council.june.pk})
    first = Milestone.objects.first()

    assert council.client(council.manager).post(reverse("pathways:tick", args=[first.pk])).status_code == 404


def test_people_are_listed_with_rung_step_and_what_comes_next(council, on_her_way):
    client = council.client(council.manager)
    page = shown(client, reverse("pathways:people"))

    assert [
        (row.person, [(each.standing.rung.code, each.above.code, each.outlook.day) for each in row.aheads])
        for row in page["rows"]
    ] == [(council.author, [("level-2", "bg11", None)])]
    rung = f"{council.ladder.pk}:bg11"
    assert shown(client, reverse("pathways:people", query={"rung": rung}))["rows"] == []
    assert shown(client, reverse("pathways:people", query={"waits": "waiting"}))["rows"] == []
    assert council.client(council.colleague).get(reverse("pathways:people")).status_code == 403
