"""Sharing a portfolio: its owner says who reads what until when, sees who read it, and ends it."""

import pytest
from django.urls import reverse

from academy.engines.audit.commands import record_read
from portfolios.models import Portfolio, PortfolioShare
from portfolios.services.shares import Letting, share
from tests.factories.contents import content, snapshot_of
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor
from tests.factories.portfolios import PortfolioTemplateFactory, portfolio_in
from tests.integration.portfolios.conftest import Council


@pytest.fixture
def portfolio(council: Council) -> Portfolio:
    template = PortfolioTemplateFactory(organisation=council.organisation)
    return portfolio_in("gathering", person=council.author, organisation=council.organisation, template=template)


def sent(council: Council, **changed):
    day = {"until_on_day": "31", "until_on_month": "12", "until_on_year": "2026"}
    return {"person": str(council.colleague.pk), "what": "portfolio", "note": "Is it clear?", **day, **changed}


def test_owner_shares_sees_who_read_it_and_ends_it(council, portfolio):
    owner, reader = council.client(council.author), council.client(council.colleague)
    share_url = reverse("portfolios:share", args=[portfolio.pk])
    form = owner.get(f"{share_url}?q={council.colleague.family_name}").content.decode()
    assert ("The portfolio as it stands" in form, "Version" in form) == (True, False)
    response = owner.post(f"{share_url}?q={council.colleague.family_name}", sent(council))
    assert (response.status_code, response["Location"]) == (302, reverse("portfolios:readers", args=[portfolio.pk]))
    listed = reader.get("/portfolio/shared/").content.decode()
    assert [words in listed for words in (portfolio.title, "Not opened yet", "“Is it clear?”")] == [True] * 3
    record_read(portfolio, about=council.author.pk, by=as_actor(council.colleague), at=NOW)
    readers = owner.get(response["Location"]).content.decode()
    assert "until" not in readers[: readers.index("31 December 2026")].split("<tbody>")[-1]
    assert f"{council.colleague.full_name}: The portfolio, on 17 November 2026 at 09:30" in readers
    assert "Not opened yet" not in reader.get("/portfolio/shared/").content.decode()
    made = PortfolioShare.objects.get()
    end_url = reverse("portfolios:end-share", args=[portfolio.pk, made.pk])
    assert reader.post(end_url).status_code == 403
    assert owner.post(end_url).status_code == 302
    assert "Nobody but you." in owner.get(response["Location"]).content.decode()
    assert "Nobody shares a portfolio with you now." in reader.get("/portfolio/shared/").content.decode()
    assert reader.get(portfolio.get_absolute_url()).status_code == 404


def test_one_version_is_shared_and_nothing_else_opens(council, portfolio):
    snapshot = snapshot_of(content(pieces=1), portfolio)
    url = reverse("portfolios:share", args=[portfolio.pk]) + f"?q={council.colleague.family_name}"
    council.client(council.author).post(url, sent(council, what=str(snapshot.pk)))
    reader = council.client(council.colleague)
    later = snapshot_of(content(), portfolio, number=2)
    answers = [reader.get(each.get_absolute_url()).status_code for each in (snapshot, later, portfolio)]
    assert answers == [200, 404, 404]


def test_wrong_day_is_said_beside_its_field_and_nothing_is_lost(council, portfolio):
    url = reverse("portfolios:share", args=[portfolio.pk]) + f"?q={council.colleague.family_name}"
    response = council.client(council.author).post(url, sent(council, until_on_year="2025"))
    said = response.content.decode()
    assert response.status_code == 422
    assert ("Choose a day from today up to 18 November 2027." in said, "Is it clear?" in said) == (True, True)


def test_readers_are_for_the_owner_alone(council, portfolio):
    letting = Letting(person=council.colleague, until_on=TODAY)
    share(portfolio=portfolio, letting=letting, by=as_actor(council.author), at=NOW)
    url = reverse("portfolios:readers", args=[portfolio.pk])
    people = (council.author, council.colleague, council.manager)
    assert [council.client(each).get(url).status_code for each in people] == [200, 403, 404]


def test_what_is_shared_waits_on_the_worklist(council, portfolio):
    letting = Letting(person=council.colleague, until_on=TODAY)
    share(portfolio=portfolio, letting=letting, by=as_actor(council.author), at=NOW)
    said = council.client(council.colleague).get("/").content.decode()
    assert f"Read “{portfolio.title}”" in said


def test_readers_page_costs_as_many_queries_for_three_as_for_one(council, portfolio, django_assert_num_queries):
    client, url = council.client(council.author), reverse("portfolios:readers", args=[portfolio.pk])
    for person in (council.colleague, council.manager, council.deputy):
        share(
            portfolio=portfolio,
            letting=Letting(person=person, until_on=TODAY),
            by=as_actor(council.author),
            at=NOW,
        )
        record_read(portfolio, about=council.author.pk, by=as_actor(person), at=NOW)
        if person == council.manager:
            continue
        client.get(url)
        with django_assert_num_queries(12):
            client.get(url)
