import csv
import io
import json
from datetime import timedelta

import pytest
from django.urls import reverse

from academy.people.models import Post, Terms
from tests.factories.development import EntryFactory, kept_by
from tests.factories.identity import TODAY, UserFactory

PAGES = ["take-out", "take-out-csv", "take-out-json"]


def at(name):
    return reverse(f"development:{name}")


def content(response):
    return b"".join(response.streaming_content).decode()


def gone(person):
    """Everything that bound her to the organisation ended yesterday."""
    yesterday = TODAY - timedelta(days=1)
    Terms.objects.filter(post__person=person).update(until_on=yesterday)
    Post.objects.filter(person=person).update(until_on=yesterday)


def test_csv_holds_own_entries_and_nobody_elses(browser, council):
    entry = kept_by(council.author)
    kept_by(council.colleague)
    response = browser.get(at("take-out-csv"))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="cpd-record-2026-11-17.csv"'
    assert response["Cache-Control"] == "private, no-store"
    rows = list(csv.DictReader(io.StringIO(content(response)[1:], newline="")))
    assert [row["id"] for row in rows] == [str(entry.token)]


def test_json_holds_own_entries_with_the_name(browser, council):
    entry = kept_by(council.author)
    kept_by(council.colleague)
    response = browser.get(at("take-out-json"))
    assert response["Content-Type"] == "application/json"
    found = json.loads(content(response))
    assert (found["name"], [each["id"] for each in found["entries"]]) == (
        council.author.full_name,
        [str(entry.token)],
    )


def test_my_year_and_the_footer_lead_to_taking_out(browser):
    page = browser.get(reverse("development:year")).content.decode()
    assert page.count(f'href="{at("take-out")}"') == 2


def test_record_of_somebody_who_has_left_stays_hers(council):
    entry = kept_by(council.author)
    gone(council.author)
    browser = council.client(council.author)
    assert browser.get(reverse("development:year")).status_code == 403
    page = browser.get(at("take-out")).content.decode()
    assert f'href="{at("take-out-csv")}"' in page
    assert str(entry.token) in content(browser.get(at("take-out-csv")))
    assert str(entry.token) in content(browser.get(at("take-out-json")))


@pytest.mark.parametrize("name", PAGES)
def test_account_without_a_record_has_nothing_to_take(client, council, name):
    client.force_login(UserFactory(person=None))
    assert client.get(at(name)).status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_nobody_takes_anything_without_signing_in(client, council, name):
    assert client.get(at(name)).url == f"/accounts/login/?next={at(name)}"


@pytest.mark.parametrize("number", [1, 3])
def test_taking_out_costs_the_same_queries_for_any_number(browser, council, number, django_assert_num_queries):
    EntryFactory.create_batch(number, author=council.author, organisation=council.organisation)
    content(browser.get(at("take-out-csv")))
    with django_assert_num_queries(11):
        assert content(browser.get(at("take-out-csv"))).count("A visit.") == number
