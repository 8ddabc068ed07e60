"""Portfolios signed and handed in through the services, for tests that begin there."""

from datetime import datetime
from typing import Any

from academy.identity.models import Person
from portfolios.models import Portfolio, PortfolioTemplate, Section, Snapshot
from portfolios.rules.signing import DECLARATIONS
from portfolios.selectors.signing import to_sign
from portfolios.services.returning import open_again
from portfolios.services.signing import Asking, Name, ask_signatures, put_name
from portfolios.services.snapshots import submit
from tests.factories.people import NOW, as_actor
from tests.factories.portfolios import TEMPLATE, PortfolioFactory, PortfolioTemplateFactory, SectionFactory

VERIFIED: dict[str, Any] = {**TEMPLATE, "chain": ["author", "verifier", "line_manager"]}
ALONE: dict[str, Any] = {**TEMPLATE, "chain": ["author"]}
ALL = frozenset(DECLARATIONS)


def gathered(
    author: Person, organisation: Any, *, content: dict[str, Any] = TEMPLATE, text: str = "I saw."
) -> Portfolio:
    """A portfolio with one section its author wrote in and calls ready, which lacks nothing."""
    name = f"signed-{PortfolioTemplate.objects.count()}"
    template = PortfolioTemplateFactory(organisation=organisation, template=name, content=content)
    portfolio: Portfolio = PortfolioFactory(person=author, organisation=organisation, template=template)
    SectionFactory(portfolio=portfolio, code="practice", text=text, state="ready")
    return portfolio


def seen(portfolio: Portfolio) -> str:
    """The fingerprint of what somebody reads now."""
    return to_sign(portfolio)[1]


def asked(portfolio: Portfolio, *, verifier: Person | None = None, at: datetime = NOW) -> Portfolio:
    """Its author has declared, signed and passed it on."""
    asking = Asking(declared=ALL, seen=seen(portfolio), verifier=verifier)
    return ask_signatures(portfolio=portfolio, asking=asking, by=as_actor(portfolio.person), at=at)


def signed_by(person: Person, portfolio: Portfolio, *, words: str = "", at: datetime = NOW) -> Portfolio:
    """Whose turn it is signs what stands."""
    name = Name(seen=seen(portfolio), words=words)
    return put_name(portfolio=portfolio, name=name, by=as_actor(person), at=at)


def handed_in(portfolio: Portfolio, manager: Person, *, at: datetime = NOW) -> Snapshot:
    """Signed by its author and her manager, and handed in."""
    endorsed = signed_by(manager, asked(portfolio, at=at), at=at)
    return submit(portfolio=endorsed, by=as_actor(portfolio.person), at=at)


def handed_in_again(portfolio: Portfolio, manager: Person, *, text: str, at: datetime) -> Snapshot:
    """Opened again, its first section written anew, and handed in as the next version."""
    by = as_actor(portfolio.person)
    opened = open_again(portfolio=portfolio, reason="I have more to say.", by=by, at=at)
    Section.objects.filter(portfolio=opened, code="practice").update(text=text)
    return handed_in(opened, manager, at=at)
