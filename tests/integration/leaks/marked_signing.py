"""Portfolios signed, sent back and handed in: why one came back, what was frozen, what was found."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Model

from academy.identity.actor import Actor
from portfolios.choices.portfolios import Severity
from portfolios.models import Section
from portfolios.services.breaches import Found, note_breach
from portfolios.services.returning import open_again, return_sections
from tests.factories.people import NOW, as_actor
from tests.factories.portfolio_signing import asked, gathered, handed_in, handed_in_again
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]
EARLIER = NOW - timedelta(days=2)


def signed_portfolios(small: SmallWorld) -> Iterator[Told]:
    """One handed in twice and open again, one sent back with a breach, one that came back with reasons."""
    report, manager = small.report, small.manager
    twice = gathered(report, small.council, text="Zqfrozenfirst")
    first = handed_in(twice, manager, at=EARLIER)
    second = handed_in_again(twice, manager, text="Zqfrozensecond", at=EARLIER + timedelta(hours=1))
    open_again(portfolio=twice, reason="Zqopenedbecause", by=as_actor(report), at=EARLIER + timedelta(hours=2))
    Section.objects.filter(portfolio=twice).update(text="Rewritten.")
    yield "what was handed in first", "Zqfrozenfirst", "report", _sees(first)
    yield "what was handed in again", "Zqfrozensecond", "report", _sees(second)
    yield from _sent_back(small)
    breached = asked(gathered(report, small.council))
    found = Found(severity=Severity.MINOR, where="Zqwhereitstands")
    breach = note_breach(portfolio=breached, found=found, by=as_actor(manager), at=NOW)
    yield "where somebody could be told from a portfolio", "Zqwhereitstands", "report", _sees(breach)


def _sent_back(small: SmallWorld) -> Iterator[Told]:
    waiting = asked(gathered(small.report, small.council, text="Zqsentback"))
    reasons = {"practice": "Zqreasonforasection"}
    manager = as_actor(small.manager)
    returned = return_sections(portfolio=waiting, reasons=reasons, by=manager, at=NOW)
    yield "why a section came back", "Zqreasonforasection", "report", _sees(returned)
    yield "what a portfolio says", "Zqsentback", "report", _sees(returned)


def _sees(thing: Model) -> Callable[[Actor], bool]:
    """Whoever may know that it exists."""
    rows: Any = type(thing)._default_manager
    return lambda actor: bool(rows.visible_to(actor).filter(pk=thing.pk).exists())
