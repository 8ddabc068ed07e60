"""The ladders everybody may read: without signing in, in force, and only where the employer shows them."""

from datetime import date

import pytest
from django.test import Client

from tests.factories.pathways import LadderVersionFactory
from tests.integration.pathways.conftest import Council
from tests.integration.training.windows import shown

QUERIES = 2


@pytest.fixture
def address(council: Council) -> str:
    council.organisation.academy_name = "Academy of the council"
    council.organisation.save()
    return f"/o/{council.organisation.slug}/pathways/"


def test_visitor_reads_the_ladders_of_an_organisation(council: Council, address: str):
    page = shown(Client().get(address))
    assert f'href="{address}adults/"' in page
    assert ">Career progression in adults&#x27; services</h2>" in page
    others = [shown(Client().get(f"/o/{council.organisation.slug}/{to}")) for to in ("", "offer/")]
    assert [f'href="{address}"' in each for each in others] == [True, True]


def test_visitor_reads_the_map_the_steps_and_what_each_pathway_asks(council: Council, address: str):
    page = shown(Client().get(f"{address}adults/"))
    assert page.count('role="img"') == 2
    assert "you are here" not in page
    for words in ("Enables others to learn.", "BG11 Experienced to BG12 Advanced", "At least 2 kept entries"):
        assert words in page, words
    assert 'href="#pathway-mca-bia"' in page


def test_ladder_that_is_not_public_is_not_found(council: Council, address: str):
    LadderVersionFactory(organisation=council.organisation, ladder="hidden", is_public=False)
    LadderVersionFactory(
        organisation=council.organisation, ladder="adults", is_public=False, valid_from=date(2026, 6, 1)
    )
    assert [Client().get(f"{address}{ladder}/").status_code for ladder in ("hidden", "adults", "any")] == [404] * 3
    assert "Nothing is published yet." in shown(Client().get(address))


def test_organisation_without_an_academy_shows_nothing(council: Council):
    council.organisation.academy_name = ""
    council.organisation.save()
    slug = council.organisation.slug
    assert [Client().get(f"/o/{slug}/pathways/{ladder}").status_code for ladder in ("", "adults/")] == [404, 404]


@pytest.mark.parametrize("number", [1, 3])
def test_public_pages_ask_the_database_as_often_whatever_there_is(
    council: Council, address: str, number: int, django_assert_num_queries
):
    for place in range(number):
        LadderVersionFactory(organisation=council.organisation, ladder=f"more-{place}")
    for page in (address, f"{address}adults/"):
        with django_assert_num_queries(QUERIES):
            assert Client().get(page).status_code == 200
