"""Making, opening, spending and withdrawing one-time links."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from academy.engines.audit.commands import Refused, command, record
from academy.engines.audit.names import kept_name_of
from academy.engines.audit.services.names import scrub as scrub_name
from academy.engines.links.codes import hashed_code, new_code
from academy.engines.links.declarations import LinkPurpose
from academy.engines.links.models import Link
from academy.engines.links.rules import LinkState, hashed
from academy.engines.links.selectors.links import actor_by, of, state_of
from academy.identity.actor import Actor

BYTES_IN_TOKEN = 32
GONE = "This link can no longer be used. Please ask the person who sent it for a new one."


@dataclass(frozen=True)
class Holder:
    """For whom a link is made; the address is empty when it is handed over in another way."""

    name: str
    email: str = ""


@dataclass(frozen=True)
class MadeLink:
    """A new link and its token, which is stored nowhere: whoever needs it takes it from here."""

    link: Link
    token: str

    @property
    def url(self) -> str:
        """The path the holder opens."""
        return reverse("links:open", args=[self.token])


@dataclass(frozen=True)
class MadeCode:
    """The same with a short code for paper, in place of a token in an address."""

    link: Link
    code: str


@command("links.link.make")
def make(*, purpose: LinkPurpose, subject: Model, holder: Holder, by: Actor, at: datetime, valid_days: int) -> MadeLink:
    """Make a link for one purpose and one subject, good once and for so many days. Earlier ones for the same end now.

    To be called inside the command that has judged whether the actor may.
    """
    withdraw_all(purpose=purpose, subject=subject, by=by, at=at)
    token = secrets.token_urlsafe(BYTES_IN_TOKEN)
    stored = {"holder_name": holder.name, "holder_email": holder.email, "token_hash": hashed(token)}
    return MadeLink(_made({**of(purpose, subject), **stored}, by=by, at=at, valid_days=valid_days), token)


@command("links.link.make_code")
def make_code(
    *, purpose: LinkPurpose, subject: Model, holder: str, by: Actor, at: datetime, valid_days: int
) -> MadeCode:
    """The same with a short code to hand over on paper; `holder` says who acts by it, and need be no name."""
    withdraw_all(purpose=purpose, subject=subject, by=by, at=at)
    code = new_code()
    stored = {"holder_name": holder, "token_hash": hashed_code(code)}
    return MadeCode(_made({**of(purpose, subject), **stored}, by=by, at=at, valid_days=valid_days), code)


def _made(stored: dict[str, Any], *, by: Actor, at: datetime, valid_days: int) -> Link:
    link = Link.objects.create(
        **stored, made_by_id=by.person_id, made_at=at, expires_at=at + timedelta(days=valid_days)
    )
    record(link, moved=("", LinkState.OPEN), note=link.purpose)
    return link


@command("links.link.open")
def note_opening(*, link: Link, by: Actor, at: datetime) -> Link:
    """Note the first time a link was opened, be it by its holder or by a program that reads her mail. Spends
    nothing."""
    is_first = Link.objects.filter(pk=link.pk, opened_at=None).update(opened_at=at)
    record(link, changed=("opened_at",) if is_first else ())
    return link


@command("links.link.spend")
def spend(*, link: Link, by: Actor, at: datetime) -> Link:
    """Use a link up. To be called inside the act it was made for, which it undoes by refusing.

    Refuses a link that was spent, withdrawn or has expired, and an actor who does not hold this very link.
    """
    if by.link is None or by.link.id != link.pk or state_of(link, at) is not LinkState.OPEN:
        raise Refused(GONE)
    # of two who send at once, the condition lets one through
    if not Link.objects.filter(pk=link.pk, spent_at=None, withdrawn_at=None).update(spent_at=at):
        raise Refused(GONE)
    record(link, moved=(LinkState.OPEN, LinkState.SPENT), changed=("spent_at",))
    link.spent_at = at
    return link


@command("links.link.withdraw")
def withdraw(*, link: Link, by: Actor, at: datetime) -> Link:
    """End a link before it was used. Refuses one that was used or withdrawn."""
    if not Link.objects.filter(pk=link.pk, spent_at=None, withdrawn_at=None).update(withdrawn_at=at):
        raise Refused("This link was used or withdrawn already.")
    record(link, moved=(LinkState.OPEN, LinkState.WITHDRAWN), changed=("withdrawn_at",))
    link.withdrawn_at = at
    return link


def withdraw_all(*, purpose: LinkPurpose, subject: Model, by: Actor, at: datetime) -> None:
    """End every unused link for a purpose and a subject, each by its own command."""
    for link in Link.objects.filter(**of(purpose, subject), spent_at=None, withdrawn_at=None):
        withdraw(link=link, by=by, at=at)


@command("links.link.scrub")
def scrub(*, link: Link, by: Actor, at: datetime) -> Link:
    """Remove the holder's name and address for good, from what she did by the link too (UK GDPR Art 5(1)(e): kept no
    longer than needed)."""
    name = kept_name_of(actor_by(link, on=timezone.localdate(at)))
    if name is not None:
        scrub_name(name=name, by=by, at=at)
    link.holder_name = link.holder_email = ""
    link.save(update_fields=["holder_name", "holder_email"])
    record(link, changed=("holder_name", "holder_email"))
    return link


def scrub_all(*, purpose: LinkPurpose, subject: Model, by: Actor, at: datetime) -> None:
    """Remove the holders of every link for a purpose and a subject, each by its own command."""
    for link in Link.objects.filter(**of(purpose, subject)):
        scrub(link=link, by=by, at=at)
