"""Letting somebody read a portfolio until a day, and ending it (D7-09)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType

from academy.engines.access.models import Grant
from academy.engines.access.permissions import allows
from academy.engines.access.services import grants
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.selectors.belonging import belongings
from portfolios.choices.portfolios import PortfolioState
from portfolios.choices.sharing import MOST_NOTE
from portfolios.models import Portfolio, PortfolioShare, Snapshot
from portfolios.notices.shares import SHARED, SharedContext
from portfolios.querysets.portfolios import SHARE
from portfolios.selectors.policies import latest_day_shared

NOT_HERS = "Only the person whose portfolio it is can do this."


@dataclass(frozen=True, kw_only=True)
class Letting:
    """Whom to let read, up to and with which day, a note for her, and which snapshot if not the portfolio as it is."""

    person: Person
    until_on: date
    note: str = ""
    snapshot: Snapshot | None = None


@command("portfolios.portfolio.share")
def share(*, portfolio: Portfolio, letting: Letting, by: Actor, at: datetime) -> PortfolioShare:
    """Let somebody of the portfolio's organisation read it until a day: as it stands, or one snapshot and nothing else.

    She is told. Refuses others than its owner, oneself, people outside the organisation, a withdrawn portfolio, another
    portfolio's snapshot, a day in the past or later than the policy lets it be, a note over 500 characters, and
    somebody who can read it already; for her the first share has to be ended.
    """
    if not allows("portfolios.portfolio.share", by, portfolio):
        raise Refused(NOT_HERS)
    _judge(portfolio, letting, by=by)
    made: PortfolioShare = PortfolioShare.objects.create(
        portfolio=portfolio,
        snapshot=letting.snapshot,
        person=letting.person,
        note=letting.note.strip(),
        shared_at=at,
        until_on=letting.until_on,
    )
    grants.give(person=letting.person, thing=made.thing, purpose=SHARE, by=by, at=at, until_on=letting.until_on)
    record(made, moved=("", "live"), changed=("person", "until_on", "snapshot"), about=portfolio.person_id)
    context = SharedContext(who=by.label, url=made.thing.get_absolute_url(), note=made.note)
    notices.send(kind=SHARED, to=letting.person, context=context, by=by, at=at)
    return made


@command("portfolios.portfolio.end_share")
def end_share(*, share: PortfolioShare, by: Actor, at: datetime) -> PortfolioShare:
    """End a share this moment: she can open it no more. Refuses others than the owner, and one that ended before."""
    if not allows("portfolios.portfolio.share", by, share.portfolio):
        raise Refused(NOT_HERS)
    if not PortfolioShare.objects.filter(pk=share.pk, ended_at=None).update(ended_at=at):
        raise Refused("The sharing has ended already.")
    share.ended_at = at
    for grant in Grant.objects.filter(
        person_id=share.person_id,
        thing_type=ContentType.objects.get_for_model(share.thing),
        thing_id=share.thing.pk,
        purpose=SHARE,
        withdrawn_at=None,
    ):
        grants.withdraw(grant=grant, by=by, at=at)
    record(share, moved=("live", "ended"), changed=("ended_at",), about=share.portfolio.person_id)
    return share


def _judge(portfolio: Portfolio, letting: Letting, *, by: Actor) -> None:
    person = letting.person
    if portfolio.state == PortfolioState.WITHDRAWN:
        raise Refused("This portfolio is withdrawn, so nobody can be let read it.")
    if person.pk == portfolio.person_id:
        raise Refused("Choose a colleague: you read your own portfolio anyway.", field="person")
    if not any(place.organisation_id == portfolio.organisation_id for place in belongings(person.pk, by.on)):
        raise Refused("Choose somebody of your own organisation.", field="person")
    if letting.snapshot is not None and letting.snapshot.portfolio_id != portfolio.pk:
        raise Refused("Choose one of the versions you handed in.", field="what")
    latest = latest_day_shared(portfolio.organisation_id, by.on)
    if not by.on <= letting.until_on <= latest:
        raise Refused(f"Choose a day from today up to {in_words(latest)}.", field="until_on")
    if len(letting.note) > MOST_NOTE:
        raise Refused(f"Use at most {MOST_NOTE} characters.", field="note")
    _close_past(portfolio, person, by=by)


def _close_past(portfolio: Portfolio, person: Person, *, by: Actor) -> None:
    """A share that ran out is closed for the next; one that holds is refused."""
    for before in PortfolioShare.objects.filter(portfolio=portfolio, person=person, ended_at=None):
        if before.until_on >= by.on:
            raise Refused(f"{person.short_name} can read it already. End that first, then share anew.", field="person")
        PortfolioShare.objects.filter(pk=before.pk).update(ended_at=before.ran_out_at)
