"""The standards a portfolio is held against: those in force when it was opened, as its content keeps them."""

from datetime import date

import pytest

from academy.frameworks.selectors.choices import statement_by_key
from portfolios.selectors.content import content_of
from portfolios.selectors.coverage import coverage_in, editions_asked
from tests.factories.frameworks import loaded, version_data
from tests.factories.portfolios import TEMPLATE, ItemFactory, PortfolioFactory, SectionFactory, cited_item

pytestmark = pytest.mark.django_db
MAPPED = {**TEMPLATE, "frameworks": [{"code": "sample"}, {"code": "unheard"}]}


@pytest.fixture
def portfolio(council):
    loaded(
        version_data("2020", valid_to=date(2026, 12, 31)),
        version_data("2027", valid_from=date(2027, 1, 1)),
    )
    type(council.template).objects.update(content=MAPPED)
    council.template.refresh_from_db()
    return PortfolioFactory(person=council.author, organisation=council.organisation, template=council.template)


def statement(code, edition="2020"):
    return statement_by_key(f"sample/{edition}/{code}")


def test_edition_of_the_day_it_was_opened_is_asked(portfolio):
    assert [each.key for each in editions_asked(portfolio)] == ["sample/2020"]
    assert [(each.code, each.is_asked) for each in content_of(portfolio).editions[1:]] == [("sample/2020", True)]


def test_pieces_stand_beside_the_statements_they_speak_to_and_others_apart(portfolio):
    section = SectionFactory(portfolio=portfolio)
    item = ItemFactory(section=section)
    item.evidence.statements.set([statement("A.1"), statement("A.1", "2027")])

    found = coverage_in(content_of(portfolio))

    [matrix] = found.matrices
    assert [(row.statement.key, row.statement.title, sorted(row.numbers)) for row in matrix.rows] == [
        ("sample/2020/A.1", "Listens", [1]),
        ("sample/2020/A.2", "Explains", []),
    ]
    assert [spoken.key for spoken, _ in found.others] == ["sample/2027/A.1"]


def test_template_without_frameworks_is_held_against_none(council):
    portfolio = PortfolioFactory(person=council.author, organisation=council.organisation, template=council.template)

    assert (editions_asked(portfolio), coverage_in(content_of(portfolio)).matrices) == ([], ())


@pytest.mark.parametrize("number", [1, 3])
def test_many_pieces_take_as_many_queries_as_one(portfolio, number, django_assert_num_queries):
    section = SectionFactory(portfolio=portfolio)
    for _ in range(number):
        ItemFactory(section=section).evidence.statements.set([statement("A.1")])
        cited_item(section)
    content = content_of(portfolio)

    with django_assert_num_queries(3):
        found = coverage_in(content)
    assert len(found.pieces) == 2 * number
