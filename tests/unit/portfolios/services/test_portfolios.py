"""Opening a portfolio, its day, and withdrawing it."""

from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from portfolios.models import Portfolio
from portfolios.services.portfolios import Opening, move_day, open_portfolio, plan_day, withdraw
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW, as_actor
from tests.factories.portfolios import PortfolioTemplateFactory, SignatureFactory, portfolio_in

pytestmark = pytest.mark.django_db
JOURNEY = {"source": "journey", "reference": "journey 4"}


def opened(council, **said):
    return open_portfolio(template=council.template, opening=Opening(**said), by=council.by, at=NOW)


def test_portfolio_opens_with_the_sections_of_its_template(council):
    made = opened(council, due_on=date(2027, 5, 6), **JOURNEY)

    assert [(each.code, each.state) for each in made.sections.all()] == [("practice", "empty"), ("learning", "empty")]
    assert (made.title, made.state, made.due_on, made.person, made.organisation) == (
        "Progression portfolio",
        "gathering",
        date(2027, 5, 6),
        council.author,
        council.organisation,
    )
    assert [(event.act, event.about_id) for event in Event.objects.all()] == [
        ("portfolios.portfolio.open", council.author.pk)
    ]


def test_same_form_and_the_same_thing_open_one(council):
    own = Opening(title=" Towards June ")
    first = open_portfolio(template=council.template, opening=own, by=council.by, at=NOW)
    again = open_portfolio(template=council.template, opening=own, by=council.by, at=NOW)
    journey = opened(council, **JOURNEY)

    assert (first.title, again, opened(council, **JOURNEY)) == ("Towards June", first, journey)
    assert opened(council, source="journey", reference="journey 5") != journey
    assert Portfolio.objects.count() == 3


def test_withdrawn_one_is_opened_anew_for_the_same_thing(council):
    its = {"person": council.author, "organisation": council.organisation, "template": council.template}
    portfolio_in("withdrawn", **its, **JOURNEY)

    assert opened(council, **JOURNEY).state == "gathering"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"title": "a" * 121}, "Use at most 120 characters"),
        ({"due_on": TODAY - timedelta(days=1)}, "Choose a day to come"),
    ],
)
def test_what_cannot_be_is_refused(council, said, sentence):
    with pytest.raises(Refused, match=sentence):
        opened(council, **said)


def test_second_of_the_same_kind_by_own_wish_is_refused(council):
    opened(council)

    with pytest.raises(Refused, match="You are gathering one of these already"):
        opened(council)


def test_template_that_is_not_in_force_here_and_somebody_without_a_post_are_refused(council):
    for other in (
        PortfolioTemplateFactory(),
        PortfolioTemplateFactory(organisation=council.organisation, valid_from=date(2030, 1, 1)),
    ):
        with pytest.raises(Refused, match="not in force where you work"):
            open_portfolio(template=other, opening=Opening(), by=council.by, at=NOW)
    stranger = as_actor(PersonFactory(), organisation=OrganisationFactory())
    with pytest.raises(Refused, match="somebody with a post"):
        open_portfolio(template=council.template, opening=Opening(), by=stranger, at=NOW)


def test_own_day_is_moved_and_taken_away(council):
    own = opened(council)

    assert plan_day(portfolio=own, due_on=TODAY, by=council.by, at=NOW).due_on == TODAY
    assert plan_day(portfolio=own, due_on=None, by=council.by, at=NOW).due_on is None
    with pytest.raises(Refused, match="Choose a day to come"):
        plan_day(portfolio=own, due_on=TODAY - timedelta(days=1), by=council.by, at=NOW)
    with pytest.raises(Refused, match="given by what it is for"):
        plan_day(portfolio=opened(council, **JOURNEY), due_on=TODAY, by=council.by, at=NOW)


@pytest.mark.parametrize("state", ["gathering", "signing", "endorsed"])
def test_portfolio_is_withdrawn_and_signatures_with_it(council, state):
    its = {"person": council.author, "organisation": council.organisation, "template": council.template}
    own = portfolio_in(state, **its)
    signed = [] if state == "gathering" else [SignatureFactory(thing=own)]

    ended = withdraw(portfolio=own, reason=" I changed teams. ", by=council.by, at=NOW)

    assert (ended.state, ended.withdrawn_because, ended.signer_id, ended.signer_role) == (
        "withdrawn",
        "I changed teams.",
        None,
        "",
    )
    for each in signed:
        each.refresh_from_db()
        assert (each.withdrawn_at, each.withdrawn_because) == (NOW, "The portfolio was withdrawn.")


@pytest.mark.parametrize(("reason", "sentence"), [(" ", "Say in a few words why"), ("a" * 501, "Use at most 500")])
def test_withdrawing_without_a_reason_or_with_a_long_one_is_refused(council, reason, sentence):
    with pytest.raises(Refused, match=sentence):
        withdraw(portfolio=opened(council), reason=reason, by=council.by, at=NOW)


def test_somebody_else_neither_plans_nor_withdraws(council):
    own = opened(council)

    with pytest.raises(Refused, match="Only the person whose portfolio it is"):
        plan_day(portfolio=own, due_on=None, by=council.managing, at=NOW)
    with pytest.raises(Refused, match="for somebody else to do"):
        withdraw(portfolio=own, reason="Why not", by=council.managing, at=NOW)


def test_day_moves_with_what_opened_it_also_while_it_is_signed(council):
    its = {"person": council.author, "organisation": council.organisation, "template": council.template, **JOURNEY}
    held = portfolio_in("signing", signer=council.manager, **its)

    moved = move_day(portfolio=held, due_on=date(2027, 6, 1), by=council.by, at=NOW)

    assert (moved.due_on, moved.state, moved.changed_at) == (date(2027, 6, 1), "signing", NOW)
    assert Event.objects.get().act == "portfolios.portfolio.move_day"


@pytest.mark.parametrize(
    ("state", "source", "due_on", "sentence"),
    [
        ("gathering", "", date(2027, 6, 1), "You set its day yourself"),
        ("submitted", "journey", date(2027, 6, 1), "handed in or withdrawn"),
        ("withdrawn", "journey", date(2027, 6, 1), "handed in or withdrawn"),
        ("gathering", "journey", TODAY - timedelta(days=1), "Choose a day to come"),
    ],
)
def test_day_that_cannot_move_is_refused(council, state, source, due_on, sentence):
    its = {"person": council.author, "organisation": council.organisation, "template": council.template}
    held = portfolio_in(state, source=source, **its)

    with pytest.raises(Refused, match=sentence):
        move_day(portfolio=held, due_on=due_on, by=council.by, at=NOW)


def test_nobody_else_moves_its_day(council):
    its = {"person": council.author, "organisation": council.organisation, "template": council.template}
    held = portfolio_in("gathering", **its, **JOURNEY)

    with pytest.raises(Refused, match="Only the person"):
        move_day(portfolio=held, due_on=date(2027, 6, 1), by=council.managing, at=NOW)
