"""How long links work and a portfolio is shared is what the organisation's evidence policy says."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.links.models import Link
from portfolios.models import EvidencePolicy
from portfolios.services.feedback_asks import Wish, hand_link, make_cards
from portfolios.services.shares import Letting, share
from tests.factories.evidence import evidence_policy
from tests.factories.identity import TODAY
from tests.factories.observations import planned_outside
from tests.factories.people import NOW
from tests.factories.portfolios import EvidencePolicyFactory, portfolio_in

DAYS = {"feedback_link": 7, "observation_link": 10, "longest_share": 20}


@pytest.fixture
def policy(council) -> EvidencePolicy:
    content = evidence_policy(days=DAYS).model_dump(mode="json", exclude_none=True)
    made: EvidencePolicy = EvidencePolicyFactory(organisation=council.organisation, content=content)
    return made


def test_cards_and_links_for_feedback_work_as_long_as_the_policy_says(council, policy):
    wish = Wish(title="The move", giver="carer")
    make_cards(wish=wish, count=1, by=council.by, at=NOW)
    hand_link(wish=Wish(title="The move", giver="child"), by=council.by, at=NOW)
    assert [link.expires_at - link.made_at for link in Link.objects.all()] == [timedelta(days=7)] * 2


def test_link_of_an_observer_works_as_long_after_the_day_that_was_planned(council, policy):
    planned = planned_outside(council.author).observation.planned_on
    link = Link.objects.get()
    assert link.expires_at - link.made_at == timedelta(days=max((planned - TODAY).days, 0) + 10)


def test_portfolio_is_shared_no_longer_than_the_policy_says(council, policy):
    its = {"person": council.author, "organisation": council.organisation, "template": council.template}
    portfolio = portfolio_in("gathering", **its)
    too_long = Letting(person=council.colleague, until_on=TODAY + timedelta(days=21))
    with pytest.raises(Refused, match="up to 7 December 2026"):
        share(portfolio=portfolio, letting=too_long, by=council.by, at=NOW)
