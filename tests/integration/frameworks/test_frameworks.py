from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from academy.engines.access import actors
from academy.engines.access.actors import Standing
from academy.engines.audit.models import Event
from academy.frameworks.models import Framework, Level, Statement
from academy.identity.actor import HeldRole
from tests.factories.frameworks import loaded, shipped, version_data
from tests.factories.identity import OrganisationFactory, UserFactory

BUTTON = "Confirm the wording"


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(datetime(2026, 11, 17, 10, 34, tzinfo=UTC), tick=False):
        yield


@pytest.fixture(autouse=True)
def _standing(monkeypatch):
    """Nobody holds a role but those a test names."""
    monkeypatch.setattr(actors, "_source", [lambda person_id, on: ROLES.get(person_id, Standing())])
    ROLES.clear()


ROLES: dict[int, Standing] = {}


def browser(*roles):
    user = UserFactory()
    organisation = OrganisationFactory()
    held = tuple(HeldRole(role, organisation_id=organisation.pk) for role in roles)
    ROLES[user.person_id] = Standing(roles=held, reaches=(organisation.pk,))
    client = Client()
    client.force_login(user)
    return client


def html(client, url, status=200):
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.django_db
class TestList:
    def test_list_shows_versions_with_standing_to_anybody_signed_in(self):
        shipped("pcf")
        page = html(browser(), "/frameworks/")
        assert page.count('href="/frameworks/pcf/2018/"') == 1
        assert page.count("Refreshed edition, 2018") == 1
        assert "from 1 May 2012 to 10 June 2018" in page

    def test_list_without_sign_in_leads_to_sign_in(self):
        response = Client().get("/frameworks/")
        assert (response.status_code, response["Location"]) == (302, "/accounts/login/?next=/frameworks/")

    def test_search_leads_to_the_statement(self):
        shipped("pcf")
        page = html(browser(), "/frameworks/?q=reflection")
        assert page.count('href="/frameworks/pcf/2018/#statement-6"') == 1
        assert "1 statement in force says “reflection”." in page

    def test_search_escapes_what_was_typed(self):
        page = html(browser(), "/frameworks/?q=<script>abc")
        assert "<script>abc" not in page
        assert "No statement in force says “&lt;script&gt;abc”." in page

    def test_search_by_too_few_letters_says_so(self):
        assert "Type at least three letters." in html(browser(), "/frameworks/?q=ab")


@pytest.mark.django_db
class TestVersion:
    def test_pcf_page_shows_picture_in_words_drawing_domains_and_levels(self):
        """S4-34: the diagram as accessible content with a text alternative."""
        shipped("pcf")
        page = html(browser(), "/frameworks/pcf/2018/")
        assert page.count("The picture is a fan of nine coloured segments") == 1
        assert page.count('<svg class="app-map app-map--wide"') == 1
        assert page.count('<svg class="app-map app-map--tall"') == 1
        assert (
            "Purpose: 2 Values and ethics; 3 Diversity and equality; 4 Rights, justice and economic wellbeing." in page
        )
        assert page.count('<div id="statement-') == 9
        assert page.count(">6 Critical reflection and analysis\n") == 1
        assert '<th scope="col">Statements</th>' not in page
        assert page.count('<tr id="level-') == 9
        assert page.count('<td data-label="Qualifying">before</td>') == 4

    def test_page_names_its_successor(self):
        shipped("child-family-pqs", "child-family-early-career")
        page = html(browser(), "/frameworks/child-family-pqs/2018/")
        assert "Holds from 18 May 2018 to 31 March 2027." in page
        assert page.count('href="/frameworks/child-family-early-career/2027/"') == 1

    def test_page_without_groups_has_no_drawing(self):
        loaded()
        assert '<svg class="app-map' not in html(browser(), "/frameworks/sample/2020/")

    def test_framework_without_version_leads_to_the_one_in_force(self):
        shipped("pcf")
        response = browser().get("/frameworks/pcf/")
        assert (response.status_code, response["Location"]) == (302, "/frameworks/pcf/2018/")

    def test_framework_without_any_version_is_not_found(self):
        Framework.objects.create(code="bare", name="Bare bones")
        assert "Bare bones" not in html(browser(), "/frameworks/bare/", status=404)

    @pytest.mark.parametrize(
        "url", ["/frameworks/pcf/1999/", "/frameworks/unheard-of/", "/frameworks/unheard-of/2018/"]
    )
    def test_page_of_what_is_not_there_is_not_found(self, url):
        shipped("pcf")
        assert "Values and ethics" not in html(browser(), url, status=404)


@pytest.mark.django_db
class TestConfirming:
    def test_button_is_shown_to_a_lead_only(self):
        loaded()
        lead, colleague = browser("academy_lead"), browser("line_manager")
        assert html(lead, "/frameworks/sample/2020/").count(BUTTON) == 2
        page = html(colleague, "/frameworks/sample/2020/")
        assert page.count(BUTTON) == 0
        assert page.count("has not been compared with the official document yet.") == 2

    def test_lead_confirms_a_statement_and_comes_back_to_it(self):
        loaded()
        lead, statement = browser("academy_lead"), Statement.objects.get(code="A.2")
        response = lead.post(f"/frameworks/confirm/statement/{statement.pk}/")
        assert (response.status_code, response["Location"]) == (302, "/frameworks/sample/2020/#statement-A.2")
        statement.refresh_from_db()
        assert statement.is_unconfirmed is False
        assert html(lead, "/frameworks/sample/2020/").count(BUTTON) == 1

    def test_lead_confirms_the_dates_of_a_version(self):
        version = loaded(version_data(confirm_dates=True)).versions.get()
        lead = browser("academy_lead")
        assert html(lead, "/frameworks/sample/2020/").count("Confirm the dates") == 1
        lead.post(f"/frameworks/confirm/version/{version.pk}/")
        assert html(lead, "/frameworks/sample/2020/").count("Confirm the dates") == 0

    def test_second_confirmation_is_told_as_a_sentence(self):
        loaded()
        lead, level = browser("academy_lead"), Level.objects.get()
        for _ in range(2):
            response = lead.post(f"/frameworks/confirm/level/{level.pk}/", follow=True)
        assert response.content.decode().count("This wording is confirmed already.") == 1
        assert Event.objects.filter(act="frameworks.statement.confirm").count() == 1

    def test_somebody_else_may_not_confirm(self):
        loaded()
        statement = Statement.objects.get(code="A.2")
        assert browser("line_manager").post(f"/frameworks/confirm/statement/{statement.pk}/").status_code == 403
        statement.refresh_from_db()
        assert statement.is_unconfirmed is True

    @pytest.mark.parametrize("url", ["/frameworks/confirm/person/1/", "/frameworks/confirm/statement/999999/"])
    def test_confirming_what_is_not_there_is_not_found(self, url):
        assert browser("academy_lead").post(url).status_code == 404
