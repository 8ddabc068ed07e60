"""Portfolios with a day: what waits, what is coming, what a manager sees, and of what facts tell."""

from datetime import date, timedelta

import pytest

from academy.engines.columns.columns import declared as columns
from academy.engines.facts.providers import facts_of
from portfolios.diary.portfolios import _days
from portfolios.selectors.portfolio_facts import portfolio_facts
from portfolios.worklist.portfolios import _due
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.people import as_actor
from tests.factories.portfolios import PortfolioTemplateFactory, portfolio_in

pytestmark = pytest.mark.django_db
SOON, LATER, PAST = TODAY + timedelta(days=14), TODAY + timedelta(days=15), TODAY - timedelta(days=1)


def made(council, state="gathering", **said):
    its = {"person": council.author, "organisation": council.organisation, "template": council.template}
    return portfolio_in(state, **{**its, **said})


def nobody():
    return as_actor(PersonFactory()).__class__.system("tests", on=TODAY)


def test_own_are_on_the_worklist_two_weeks_before_their_day_and_after_it(council):
    for due_on in (LATER, SOON, PAST, None):
        made(council, due_on=due_on, title=f"Due {due_on}")
    made(council, "submitted", due_on=SOON)
    made(council, "endorsed", due_on=SOON)
    made(council, due_on=SOON, person=council.colleague)

    assert [(item.what, item.due_on) for item in _due(council.by, TODAY)] == [
        (f"Make “Due {PAST}” ready", PAST),
        (f"Make “Due {SOON}” ready", SOON),
    ]
    assert _due(nobody(), TODAY) == []


def test_days_ahead_are_those_under_way(council):
    made(council, due_on=SOON, title="Towards June")
    made(council, due_on=PAST)
    made(council, "submitted", due_on=SOON)

    assert [(day.on, day.what) for day in _days(council.by, LATER)] == [(SOON, "“Towards June” is to be handed in")]
    assert _days(nobody(), LATER) == []


def test_manager_sees_state_and_day_and_nothing_else(council):
    made(council, "submitted", due_on=PAST, title="Zqfirst")
    made(council, due_on=LATER, title="Zqsecond")
    made(council, "signing", signer=council.manager, due_on=SOON, title="Zqthird")
    made(council, "withdrawn")
    made(council, "submitted", person=council.colleague, due_on=SOON)
    column = next(each for each in columns() if each.key == "portfolios.portfolio")

    cells = column.read(council.managing, [council.author.pk, council.colleague.pk, council.manager.pk])

    assert {pk: (str(cell.state.word), cell.due_on, cell.says, cell.url) for pk, cell in cells.items()} == {
        council.author.pk: ("Being signed", SOON, "", ""),
        council.colleague.pk: ("Handed in", None, "", ""),
    }


@pytest.mark.parametrize("number", [1, 3])
def test_column_takes_one_query(council, number, django_assert_num_queries):
    people = [made(council, person=PersonFactory()).person_id for _ in range(number)]
    actor = council.managing
    column = next(each for each in columns() if each.key == "portfolios.portfolio")

    with django_assert_num_queries(1):
        assert sorted(column.read(actor, people)) == sorted(people)


def test_fact_tells_the_purpose_and_who_signed_last(council):
    other = PortfolioTemplateFactory(organisation=council.organisation, purpose="impact", template="impact")
    made(council, "endorsed")
    made(council, "submitted", template=other)
    made(council, "signing", signer=council.manager)

    found = facts_of([council.author.pk], on=TODAY, keys=["portfolios.portfolio"])[council.author.pk]
    only = list(portfolio_facts([council.author.pk], on=TODAY, keys=["portfolios.portfolio:impact"]))

    assert [(fact.key, fact.on, fact.by_relation) for fact in found] == [
        ("portfolios.portfolio:progression", TODAY, "line_manager"),
        ("portfolios.portfolio:impact", TODAY, "line_manager"),
    ]
    assert [fact.key for fact in only] == ["portfolios.portfolio:impact"]
    assert list(portfolio_facts([council.author.pk], on=date(2026, 11, 1), keys=["portfolios.portfolio"])) == []
