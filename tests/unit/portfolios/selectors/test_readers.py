"""Who may read a portfolio, who has, and what somebody is let read."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import record_read
from portfolios.models import Portfolio
from portfolios.selectors.readers import readers_of, readings_of, shared_with
from portfolios.services.shares import Letting, end_share, share
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor, staff_of
from tests.factories.portfolios import SnapshotFactory, portfolio_in
from tests.unit.portfolios.conftest import Council

pytestmark = pytest.mark.django_db
UNTIL = TODAY + timedelta(days=30)


def portfolio_of(council: Council, state: str, **said) -> Portfolio:
    whose = {"person": council.author, "organisation": council.organisation, "template": council.template}
    return portfolio_in(state, **whose, **said)


def let(council: Council, portfolio: Portfolio, person, **said):
    letting = Letting(person=person, until_on=UNTIL, **said)
    return share(portfolio=portfolio, letting=letting, by=council.by, at=NOW)


def said_of(portfolio: Portfolio):
    return [(each.name, each.what, each.until_on) for each in readers_of(portfolio, on=TODAY)]


def test_readers_of_one_being_gathered_are_those_it_is_shared_with(council):
    portfolio = portfolio_of(council, "gathering")
    assert said_of(portfolio) == []
    made = let(council, portfolio, council.colleague)
    assert said_of(portfolio) == [(council.colleague.full_name, "The portfolio as it stands", UNTIL)]
    assert readers_of(portfolio, on=UNTIL + timedelta(days=1)) == []
    end_share(share=made, by=council.by, at=NOW)
    assert said_of(portfolio) == []


def test_readers_are_the_signer_then_the_manager_then_the_academy(council):
    signing = portfolio_of(council, "signing", signer=council.manager)
    endorsed = portfolio_of(council, "endorsed")
    submitted = portfolio_of(council, "submitted")
    SnapshotFactory(portfolio=submitted)
    manager = (council.manager.full_name, "The portfolio as it stands", None)
    academy = f"The academy and the Principal Social Worker of {council.organisation.name}"
    assert said_of(signing) == [manager]
    assert said_of(endorsed) == [manager]
    assert said_of(submitted) == [manager, (academy, "What you handed in", None)]


def test_readers_of_somebody_without_a_manager_are_none(council):
    alone = staff_of(council.organisation)
    endorsed = portfolio_in("endorsed", person=alone, organisation=council.organisation, template=council.template)
    assert said_of(endorsed) == []


def test_readers_of_a_withdrawn_portfolio_are_none(council):
    portfolio = portfolio_of(council, "withdrawn")
    SnapshotFactory(portfolio=portfolio)
    assert said_of(portfolio) == []


def test_readings_tell_who_opened_it_or_a_snapshot_the_latest_first(council):
    portfolio = portfolio_of(council, "submitted")
    snapshot = SnapshotFactory(portfolio=portfolio)
    record_read(portfolio, about=council.author.pk, by=council.managing, at=NOW)
    record_read(snapshot, about=council.author.pk, by=as_actor(council.colleague), at=NOW + timedelta(hours=1))
    record_read(portfolio_of(council, "endorsed"), about=council.author.pk, by=council.managing, at=NOW)
    assert [(each.name, each.what, each.at) for each in readings_of(portfolio)] == [
        (council.colleague.full_name, "Version 1, as handed in", NOW + timedelta(hours=1)),
        (council.manager.full_name, "The portfolio", NOW),
    ]


def test_shared_with_somebody_are_those_not_opened_first_in_few_queries(council, django_assert_num_queries):
    reader = as_actor(council.colleague)
    assert shared_with(reader) == []
    opened, snapshot_of, waiting = (portfolio_of(council, "submitted", title=title) for title in "abc")
    for portfolio in (opened, waiting):
        let(council, portfolio, council.colleague)
    let(council, snapshot_of, council.colleague, snapshot=SnapshotFactory(portfolio=snapshot_of))
    record_read(opened, about=council.author.pk, by=reader, at=NOW)
    with django_assert_num_queries(2):
        found = shared_with(reader)
    assert [(each.share.portfolio.title, each.is_read) for each in found] == [("c", False), ("b", False), ("a", True)]


def test_shared_before_and_opened_then_waits_again_when_shared_anew(council):
    reader, portfolio = as_actor(council.colleague), portfolio_of(council, "gathering")
    end_share(share=let(council, portfolio, council.colleague), by=council.by, at=NOW)
    record_read(portfolio, about=council.author.pk, by=reader, at=NOW - timedelta(days=1))
    let(council, portfolio, council.colleague)
    assert [each.is_read for each in shared_with(reader)] == [False]
