"""Handing in: what everybody signed is frozen as the next snapshot, with its files, and cannot be changed any more."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db.models import Max
from django.utils import timezone

from academy.engines.audit.commands import Refused, command
from academy.engines.files.models import StoredFile
from academy.engines.guard.forms import Overruled
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import require
from portfolios.models import Portfolio, Snapshot, SnapshotFile
from portfolios.notices import signing as told
from portfolios.rules.content import SCHEMA, Content, Edition, FileSaid, canonical, fingerprint
from portfolios.rules.signing import is_signed_by_all, signed_fingerprint
from portfolios.selectors.content import content_of
from portfolios.selectors.policies import policy_for
from portfolios.selectors.signing import chain_of, signed_fingerprints
from portfolios.services.looking import look_through
from portfolios.services.signing import CHANGE, locked, require_whole, tell
from portfolios.workflow import PORTFOLIO


@command("portfolios.portfolio.submit")
def submit(*, portfolio: Portfolio, by: Actor, at: datetime, let_stand: Overruled | None = None) -> Snapshot:
    """Hand in an endorsed portfolio: the next snapshot of it, whose fingerprint the author gets as her receipt (S2-22).

    Refuses everybody but the author, what is not endorsed, what lacks something by now, signatures over other content
    than stands now, what the guard finds in the whole of it and she does not let stand, and files the virus check has
    not passed.
    """
    held = locked(portfolio, CHANGE, by=by)
    handed_in = apply(PORTFOLIO, "submit", held, by=by, at=at)
    require_whole(held, on=by.on)
    content = content_of(handed_in)
    signed = signed_fingerprints(held)
    require(is_signed_by_all(chain_of(held), signed, now=signed_fingerprint(content)))
    look_through(held, content, let_stand=let_stand, by=by, at=at)
    snapshot = _frozen(handed_in, content, by=by, at=at)
    tell(told.HANDED_IN, handed_in, to=held.person, by=by, at=at, url=snapshot.get_absolute_url())
    return snapshot


def _frozen(portfolio: Portfolio, content: Content, *, by: Actor, at: datetime) -> Snapshot:
    files = [file for piece in content.pieces for file in piece.files]
    stored = _past_the_check(files)
    words = canonical(replace(content, editions=(*content.editions, _policy(portfolio))))
    last = portfolio.snapshots.aggregate(last=Max("number"))["last"] or 0
    snapshot = Snapshot.objects.create(
        portfolio=portfolio,
        number=last + 1,
        schema=SCHEMA,
        content=words,
        sha256=fingerprint(words),
        pieces=len({piece.source for piece in content.pieces}),
        taken_at=at,
        taken_by_id=by.person_id,
    )
    SnapshotFile.objects.bulk_create(_kept(snapshot, stored[uid], files) for uid in stored)
    return snapshot


def _policy(portfolio: Portfolio) -> Edition:
    """The evidence policy it was gathered under: the one in force when it was opened."""
    rules = policy_for(portfolio.organisation_id, timezone.localdate(portfolio.opened_at))
    return Edition(what="policy", code=rules.code, title=rules.title)


def _past_the_check(files: Iterable[FileSaid]) -> dict[str, StoredFile]:
    """The files by their ids. Refuses one that is still being checked, or was refused."""
    rows = StoredFile.objects.filter(uid__in={file.uid for file in files}).order_by("pk")
    for row in rows:
        if not row.is_clean:
            raise Refused(
                f"The virus check has not passed “{row.original_name}” yet. Try again in a few minutes, or open the "
                "portfolio again and take it out."
            )
    return {str(row.uid): row for row in rows}


def _kept(snapshot: Snapshot, file: StoredFile, files: Iterable[FileSaid]) -> SnapshotFile:
    """A file once, however often it was used: without names only if it is cleared wherever it is used."""
    uses = [each for each in files if each.uid == str(file.uid)]
    return SnapshotFile(
        snapshot=snapshot,
        file=file,
        sha256=file.sha256,
        caption=next((each.caption for each in uses if each.caption), ""),
        is_cleared=all(each.is_cleared for each in uses),
    )
