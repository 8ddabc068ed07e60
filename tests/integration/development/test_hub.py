from django.urls import reverse

from tests.factories.identity import UserFactory


def test_everybody_who_belongs_finds_her_development_in_the_menu(council, browser):
    page = browser.get(reverse("development:hub")).content.decode()
    assert page.count(">My development</h1>") == 1
    assert f'href="{reverse("development:year")}">My year</a></h2>' in page
    assert 'aria-current="page"' in page


def test_somebody_without_a_record_has_no_development_page(client, db):
    client.force_login(UserFactory(person=None))
    assert client.get(reverse("development:hub")).status_code == 403
