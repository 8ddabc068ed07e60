"""Letting somebody read a portfolio until a day, and ending it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.engines.access.models import Grant
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from portfolios.models import Portfolio, PortfolioShare, Snapshot
from portfolios.services.shares import Letting, end_share, share
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, member_of, staff_of
from tests.factories.portfolios import PortfolioShareFactory, SnapshotFactory, portfolio_in
from tests.unit.portfolios.conftest import Council

pytestmark = pytest.mark.django_db
UNTIL = date(2026, 12, 31)


@pytest.fixture
def portfolio(council: Council) -> Portfolio:
    return portfolio_in(
        "gathering", person=council.author, organisation=council.organisation, template=council.template
    )


@pytest.fixture
def letting(council: Council) -> Letting:
    return Letting(person=council.colleague, until_on=UNTIL, note=" Is it clear? ")


def opened_to(person, on=TODAY):
    """What she reads on a day: portfolios and snapshots."""
    actor = as_actor(person, on=on)
    numbers = [each.number for each in Snapshot.objects.visible_to(actor).order_by("number")]
    return Portfolio.objects.visible_to(actor).count(), numbers


def test_share_lets_a_colleague_read_it_until_the_day(council, portfolio, letting):
    made = share(portfolio=portfolio, letting=letting, by=council.by, at=NOW)
    assert (made.thing, made.what, made.note) == (portfolio, "The portfolio as it stands", "Is it clear?")
    assert opened_to(council.colleague, on=UNTIL) == (1, [])
    assert opened_to(council.colleague, on=UNTIL + timedelta(days=1)) == (0, [])
    notice = Notice.objects.get(person=council.colleague)
    assert (notice.url, "Is it clear" in notice.body) == (portfolio.get_absolute_url(), False)
    event = Event.objects.get(act="portfolios.portfolio.share")
    assert (event.about_id, event.to_state, event.changed, event.note) == (
        council.author.pk,
        "live",
        ["person", "snapshot", "until_on"],
        "",
    )


def test_share_of_one_snapshot_opens_neither_later_ones_nor_the_portfolio(council, portfolio, letting):
    first = SnapshotFactory(portfolio=portfolio, number=1)
    made = share(portfolio=portfolio, letting=replace(letting, snapshot=first), by=council.by, at=NOW)
    SnapshotFactory(portfolio=portfolio, number=2)
    assert (made.thing, made.what) == (first, "Version 1, as handed in")
    assert opened_to(council.colleague) == (0, [1])


def test_share_with_a_member_without_a_post_is_taken(council, portfolio, letting):
    candidate = member_of(council.organisation)
    share(portfolio=portfolio, letting=replace(letting, person=candidate), by=council.by, at=NOW)
    assert opened_to(candidate) == (1, [])


REFUSALS = [
    ({"until_on": TODAY - timedelta(days=1)}, "until_on", "Choose a day from today up to 18 November 2027."),
    ({"until_on": TODAY + timedelta(days=367)}, "until_on", "Choose a day from today up to 18 November 2027."),
    ({"note": "n" * 501}, "note", "Use at most 500 characters."),
]


@pytest.mark.parametrize(("changed", "field", "said"), REFUSALS)
def test_share_with_what_cannot_be_is_refused(council, portfolio, letting, changed, field, said):
    with pytest.raises(Refused) as refused:
        share(portfolio=portfolio, letting=replace(letting, **changed), by=council.by, at=NOW)
    assert (refused.value.reason, refused.value.field) == (said, field)
    assert (PortfolioShare.objects.count(), Grant.objects.count(), Notice.objects.count()) == (0, 0, 0)


def test_share_with_oneself_or_somebody_elsewhere_is_refused(council, portfolio, letting):
    outsider = staff_of(OrganisationFactory())
    for person, said in ((council.author, "Choose a colleague"), (outsider, "Choose somebody of your own")):
        with pytest.raises(Refused, match=said):
            share(portfolio=portfolio, letting=replace(letting, person=person), by=council.by, at=NOW)


def test_share_of_another_portfolios_snapshot_is_refused(council, portfolio, letting):
    other = SnapshotFactory()
    with pytest.raises(Refused, match="Choose one of the versions you handed in"):
        share(portfolio=portfolio, letting=replace(letting, snapshot=other), by=council.by, at=NOW)


def test_share_by_anybody_else_is_refused(council, portfolio, letting):
    with pytest.raises(Refused, match="Only the person whose portfolio it is"):
        share(portfolio=portfolio, letting=letting, by=council.managing, at=NOW)


def test_share_of_a_withdrawn_portfolio_is_refused(council, letting):
    withdrawn = portfolio_in(
        "withdrawn", person=council.author, organisation=council.organisation, template=council.template
    )
    with pytest.raises(Refused, match="This portfolio is withdrawn"):
        share(portfolio=withdrawn, letting=letting, by=council.by, at=NOW)


def test_share_with_who_can_read_it_already_is_refused_until_it_ended(council, portfolio, letting):
    first = share(portfolio=portfolio, letting=letting, by=council.by, at=NOW)
    with pytest.raises(Refused, match="can read it already"):
        share(portfolio=portfolio, letting=letting, by=council.by, at=NOW)
    end_share(share=first, by=council.by, at=NOW)
    share(portfolio=portfolio, letting=letting, by=council.by, at=NOW + timedelta(hours=1))
    assert opened_to(council.colleague) == (1, [])


def test_share_that_ran_out_is_closed_on_its_day_by_the_next(council, portfolio, letting):
    before = PortfolioShareFactory(portfolio=portfolio, person=council.colleague, until_on=TODAY - timedelta(days=1))
    PortfolioShare.objects.update(shared_at=NOW - timedelta(days=9))
    share(portfolio=portfolio, letting=letting, by=council.by, at=NOW)
    before.refresh_from_db()
    assert before.ended_at == before.ran_out_at
    assert before.ran_out_at.date() == TODAY


@pytest.mark.parametrize("is_snapshot", [False, True])
def test_end_share_closes_it_at_once(council, portfolio, letting, is_snapshot):
    snapshot = SnapshotFactory(portfolio=portfolio) if is_snapshot else None
    made = share(portfolio=portfolio, letting=replace(letting, snapshot=snapshot), by=council.by, at=NOW)
    end_share(share=made, by=council.by, at=NOW + timedelta(hours=1))
    assert opened_to(council.colleague) == (0, [])
    assert Grant.objects.get().withdrawn_at == NOW + timedelta(hours=1)
    with pytest.raises(Refused, match="ended already"):
        end_share(share=made, by=council.by, at=NOW + timedelta(hours=2))


def test_end_share_by_its_reader_is_refused(council, portfolio, letting):
    made = share(portfolio=portfolio, letting=letting, by=council.by, at=NOW)
    with pytest.raises(Refused, match="Only the person whose portfolio it is"):
        end_share(share=made, by=as_actor(council.colleague), at=NOW)
