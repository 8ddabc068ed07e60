"""What waits among portfolios being signed: for whose turn it is, hers that were sent back, hers with others, and hers
that are signed and not handed in.
"""

from datetime import date, datetime

from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from portfolios.choices.portfolios import PortfolioState
from portfolios.models import Portfolio
from portfolios.selectors.signing import waiting_for

OWN = (PortfolioState.RETURNED, PortfolioState.ENDORSED)


def _to_sign(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Read and sign the portfolio of {each.person.full_name}",
            why="You sign it, or send sections back with reasons.",
            url=each.signing_url,
            action="Read and sign",
            due_on=each.due_on,
            waiting_since=_day(each.signing_at),
        )
        for each in waiting_for(actor)
    ]


def _own(actor: Actor, on: date) -> list[Item]:
    own = Portfolio.objects.filter(person_id=actor.person_id, state__in=OWN).order_by("due_on", "pk")
    return [_returned(each) if each.state == PortfolioState.RETURNED else _endorsed(each) for each in own]


def _returned(portfolio: Portfolio) -> Item:
    return Item(
        what=f"Change “{portfolio.title}” and have it signed again",
        why="It came back with reasons. They stand beside its sections.",
        url=portfolio.get_absolute_url(),
        action="Read why",
        due_on=portfolio.due_on,
        waiting_since=_day(portfolio.changed_at),
    )


def _endorsed(portfolio: Portfolio) -> Item:
    return Item(
        what=f"Hand in “{portfolio.title}”",
        why="Everybody has signed it.",
        url=portfolio.get_absolute_url(),
        action="Hand it in",
        due_on=portfolio.due_on,
        waiting_since=_day(portfolio.endorsed_at),
    )


def _awaited(actor: Actor, on: date) -> list[Item]:
    own = Portfolio.objects.filter(person_id=actor.person_id, state=PortfolioState.SIGNING)
    return [
        Item(
            what=f"{each.signer} to sign “{each.title}”",
            why="You can hand it in once everybody has signed.",
            url=each.get_absolute_url(),
            action="See it",
            due_on=each.due_on,
            waiting_since=_day(each.signing_at),
        )
        for each in own.select_related("signer").order_by("signing_at", "pk")
    ]


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment is not None else None


declare(Provider("portfolios.to_sign", _to_sign))
declare(Provider("portfolios.signed", _own))
declare(Provider("portfolios.awaits_signature", _awaited, waits_on_others=True))
