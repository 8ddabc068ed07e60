from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from academy.people.choices import MembershipKind
from academy.training.choices import OfferKind, Promise
from academy.training.models import CourseAudience, CourseCost, FocusTheme, Need, Prerequisite, Subscription
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, AcademyPageFactory, account_of, member_of, staff_of
from tests.factories.training import CourseFactory, PlatformFactory, TrainingEventFactory

CATALOGUE = "/training/"
MOST_BYTES = 100_000


@pytest.fixture(autouse=True)
def _now():
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council(db):
    return OrganisationFactory(name="London Borough of Bexley", slug="bexley", academy_name="Academy of Bexley")


@pytest.fixture
def person(council):
    return staff_of(council)


@pytest.fixture
def browser(person):
    return client_of(person)


def client_of(person):
    client = Client()
    client.force_login(account_of(person))
    return client


def text_of(page):
    return page.content.decode()


def found(page):
    return [line.course.title for group in page.context["groups"] for line in group.lines]


def test_catalogue_shows_focus_first_and_what_comes_next(browser, council):
    theme = FocusTheme.objects.create(
        organisation=council, code="safety", title="Safeguarding adults", from_on=date(2026, 1, 1)
    )
    dated = CourseFactory(organisation=council, title="Law", promise=Promise.EXCEL)
    dated.themes.add(theme)
    TrainingEventFactory(course=dated)
    CourseFactory(organisation=council, title="First days", days="0.50")
    page = browser.get(CATALOGUE)
    text = text_of(page)
    assert found(page) == ["Law", "First days"]
    assert text.index("In focus now</th>") < text.index("Law</a>") < text.index("Begin<span") < text.index("First days")
    assert '<strong class="app-num">8 Dec 2026</strong>' in text
    assert "Half a day" in text
    assert f'<a class="govuk-link" href="?theme={theme.pk}">Safeguarding adults</a>' in text
    assert "2 courses." in text


def test_catalogue_is_searched_and_filtered_together(browser, council):
    CourseFactory(organisation=council, title="Law in adults' services", kind=OfferKind.WORKSHOP)
    CourseFactory(organisation=council, title="Law for beginners")
    CourseFactory(organisation=council, title="Court skills", kind=OfferKind.WORKSHOP)
    page = browser.get(CATALOGUE, {"q": "law", "kind": "workshop"})
    assert found(page) == ["Law in adults' services"]
    assert f'<a class="govuk-link app-filters__clear" href="{CATALOGUE}">Show everything</a>' in text_of(page)


def test_other_filters_unfold_where_one_of_them_is_used(browser, council):
    closed, opened = browser.get(CATALOGUE), browser.get(CATALOGUE, {"promise": "begin"})
    unfolded = '<details class="govuk-details app-filters__more" open>'
    assert [unfolded in text_of(page) for page in (closed, opened)] == [False, True]


@pytest.mark.parametrize("asked", [{"kind": "nothing"}, {"theme": "x"}, {"level": "zzz"}, {"whom": "you"}])
def test_answer_that_is_no_choice_asks_for_nothing(browser, council, asked):
    CourseFactory(organisation=council, title="Law")
    assert found(browser.get(CATALOGUE, asked)) == ["Law"]


def test_nothing_found_says_what_to_do(browser, council):
    CourseFactory(organisation=council, title="Law")
    page = browser.get(CATALOGUE, {"q": "zzz", "cost": "free"})
    assert found(page) == []
    assert "Nothing fits. Search for fewer words" in text_of(page)


def test_catalogue_shows_no_course_of_elsewhere(browser, council):
    CourseFactory(title="Secret of elsewhere")
    assert "Secret of elsewhere" not in text_of(browser.get(CATALOGUE))


@pytest.mark.parametrize("number", [1, 3])
def test_catalogue_needs_the_same_queries_whatever_is_offered(
    council, browser, number, django_assert_num_queries, monkeypatch
):
    monkeypatch.setattr("academy.engines.worklist.providers._declared", {})
    platform = PlatformFactory(organisation=council)
    for _ in range(number):
        course = CourseFactory(organisation=council, platform=platform)
        TrainingEventFactory(course=course)
        CourseCost.objects.create(course=course, pounds=90)
    browser.get(CATALOGUE)
    with django_assert_num_queries(11):
        assert len(found(browser.get(CATALOGUE))) == number


