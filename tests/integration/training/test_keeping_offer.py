"""The academy's pages about focus themes, needs, platforms and subscriptions."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from academy.people.choices import RoleCode
from academy.training.choices import EventState
from academy.training.models import FocusTheme, Need, Platform, Subscription
from tests.factories.events import event_of
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, PartnershipMemberFactory, holder_of, staff_of
from tests.factories.training import CourseFactory, PlatformFactory
from tests.integration.training.windows import own_queries, shown, window_of

pytestmark = pytest.mark.django_db
# Queries of a page beyond those every page asks.
THEMES, PLATFORMS = 2, 3
JANUARY = date(2027, 1, 1)


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    return OrganisationFactory(name="Bristol City Council")


@pytest.fixture
def academy(council):
    return window_of(holder_of(RoleCode.ACADEMY_STAFF, council))


def at(name, *args):
    return reverse(f"training_settings:{name}", args=args)


def subscription_of(organisation, number=1):
    return Subscription.objects.create(
        organisation=organisation, code=f"mrc-{number}", name="Research", short_name="MRC", sessions_a_year=5
    )


def theme_of(organisation, number=1):
    return FocusTheme.objects.create(organisation=organisation, code=f"t-{number}", title="Strengths", from_on=TODAY)


def need_of(organisation, number=1):
    return Need.objects.create(organisation=organisation, code=f"n-{number}", text="Dementia", source="service")


def test_theme_is_added_changed_and_ended(academy):
    said = {"title": "Safeguarding adults", "from_on": "1 December 2026"}
    page = shown(academy.post(at("add-theme"), said, follow=True))
    theme = FocusTheme.objects.get()
    assert ("Safeguarding adults" in page, "1 December 2026" in page, "Goes on" in page) == (True, True, True)

    academy.post(at("change-theme", theme.pk), said | {"title": "Safeguarding everybody"})
    page = shown(academy.post(at("end-theme", theme.pk), {"last_day": "1 January 2027"}, follow=True))
    theme.refresh_from_db()
    assert (theme.title, theme.until_on, "1 January 2027" in page) == ("Safeguarding everybody", JANUARY, True)


def test_need_is_added_at_an_employer_changed_and_withdrawn(council, academy):
    partner = PartnershipMemberFactory(partnership=council, member__name="Zenith Care").member
    said = {"text": "Legal literacy", "source": "skills_audit", "found_on": "2 March 2026", "agency": str(partner.pk)}
    page = shown(academy.post(at("add-need"), said, follow=True))
    need = Need.objects.get()
    assert ("Legal literacy" in page, "Skills audit" in page, need.agency) == (True, True, partner)

    PartnershipMemberFactory._meta.model.objects.all().delete()
    assert "Zenith Care" in shown(academy.get(at("change-need", need.pk)))
    academy.post(at("change-need", need.pk), said | {"agency": "", "found_on": ""})
    page = shown(academy.post(at("withdraw-need", need.pk), {"from_on": "1 January 2027"}, follow=True))
    need.refresh_from_db()
    assert (need.agency, need.found_on, "Withdrawn from 1 January 2027" in page) == (None, None, True)
    page = shown(academy.post(at("find-need-again", need.pk), follow=True))
    assert ("The need is shown again." in page, "Withdrawn from" in page) == (True, False)


def test_need_of_nobody_in_particular_is_shown_to_change_as_it_is(academy):
    academy.post(at("add-need"), {"text": "Legal literacy", "source": "law", "agency": ""})
    need = Need.objects.get()

    page = shown(academy.get(at("change-need", need.pk)))

    assert ("Legal literacy" in page, need.agency, page.count('value="law" checked')) == (True, None, 1)


def test_platform_is_added_changed_and_withdrawn(academy):
    said = {"name": "Learning Pool", "open_to": "providers", "url": "https://pool.example/"}
    page = shown(academy.post(at("add-platform"), said, follow=True))
    platform = Platform.objects.get()
    assert ("Learning Pool" in page, "Staff and providers" in page) == (True, True)

    assert 'value="https://pool.example/"' in shown(academy.get(at("change-platform", platform.pk)))
    academy.post(at("change-platform", platform.pk), said | {"open_to": "staff"})
    page = shown(academy.post(at("withdraw-platform", platform.pk), {"from_on": "1 January 2027"}, follow=True))
    platform.refresh_from_db()
    assert (platform.open_to, platform.withdrawn_on) == ("staff", JANUARY)
    assert "Withdrawn from 1 January 2027" in page
    page = shown(academy.post(at("offer-platform", platform.pk), follow=True))
    assert ("The platform is offered again." in page, "Withdrawn from" in page) == (True, False)


def test_subscription_that_was_withdrawn_is_held_again(council, academy):
    held = subscription_of(council)
    academy.post(at("withdraw-subscription", held.pk), {"from_on": "1 January 2027"})
    assert "Hold again" in shown(academy.get(at("platforms")))
    page = shown(academy.post(at("hold-subscription", held.pk), follow=True))
    assert ("The subscription is held again." in page, "Withdrawn from" in page) == (True, False)


def test_subscription_tells_how_many_of_its_sessions_are_held_and_planned(council, academy):
    said = {"name": "Making Research Count", "short_name": "MRC", "aims": "Spread\r\n\r\nShare", "sessions_a_year": "5"}
    page = shown(academy.post(at("add-subscription"), said, follow=True))
    held = Subscription.objects.get()
    assert (held.aims, "0 held and 0 planned of 5 a year: 5 left" in page) == (["Spread", "Share"], True)

    course = CourseFactory(organisation=council, subscription=held)
    for state in (EventState.HELD, EventState.OPEN, EventState.PLANNED):
        event_of(council, course=course, state=state)
    event_of(council, course=course, state=EventState.CANCELLED, cancelled_because="Ill")
    event_of(council, course=course, starts_on=JANUARY, ends_on=JANUARY)
    assert "1 held and 2 planned of 5 a year: 2 left" in shown(academy.get(at("platforms")))

    assert "Spread Share" in shown(academy.get(at("change-subscription", held.pk)))
    academy.post(at("change-subscription", held.pk), said | {"sessions_a_year": ""})
    assert "1 held and 2 planned this year" in shown(academy.get(at("platforms")))
    refused = academy.post(at("withdraw-subscription", held.pk), {"from_on": "1 January 2027"})
    assert (refused.status_code, "1 course is still offered with it." in shown(refused)) == (422, True)


@pytest.mark.parametrize(
    ("page", "given", "field", "sentence"),
    [
        ("add-theme", {"title": "Law", "from_on": "soon"}, "from_on", "Write the date with day, month and year"),
        (
            "add-theme",
            {"title": "Law", "from_on": "2 May 2027", "until_on": "1 May 2027"},
            "until_on",
            "The last day is before the first.",
        ),
        ("add-need", {"text": "Law", "source": "gossip"}, "source", "Choose one of the answers shown."),
        ("add-platform", {"name": "Law", "open_to": "staff", "url": "pool"}, "url", "Write the whole address"),
        (
            "add-subscription",
            {"name": "Law", "short_name": "L", "sessions_a_year": "many"},
            "sessions_a_year",
            "Write a whole number from 1 to 500.",
        ),
    ],
)
def test_bad_answer_is_said_next_to_its_field_and_nothing_is_lost(academy, page, given, field, sentence):
    response = academy.post(at(page), given)
    text = shown(response)
    assert (response.status_code, sentence in text, f'id="id_{field}_error' in text) == (422, True, True)
    assert 'value="Law"' in text


@pytest.mark.parametrize("number", [1, 3])
def test_lists_ask_the_database_as_often_however_many_there_are(council, academy, number):
    for each in range(number):
        theme_of(council, each)
        need_of(council, each)
        PlatformFactory(organisation=council)
        event_of(council, course__subscription=subscription_of(council, each))
    academy.get(at("themes"))

    assert own_queries(academy, at("themes")) == THEMES
    assert own_queries(academy, at("platforms")) == PLATFORMS


def test_empty_lists_say_what_to_do(academy):
    themes, platforms = shown(academy.get(at("themes"))), shown(academy.get(at("platforms")))
    assert ("Nothing is in focus." in themes, "No need is written down." in themes) == (True, True)
    assert ("No platform yet." in platforms, "No subscription yet." in platforms) == (True, True)


@pytest.mark.parametrize("name", ["themes", "add-theme", "add-need", "platforms", "add-platform", "add-subscription"])
def test_nobody_but_the_academy_keeps_them(council, name):
    assert window_of(staff_of(council)).get(at(name)).status_code == 403


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("change-theme", theme_of),
        ("end-theme", theme_of),
        ("change-need", need_of),
        ("withdraw-need", need_of),
        ("change-platform", lambda council: PlatformFactory(organisation=council)),
        ("withdraw-platform", lambda council: PlatformFactory(organisation=council)),
        ("change-subscription", subscription_of),
        ("withdraw-subscription", subscription_of),
    ],
)
def test_nobody_but_its_academy_keeps_one(council, academy, name, made):
    assert window_of(staff_of(council)).get(at(name, made(council).pk)).status_code == 403
    assert academy.get(at(name, made(OrganisationFactory()).pk)).status_code == 404
