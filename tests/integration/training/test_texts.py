"""Published texts: everybody reads them with their versions; the lead publishes the next."""

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from academy.people.choices import RoleCode
from academy.training.choices import TextKind
from academy.training.models import PublishedText
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, AcademyPageFactory, holder_of
from tests.factories.training import PublishedTextFactory
from tests.integration.training.windows import own_queries, shown, window_of

pytestmark = pytest.mark.django_db
# Queries of a page beyond those every page asks.
LIST = 1


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    return AcademyPageFactory().organisation


@pytest.fixture
def lead(council):
    return window_of(holder_of(RoleCode.ACADEMY_LEAD, council))


def at(name, *args):
    return reverse(f"training_settings:{name}", args=args)


def answers(**changed):
    words = {"kind": "offer", "title": "What we offer", "owner": "The academy", "text": "Five days a year."}
    return words | {"valid_from": "16 November 2026"} | changed


def test_text_is_read_without_signing_in_with_its_versions_and_the_other_side(council):
    before = PublishedTextFactory(organisation=council, key="offer", text="As it was.")
    now = PublishedTextFactory(organisation=council, key="offer", code="2026", valid_from=TODAY, text="As it is.")
    PublishedTextFactory(organisation=council, title="What we expect", kind=TextKind.EXPECTATION)

    page, earlier = shown(Client().get(now.get_absolute_url())), shown(Client().get(before.get_absolute_url()))

    assert ("As it is." in page, "From 1 April 2021" in page, "What we expect" in page) == (True, True, True)
    assert ("As it was." in earlier, "This is an earlier version." in earlier) == (True, True)
    assert "This is an earlier version." not in page


@pytest.mark.parametrize("changed", [{"valid_from": date(2027, 1, 1)}, {"withdrawn_on": TODAY}])
def test_text_that_has_not_begun_or_was_taken_back_is_not_found(council, changed):
    text = PublishedTextFactory(organisation=council, **changed)
    assert Client().get(text.get_absolute_url()).status_code == 404


def test_lead_publishes_a_text_and_its_next_version(council, lead):
    page = shown(lead.post(at("publish-text"), answers(), follow=True))
    first = PublishedText.objects.get()
    assert ("The text is published from that day on." in page, "Since 16 November 2026" in page) == (True, True)

    form = shown(lead.get(at("publish-version", first.pk)))
    assert "Five days a year." in form
    given = answers(text="Six days a year.", valid_from="1 January 2027")
    page = shown(lead.post(at("publish-version", first.pk), given, follow=True))
    assert ("Begins on 1 January 2027" in page, PublishedText.objects.filter(key=first.key).count()) == (True, 2)
    assert "Six days" not in shown(Client().get(first.get_absolute_url()))


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("text", "", "Write an answer to “Text”."),
        ("text", "x" * 5001, "Use at most 5,000 characters. You have 5001."),
        ("owner", "", "Write an answer to “Which office answers for it?”."),
        ("valid_from", "31 June 2026", "There is no 31 June 2026."),
        ("valid_from", "1 April 2021", "The last version begins on 1 April 2021. Give a later first day."),
    ],
)
def test_bad_answer_is_said_next_to_its_field_and_nothing_is_lost(council, lead, field, value, sentence):
    text = PublishedTextFactory(organisation=council)
    response = lead.post(at("publish-version", text.pk), answers(title="Our offer", **{field: value}))
    page = shown(response)
    assert (response.status_code, sentence in page, f'id="id_{field}_error' in page) == (422, True, True)
    assert ("Our offer" in page, PublishedText.objects.count()) == (True, 1)


def test_academy_staff_see_the_list_and_publish_nothing(council):
    staff = window_of(holder_of(RoleCode.ACADEMY_STAFF, council))
    text = PublishedTextFactory(organisation=council)
    page = shown(staff.get(at("texts")))
    assert ("What we offer" in page, "New version" in page) == (True, False)
    assert staff.get(at("publish-version", text.pk)).status_code == 403
    assert staff.get(at("publish-version", PublishedTextFactory().pk)).status_code == 404


def test_empty_list_says_who_publishes(lead):
    assert "Nothing is published yet." in shown(lead.get(at("texts")))


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_database_as_often_however_many_there_are(council, lead, number):
    for _ in range(number):
        PublishedTextFactory(organisation=council)
    lead.get(at("texts"))

    assert own_queries(lead, at("texts")) == LIST


def test_texts_of_others_are_not_listed(lead):
    PublishedTextFactory(organisation=OrganisationFactory(), title="Elsewhere")
    assert "Elsewhere" not in shown(lead.get(at("texts")))
