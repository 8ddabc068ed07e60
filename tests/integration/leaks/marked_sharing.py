"""Portfolios shared and examples: what its owner asks of a reader, what an example is of, why one is not shown."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Model

from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from portfolios.choices.portfolios import Reach
from portfolios.models import Portfolio, PortfolioShare, Snapshot, SnapshotFile
from portfolios.rules.content import FileSaid, SectionSaid
from portfolios.services.exemplars import offer, put_back, show
from portfolios.services.shares import Letting, share
from tests.factories.contents import content, piece, snapshot_of
from tests.factories.files import stored_whole
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor
from tests.factories.portfolios import PortfolioTemplateFactory, portfolio_in
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def sharing_kept(small: SmallWorld) -> Iterator[Told]:
    """One of hers a colleague reads as it stands, one version of another, an example in the library, one put back."""
    owner, academy = as_actor(small.report), as_actor(small.holders[RoleCode.ACADEMY_LEAD])
    gathered, handed_in = _portfolio(small, "gathering"), _portfolio(small, "submitted")
    versions = [_handed_in(small, handed_in, number) for number in (1, 2, 3)]
    letting: dict[str, Any] = {"person": small.colleague, "until_on": TODAY}
    whole = share(portfolio=gathered, letting=Letting(note="Zqlettingnote", **letting), by=owner, at=NOW)
    one = Letting(note="Zqversionnote", snapshot=versions[0], **letting)
    part = share(portfolio=handed_in, letting=one, by=owner, at=NOW)
    offered: dict[str, Any] = {"reach": Reach.ORGANISATION, "by": owner, "at": NOW}
    example = offer(snapshot=versions[0], about="Zqexampleof", **offered)
    show(exemplar=example, by=academy, at=NOW)
    waiting = offer(snapshot=versions[1], about="Zqexampleoffered", **offered)
    back = offer(snapshot=versions[2], about="Zqexampleback", **offered)
    put_back(exemplar=back, reason="Zqputbackbecause", by=academy, at=NOW)
    yield "note to a reader of a portfolio", "Zqlettingnote", "colleague", _two(whole)
    yield "note to a reader of one version", "Zqversionnote", "report", _two(part)
    yield "what an example is of", "Zqexampleof", "colleague", _sees(example)
    yield "what an example offered is of", "Zqexampleoffered", RoleCode.ACADEMY_LEAD, _sees(waiting)
    yield "what an example put back is of", "Zqexampleback", "report", _sees(back)
    yield "why an example is not shown", "Zqputbackbecause", "report", _sees(back)


def _portfolio(small: SmallWorld, state: str) -> Portfolio:
    template = PortfolioTemplateFactory(organisation=small.council, template=f"shared-{state}")
    return portfolio_in(state, person=small.report, organisation=small.council, template=template)


def _handed_in(small: SmallWorld, portfolio: Portfolio, number: int) -> Snapshot:
    """A version with one cleared file, whose bytes are there."""
    file = stored_whole(small.report, name="zqownname.txt")
    said = FileSaid(uid=str(file.uid), name="zqownname.txt", kind="text", size=9, sha256=file.sha256, is_cleared=True)
    section = SectionSaid(code="practice", title="Practice", pieces=(piece(files=(said,)),))
    made = snapshot_of(content(sections=(section,)), portfolio, number=number)
    SnapshotFile.objects.create(snapshot=made, file=file, sha256=file.sha256, is_cleared=True)
    return made


def _two(shared: PortfolioShare) -> Callable[[Actor], bool]:
    """The owner, and whoever is let read."""
    return lambda actor: actor.person_id in (shared.portfolio.person_id, shared.person_id)


def _sees(thing: Model) -> Callable[[Actor], bool]:
    rows: Any = type(thing)._default_manager
    return lambda actor: bool(rows.visible_to(actor).filter(pk=thing.pk).exists())