def test_full_page_of_the_catalogue_is_small(browser, council):
    for _ in range(31):
        CourseFactory(organisation=council, title="t" * 200, summary="word " * 200)
    page = browser.get(CATALOGUE)
    assert len(found(page)) == 30
    assert len(page.content) < MOST_BYTES


def test_course_page_says_why_and_for_whom(browser, council):
    AcademyPageFactory(organisation=council, priorities=["Learning that works"])
    course = CourseFactory(organisation=council, title="Law", priorities=[1], cancellation="Tell us two days before.")
    before = CourseFactory(organisation=council, title="Introduction")
    Prerequisite.objects.create(course=course, before=before)
    CourseCost.objects.create(course=course, pounds="90.50")
    course.needs.add(
        Need.objects.create(organisation=council, code="audit", text="Confidence in law.", source="skills_audit")
    )
    event = TrainingEventFactory(course=course, mainly_for="Newly qualified social workers")
    text = text_of(browser.get(course.get_absolute_url()))
    for words in (
        "Professional development.",
        "Confidence in law.",
        "Skills audit",
        "Learning that works",
        "Not in your record yet.",
        "£90.50",
        "Tell us two days before.",
        "It is meant for you.",
        "Newly qualified social workers",
        "Next dates</h2>",
        f'href="{event.get_absolute_url()}">8 December 2026</a>',
        f'href="{before.get_absolute_url()}">Introduction</a>',
    ):
        assert words in text


def test_course_of_a_subscription_says_what_that_brings(browser, council):
    mrc = Subscription.objects.create(
        organisation=council,
        code="mrc",
        name="Making Research Count",
        short_name="MRC",
        aims=["Critical analysis", "Reflection"],
        mainly_for="Newly qualified social workers",
        sessions_a_year=5,
    )
    course = CourseFactory(organisation=council, subscription=mrc, counts_in_asye=True)
    text = text_of(browser.get(course.get_absolute_url()))
    assert "Aims: critical analysis; reflection." in text
    assert "5 in-house sessions a year, mainly for newly qualified social workers." in text
    row = text_of(browser.get(CATALOGUE))
    assert "<small>MRC</small>" in row
    assert "<small>Counts in the ASYE</small>" in row


def test_external_course_is_asked_for(browser, council):
    course = CourseFactory(organisation=council, is_external=True, provider="a university")
    text = text_of(browser.get(course.get_absolute_url()))
    assert f'href="/training/requests/new/?course={course.pk}"' in text
    assert "This is taught outside, by a university." in text
    assert "How to take part</h2>" in text


def test_request_for_an_external_course_begins_with_what_the_offer_says(browser, council):
    course = CourseFactory(organisation=council, title="Law module", is_external=True, provider="a university")
    CourseCost.objects.create(course=course, pounds="1450.00")
    form = browser.get(f"/training/requests/new/?course={course.pk}", follow=True)
    assert form.redirect_chain[0][0].endswith(f"/?course={course.pk}")
    assert {name: form.context["form"][name].value() for name in ("title", "provider", "cost_fee")} == {
        "title": "Law module",
        "provider": "a university",
        "cost_fee": Decimal("1450.00"),
    }


@pytest.mark.parametrize("key", ["x", "²", "999999", "9" * 30, "inside"])
def test_request_begins_empty_where_no_external_course_is_named(browser, council, key):
    inside = CourseFactory(organisation=council)
    form = browser.get("/training/requests/new/", {"course": inside.pk if key == "inside" else key}, follow=True)
    assert form.context["form"]["title"].value() is None


def test_withdrawn_course_stays_readable_and_cannot_be_asked_for(browser, council):
    course = CourseFactory(organisation=council, is_external=True, withdrawn_on=date(2026, 11, 1))
    text = text_of(browser.get(course.get_absolute_url()))
    assert "This has not been offered since 1 November 2026." in text
    assert "Ask for it</a>" not in text


