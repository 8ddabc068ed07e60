"""Who may know of a snapshot: the list and the one thing say the same, and one snapshot opens nothing else."""

from datetime import timedelta

import pytest

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from portfolios.models import Portfolio, Snapshot
from portfolios.querysets.portfolios import SHARE
from tests.factories.access import BarFactory, GrantFactory
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import as_actor, holder_of, staff_of
from tests.factories.portfolios import SnapshotFactory, portfolio_in
from tests.unit.portfolios.conftest import Council

pytestmark = pytest.mark.django_db


@pytest.fixture
def portfolio(council: Council) -> Portfolio:
    """Handed in twice and open again: nobody but its owner sees it for what it is now."""
    made = portfolio_in(
        "gathering", person=council.author, organisation=council.organisation, template=council.template
    )
    for number in (1, 2):
        SnapshotFactory(portfolio=made, number=number)
    return made


def seen(actor: Actor) -> list[int]:
    """The numbers of the snapshots the actor sees in a list, each judged alone as well."""
    found = set(Snapshot.objects.visible_to(actor))
    for each in Snapshot.objects.all():
        assert allows("portfolios.portfolio.see", actor, each) is (each in found)
    return sorted(each.number for each in found)


def test_snapshots_are_seen_by_their_owner(council, portfolio):
    assert seen(council.by) == [1, 2]


def test_snapshots_are_not_seen_by_a_colleague_or_without_a_record(council, portfolio):
    assert seen(as_actor(council.colleague)) == []
    assert list(Snapshot.objects.visible_to(Actor.system("test", on=TODAY))) == []


def test_one_snapshot_let_read_opens_neither_a_later_one_nor_the_portfolio(council, portfolio):
    GrantFactory(person=council.colleague, thing=portfolio.snapshots.get(number=1), purpose=SHARE)
    reader = as_actor(council.colleague)
    assert seen(reader) == [1]
    assert not Portfolio.objects.visible_to(reader).exists()
    assert not allows("portfolios.portfolio.see", reader, portfolio)


def test_the_portfolio_let_read_opens_its_snapshots(council, portfolio):
    GrantFactory(person=council.colleague, thing=portfolio, purpose=SHARE)
    assert seen(as_actor(council.colleague)) == [1, 2]


@pytest.mark.parametrize("thing", ["portfolio", "snapshot"])
def test_what_was_let_read_ends_on_its_day_and_for_who_works_elsewhere(council, portfolio, thing):
    opened = portfolio if thing == "portfolio" else portfolio.snapshots.get(number=1)
    GrantFactory(person=council.colleague, thing=opened, purpose=SHARE, until_on=TODAY)
    outsider = staff_of(OrganisationFactory())
    GrantFactory(person=outsider, thing=opened, purpose=SHARE)
    assert seen(as_actor(council.colleague)) != []
    assert seen(as_actor(council.colleague, on=TODAY + timedelta(days=1))) == []
    assert seen(as_actor(outsider)) == []


def test_snapshots_are_seen_where_one_oversees_also_while_the_portfolio_is_open_again(council, portfolio):
    academy = as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    assert seen(academy) == [1, 2]
    assert not Portfolio.objects.visible_to(academy).exists()


@pytest.mark.parametrize("thing", ["portfolio", "snapshot"])
def test_a_bar_takes_snapshots_away(council, portfolio, thing):
    lead = holder_of(RoleCode.ACADEMY_LEAD, council.organisation)
    first = portfolio.snapshots.get(number=1)
    BarFactory(person=lead, thing=portfolio if thing == "portfolio" else first)
    BarFactory(person=council.author, thing=portfolio)
    assert seen(as_actor(lead)) == ([] if thing == "portfolio" else [2])
    assert seen(council.by) == [1, 2]


def test_snapshots_of_a_withdrawn_portfolio_are_its_owners_alone(council):
    whose = {"person": council.author, "organisation": council.organisation, "template": council.template}
    withdrawn = portfolio_in("withdrawn", **whose)
    GrantFactory(person=council.colleague, thing=withdrawn, purpose=SHARE)
    SnapshotFactory(portfolio=withdrawn)
    assert seen(as_actor(council.colleague)) == []
    assert seen(council.by) == [1]
