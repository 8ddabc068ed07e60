"""Who may read a portfolio, why and until when, and who has read it when: shown to its owner (D7-09)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from academy.engines.audit.choices import EventKind
from academy.engines.audit.models import Event
from academy.identity.actor import Actor
from academy.people.selectors.line_management import deputies_for
from portfolios.choices.portfolios import FillerRole, PortfolioState
from portfolios.models import Portfolio, PortfolioShare, Snapshot
from portfolios.querysets.portfolios import MANAGER
from portfolios.selectors.opened import grants_on
from portfolios.selectors.parts import holders_of
from portfolios.selectors.signing import line_manager_of
from portfolios.selectors.templates import content_of_template

MOST_SHOWN = 100
BY_PART = "Has a part in what it is for."
ENDORSED = (PortfolioState.ENDORSED, PortfolioState.SUBMITTED)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Somebody, or a circle, who may read it: what of it, why, until when; and the share, which its owner can end."""

    name: str
    what: str
    why: str
    until_on: date | None = None
    share: PortfolioShare | None = None


@dataclass(frozen=True, kw_only=True)
class Reading:
    """That somebody read it: who, what of it, when."""

    name: str
    what: str
    at: datetime


def readers_of(portfolio: Portfolio, *, on: date) -> list[Reader]:
    """Everybody who may read it on the day, whom its owner let read it first. Bars are for others to know of."""
    shares = PortfolioShare.objects.live(on).filter(portfolio=portfolio).select_related("person", "snapshot")
    if portfolio.state == PortfolioState.WITHDRAWN:
        return []
    shared = [
        Reader(name=each.person.full_name, what=each.what, why="You share it.", until_on=each.until_on, share=each)
        for each in shares.order_by("until_on", "pk")
    ]
    return shared + _by_policy(portfolio, on=on)


def _by_policy(portfolio: Portfolio, *, on: date) -> list[Reader]:
    as_it_stands = "The portfolio as it stands"
    found = []
    if portfolio.state == PortfolioState.SIGNING and portfolio.signer is not None:
        found.append(Reader(name=portfolio.signer.full_name, what=as_it_stands, why="You asked for the signature."))
    manager = line_manager_of(portfolio.person_id, portfolio.organisation_id, on=on)
    if portfolio.state in ENDORSED and manager is not None:
        found.append(Reader(name=manager.full_name, what=as_it_stands, why="Your line manager, once it is endorsed."))
    found += [
        Reader(name=person.full_name, what="The part she writes", why=f"She is your {FillerRole(role).label}.")
        for role, person in holders_of([portfolio], on=on)[portfolio.pk].items()
        if role in content_of_template(portfolio.template).fillers
    ]
    found += [Reader(what=as_it_stands, **said) for said in _by_part(portfolio, on=on)]
    if portfolio.snapshots.exists():
        found.append(
            Reader(
                name=f"The academy and the Principal Social Worker of {portfolio.organisation.name}",
                what="What you handed in",
                why="It was handed in to them.",
            )
        )
    return found


def _by_part(portfolio: Portfolio, *, on: date) -> Iterator[dict[str, Any]]:
    """Those who have a part in what it is for, and whoever stands in for the line manager among them."""
    held = list(grants_on(portfolio, on=on))
    for each in held:
        yield {"name": each.person.full_name, "why": BY_PART, "until_on": each.until_on}
    managers = [each.person_id for each in held if each.purpose == MANAGER]
    if not managers:
        return
    deputies = deputies_for(portfolio.person_id, portfolio.organisation_id, on=on).filter(person_id__in=managers)
    for row in deputies.select_related("person", "deputy").order_by("from_on", "pk"):
        why = f"Stands in for {row.person.full_name}, who has a part in what it is for."
        yield {"name": row.deputy.full_name, "why": why, "until_on": row.until_on}


def readings_of(portfolio: Portfolio) -> list[Reading]:
    """Who opened it or one of its snapshots, the latest first, at most a hundred; two queries."""
    numbers = {str(pk): number for pk, number in portfolio.snapshots.values_list("pk", "number")}
    events = _reads(Q(**_of(portfolio)) | Q(subject_label=Snapshot._meta.label_lower, subject_id__in=list(numbers)))
    return [
        Reading(
            name=event.actor.name,
            what="The portfolio" if event.subject_label == Portfolio._meta.label_lower else _called(event, numbers),
            at=event.at,
        )
        for event in events.filter(about_id=portfolio.person_id)[:MOST_SHOWN]
    ]


def _called(event: Event, numbers: dict[str, int]) -> str:
    return f"Version {numbers[event.subject_id]}, as handed in"


def _of(portfolio: Portfolio) -> dict[str, str]:
    return {"subject_label": Portfolio._meta.label_lower, "subject_id": str(portfolio.pk)}


def _reads(which: Q) -> QuerySet[Event]:
    return Event.objects.filter(which, kind=EventKind.READ).select_related("actor").order_by("-at", "-pk")


@dataclass(frozen=True)
class SharedPortfolio:
    """A share as its reader sees it, and whether she has opened it since."""

    share: PortfolioShare
    is_read: bool


def shared_with(actor: Actor) -> list[SharedPortfolio]:
    """What the actor is let read on her day, what she has not opened yet first, the oldest first; two queries."""
    related = ("portfolio__person", "snapshot")
    shares = list(PortfolioShare.objects.open_to(actor).select_related(*related).order_by("shared_at", "pk"))
    if not shares:
        return []
    owners = {each.portfolio.person_id for each in shares}
    reads = _reads(Q(about_id__in=owners, actor__kind="user", actor__reference=str(actor.person_id)))
    opened: dict[tuple[str, str], datetime] = {}
    for label, pk, at in reads.values_list("subject_label", "subject_id", "at"):
        opened.setdefault((label, pk), at)
    found = [SharedPortfolio(each, _is_read(each, opened)) for each in shares]
    return sorted(found, key=lambda each: each.is_read)


def _is_read(share: PortfolioShare, opened: dict[tuple[str, str], datetime]) -> bool:
    at = opened.get((share.thing._meta.label_lower, str(share.thing.pk)))
    return at is not None and at >= share.shared_at
