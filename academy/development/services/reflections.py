"""Noting a talk with a peer, asking her to confirm it, her answer, and taking the note back."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from academy.development.choices import MOST_NOTE, PeerStanding, ReflectionState
from academy.development.links import CONFIRM_TALK
from academy.development.models import Entry, PeerReflection
from academy.development.notices.entries import (
    PEER_ASKED,
    PEER_CONFIRMED,
    PEER_DECLINED,
    PEER_LINK,
    PeerContext,
    PeerLinkContext,
)
from academy.development.rules.peers import can_go_on, can_talk_over, talk_faults
from academy.development.selectors.reflections import standing_of
from academy.development.workflow.entries import REFLECTION
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.links.models import Link
from academy.engines.links.services import links
from academy.engines.links.services.links import Holder, MadeLink
from academy.engines.notify.services import notices
from academy.engines.notify.writing import Outsider
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.selectors.belonging import belongs_to


@dataclass(frozen=True, kw_only=True)
class Talk:
    """When it was, and what was learnt from it."""

    talked_on: date
    learnt: str


@dataclass(frozen=True, kw_only=True)
class OutsidePeer:
    """Somebody who has no record here: her name and role, why she counts, and where a link may go, if anywhere."""

    name: str
    role: str
    counts_as: str
    email: str = ""


@command("development.reflection.ask_colleague")
def ask_colleague(*, entry: Entry, peer: Person, talk: Talk, by: Actor, at: datetime) -> PeerReflection:
    """Note a talk with a colleague and ask her to confirm it. Why she counts is worked out from posts and registers.

    Refuses oneself, people outside the entry's organisation on that day, impossible days, nothing learnt, an entry that
    is withdrawn or has no title, and the same talk twice.
    """
    _judge(entry, talk, by=by)
    if peer.pk == entry.author_id:
        raise Refused("Choose a colleague: a peer is somebody else.", field="person")
    if not belongs_to(peer.pk, entry.organisation_id, by.on):
        raise Refused("Choose somebody of your own organisation, or name a peer outside it.", field="person")
    if PeerReflection.objects.standing().filter(entry=entry, peer=peer, talked_on=talk.talked_on).exists():
        raise Refused(f"Your talk with {peer.short_name} on that day is noted already.", field="talked_on")
    standing = standing_of(peer.pk, author_id=entry.author_id, on=talk.talked_on)
    noted = PeerReflection.objects.create(
        entry=entry, peer=peer, counts_as=standing, title=entry.title, noted_at=at, **_said(talk)
    )
    asked = apply(REFLECTION, "ask", noted, by=by, at=at)
    context = PeerContext(who=by.label, day=in_words(talk.talked_on), url=asked.get_absolute_url())
    notices.send(kind=PEER_ASKED, to=peer, context=context, by=by, at=at)
    return asked


@command("development.reflection.note_outside")
def note_outside(*, entry: Entry, peer: OutsidePeer, talk: Talk, by: Actor, at: datetime) -> PeerReflection:
    """Note a talk with somebody outside. It counts as it is; with an address she is sent a link to confirm it.

    Refuses a peer without a name, an unknown reason why she counts, and what `ask_colleague` refuses of a talk.
    """
    _judge(entry, talk, by=by)
    name = peer.name.strip()
    if not name:
        raise Refused("Write the name of your peer.", field="name")
    if peer.counts_as not in PeerStanding.values:
        raise Refused("Choose one of the answers shown.", field="counts_as")
    if PeerReflection.objects.standing().filter(entry=entry, outside_name=name, talked_on=talk.talked_on).exists():
        raise Refused(f"Your talk with {name} on that day is noted already.", field="talked_on")
    noted = PeerReflection.objects.create(
        entry=entry,
        outside_name=name,
        outside_role=peer.role.strip(),
        outside_email=peer.email.strip().lower(),
        counts_as=peer.counts_as,
        title=entry.title,
        noted_at=at,
        **_said(talk),
    )
    record(
        noted,
        moved=("", ReflectionState.NOTED),
        about=entry.author_id,
        organisation=entry.organisation_id,
    )
    if noted.outside_email:
        send_link(reflection=noted, by=by, at=at)
        noted.refresh_from_db()
    return noted


@command("development.reflection.send_link")
def send_link(*, reflection: PeerReflection, by: Actor, at: datetime) -> MadeLink:
    """Mail a new link to the peer outside; the one before works no more. Refuses a peer without an address."""
    if not reflection.outside_email:
        raise Refused("There is no e-mail address of this peer. Show a link instead, and hand it over yourself.")
    made = _new_link(reflection, by=by, at=at)
    context = PeerLinkContext(
        who=reflection.entry.author.full_name,
        day=in_words(reflection.talked_on),
        organisation=reflection.entry.organisation.name,
        last_day=in_words(timezone.localdate(made.link.expires_at)),
        url=made.url,
    )
    to = Outsider(reflection.outside_name, reflection.outside_email)
    notices.send_outside(kind=PEER_LINK, to=to, context=context, by=by, at=at)
    return made


@command("development.reflection.make_link")
def make_link(*, reflection: PeerReflection, by: Actor, at: datetime) -> MadeLink:
    """Make a link to hand over oneself; the one before works no more. Its token is known here and never again."""
    return _new_link(reflection, by=by, at=at)


@command("development.reflection.answer")
def answer(
    *,
    reflection: PeerReflection,
    took_place: bool,
    words: str,
    by: Actor,
    at: datetime,
    link: Link | None = None,
) -> PeerReflection:
    """The peer says whether the talk took place, with words of her own (1,000 characters) or without. She approves
    nothing. Somebody outside answers by her link, which is spent by it."""
    words = words.strip()
    if len(words) > MOST_NOTE:
        raise Refused(f"Use at most {MOST_NOTE:,} characters.", field="words")
    answered = apply(REFLECTION, "confirm" if took_place else "decline", reflection, by=by, at=at)
    if link is not None:
        links.spend(link=link, by=by, at=at)
    answered.words = words
    answered.save(update_fields=["words"])
    kind = PEER_CONFIRMED if took_place else PEER_DECLINED
    context = PeerContext(who=answered.peer_name, day=in_words(answered.talked_on), url=answered.get_absolute_url())
    notices.send(kind=kind, to=answered.entry.author, context=context, by=by, at=at)
    return answered


@command("development.reflection.withdraw")
def withdraw(*, reflection: PeerReflection, by: Actor, at: datetime) -> PeerReflection:
    """Take the note of a talk back: it counts no more, nobody is asked any more, and a link for it ends."""
    withdrawn = apply(REFLECTION, "withdraw", reflection, by=by, at=at)
    links.withdraw_all(purpose=CONFIRM_TALK, subject=withdrawn, by=by, at=at)
    return withdrawn


def _judge(entry: Entry, talk: Talk, *, by: Actor) -> None:
    if not allows("development.reflection.note", by, entry):
        raise Refused("Only the person who wrote it can note a talk beside this entry.")
    decision = can_talk_over(entry)
    if not decision.allowed:
        raise Refused(decision.reason)
    for fault in talk_faults(entry, talked_on=talk.talked_on, learnt=talk.learnt, on=by.on):
        raise Refused(fault.reason, field=fault.field)


def _said(talk: Talk) -> dict[str, object]:
    return {"talked_on": talk.talked_on, "learnt": talk.learnt.strip().replace("\r\n", "\n")}


def _new_link(reflection: PeerReflection, *, by: Actor, at: datetime) -> MadeLink:
    """To be called as the one act of a command: asks if nobody was asked yet, and makes the link."""
    if not allows("development.reflection.keep", by, reflection):
        raise Refused("Only the person who noted the talk can send a link.")
    reflection.refresh_from_db()
    if reflection.scrubbed_at is not None:
        raise Refused("The name of this peer is no longer kept, so there is nobody to ask.")
    if not reflection.is_outside:
        raise Refused("This peer is a colleague and is asked in the portal.")
    if reflection.is_noted:
        apply(REFLECTION, "ask", reflection, by=by, at=at)
    else:
        _ask_again(reflection)
    return links.make(
        purpose=CONFIRM_TALK,
        subject=reflection,
        holder=Holder(reflection.outside_name, reflection.outside_email),
        by=by,
        at=at,
        valid_days=settings.PEER_LINK_DAYS,
    )


def _ask_again(reflection: PeerReflection) -> None:
    if not reflection.is_asked:
        raise Refused("Your peer has answered already, or the note was withdrawn. There is nothing to ask.")
    decision = can_go_on(reflection)
    if not decision.allowed:
        raise Refused(decision.reason)
    record(reflection, about=reflection.entry.author_id, organisation=reflection.entry.organisation_id)