def test_course_that_ends_later_can_still_be_asked_for(browser, council):
    course = CourseFactory(organisation=council, is_external=True, withdrawn_on=date(2026, 12, 31))
    text = text_of(browser.get(course.get_absolute_url()))
    assert "This has not been offered since" not in text
    assert "Ask for it</a>" in text


def test_course_that_is_not_for_her_says_whom_it_is_for(browser, council):
    course = CourseFactory(organisation=council)
    CourseAudience.objects.create(course=course, organisation=council, who="providers")
    text = text_of(browser.get(course.get_absolute_url()))
    assert "You are not among them. Ask the academy if that should change." in text
    assert "It is meant for you." not in text


def test_workbook_leads_to_her_record(browser, council):
    course = CourseFactory(organisation=council, kind=OfferKind.WORKBOOK, url="https://hub.example/workbook")
    text = text_of(browser.get(course.get_absolute_url()))
    assert "A finished workbook is learning." in text
    assert 'href="https://hub.example/workbook"' in text
    assert "Next dates" not in text


def test_course_of_elsewhere_is_answered_as_one_that_is_not_there(browser):
    elsewhere = browser.get(CourseFactory(title="Secret of elsewhere").get_absolute_url())
    nowhere = browser.get("/training/courses/999999/")
    assert (elsewhere.status_code, nowhere.status_code) == (404, 404)
    assert "Secret of elsewhere" not in text_of(elsewhere)


def test_library_shows_shelves_and_platforms(browser, council):
    platform = PlatformFactory(organisation=council, name="SCILS", about="An information hub.")
    CourseFactory(organisation=council, kind=OfferKind.WORKBOOK, title="Workbooks of the hub", platform=platform)
    text = text_of(browser.get("/training/library/"))
    assert "Workbooks of the hub</a>" in text
    assert "<strong>SCILS</strong><br>An information hub." in text
    assert "For staff." in text


def test_provider_finds_platforms_open_to_providers_only(council):
    PlatformFactory(organisation=council, name="EVOLVE")
    PlatformFactory(organisation=council, name="MeLearning", open_to="providers")
    client = client_of(member_of(council, kind=MembershipKind.PROVIDER))
    text = text_of(client.get("/training/library/"))
    assert ("MeLearning" in text, "EVOLVE" in text) == (True, False)


def test_menu_leads_to_training(browser):
    assert '<a class="govuk-service-navigation__link" href="/training/"' in text_of(browser.get("/people/"))


@pytest.mark.parametrize("address", [CATALOGUE, "/training/library/"])
def test_visitor_is_asked_to_sign_in(client, db, address):
    answer = client.get(address)
    assert answer["Location"].startswith("/accounts/login/")


def test_public_page_shows_the_offer_without_places_and_people(client, council):
    course = CourseFactory(organisation=council, title="Law", summary="A day about law.")
    TrainingEventFactory(course=course, place="Civic Centre, room 4", tutor="Grace Tutor")
    CourseFactory(organisation=council, title="Inside only", is_public=False)
    page = client.get("/o/bexley/offer/")
    text = text_of(page)
    for words in (
        "Law<small>A day about law.</small>",
        "8 Dec 2026",
        '<span class="app-header__service">Academy of Bexley</span>',
    ):
        assert words in text
    for words in ("Civic Centre", "Grace Tutor", "Inside only", "/training/"):
        assert words not in text


def test_public_page_is_linked_from_the_academys(client, council):
    assert 'href="/o/bexley/offer/"' in text_of(client.get("/o/bexley/"))


def test_public_page_of_an_organisation_without_an_academy_is_not_there(client, db):
    OrganisationFactory(slug="nowhere", academy_name="")
    assert client.get("/o/nowhere/offer/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_public_page_needs_the_same_queries_whatever_is_offered(client, council, number, django_assert_num_queries):
    for _ in range(number):
        TrainingEventFactory(course__organisation=council)
    client.get("/o/bexley/offer/")
    with django_assert_num_queries(4):
        assert text_of(client.get("/o/bexley/offer/")).count("8 Dec 2026") == number
