"""Asking for feedback: a colleague, somebody outside, and by cards and links that are handed over (S2-77, S2-78)."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.links.services import links
from academy.engines.links.services.links import Holder, MadeCode, MadeLink
from academy.engines.notify.services import notices
from academy.engines.notify.writing import Outsider
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.selectors.belonging import belongs_to
from portfolios.choices.evidence import MOST_NAME, MOST_TITLE, NAMELESS, EvidenceKind, EvidenceState, Giver, Way
from portfolios.choices.feedback import MOST_CARDS, NOBODY
from portfolios.links.feedback import GIVE_FEEDBACK
from portfolios.models import Evidence, Feedback
from portfolios.notices.feedback import FEEDBACK_ASKED, FEEDBACK_LINK, FEEDBACK_TO_NOTE, AskedContext, LinkContext
from portfolios.selectors.feedback import address_asked
from portfolios.selectors.policies import policy_for
from portfolios.workflow import EVIDENCE


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What feedback is wanted about, in words the giver reads, and from whom. `token` names the form it came from."""

    title: str
    giver: str
    token: uuid.UUID = field(default_factory=uuid.uuid4)


@dataclass(frozen=True, kw_only=True)
class Outside:
    """A professional or manager without a record here: she is named, with what she does and where a link goes."""

    name: str
    role: str
    email: str


@dataclass(frozen=True)
class Card:
    """A card as it is printed: its code is known here and never again."""

    evidence: Evidence
    code: str


@dataclass(frozen=True)
class HandedLink(MadeLink):
    """A link to hand over, and the piece it was made for."""

    evidence: Evidence


@command("portfolios.feedback.ask_colleague")
def ask_colleague(*, wish: Wish, colleague: Person, by: Actor, at: datetime) -> Evidence:
    """Ask a colleague: for her own feedback as a professional or a manager, or to write down what somebody told her.

    Refuses oneself, people outside the organisation, and what `begin` refuses.
    """
    if colleague.pk == by.person_id:
        raise Refused("Choose somebody else: feedback comes from another person.", field="person")
    if not belongs_to(colleague.pk, by.organisation_id or 0, by.on):
        raise Refused(
            "Choose somebody of your own organisation, or send a link to somebody outside it.", field="person"
        )
    is_told = wish.giver in NAMELESS
    way, name = (Way.TOLD, "") if is_told else (Way.LINK, colleague.full_name)
    evidence = begin(wish=wish, way=way, name=name, by=by, at=at)
    asked = apply(EVIDENCE, "ask", evidence, by=by, at=at, values={"signer": colleague.pk})
    context = AskedContext(who=by.label, title=asked.title, url=asked.feedback.get_absolute_url())
    notices.send(kind=FEEDBACK_TO_NOTE if is_told else FEEDBACK_ASKED, to=colleague, context=context, by=by, at=at)
    return asked


@command("portfolios.feedback.ask_outside")
def ask_outside(*, wish: Wish, outside: Outside, by: Actor, at: datetime) -> Evidence:
    """Mail a one-time link to a professional or a manager who has no record here. Her address is kept with the link
    until she answered. Refuses one without a name or an address, those whose name is never kept, and what `begin` does.
    """
    if wish.giver in NAMELESS:
        raise Refused("Give a card or a link into her own hand: we keep no address of hers.", field="giver")
    if not outside.name.strip():
        raise Refused("Write who you ask.", field="name")
    if not outside.email.strip():
        raise Refused("Write where the link goes.", field="email")
    named = {"name": outside.name, "role": outside.role}
    asked = apply(EVIDENCE, "ask", begin(wish=wish, way=Way.LINK, by=by, at=at, **named), by=by, at=at)
    _mail(asked, outside.email.strip().lower(), by=by, at=at)
    return asked


@command("portfolios.feedback.hand_link")
def hand_link(*, wish: Wish, by: Actor, at: datetime) -> HandedLink:
    """A one-time link to hand over to a person who draws on care, a carer or a child: it is mailed by nobody here."""
    asked = apply(EVIDENCE, "ask", begin(wish=wish, way=Way.LINK, by=by, at=at), by=by, at=at)
    made = _link(asked, Holder(NOBODY), by=by, at=at)
    return HandedLink(made.link, made.token, asked)


def make_cards(*, wish: Wish, count: int, by: Actor, at: datetime) -> list[Card]:
    """Cards with a code each, up to four, one for each person; all of them or none. Each is a piece of its own."""
    if not 1 <= count <= MOST_CARDS:
        raise Refused(f"Make one to {MOST_CARDS} cards at a time.", field="count")
    with transaction.atomic():
        each = [Wish(title=wish.title, giver=wish.giver, token=_nth(wish.token, place)) for place in range(count)]
        return [_make_card(wish=one, by=by, at=at) for one in each]


@command("portfolios.feedback.make_card")
def _make_card(*, wish: Wish, by: Actor, at: datetime) -> Card:
    asked = apply(EVIDENCE, "ask", begin(wish=wish, way=Way.CARD, by=by, at=at), by=by, at=at)
    return Card(asked, _code(asked, by=by, at=at).code)


@command("portfolios.feedback.make_again")
def make_again(*, evidence: Evidence, by: Actor, at: datetime) -> MadeLink | Card:
    """A new card or a new link to hand over; the one before works no more. Refuses where a colleague is asked."""
    feedback = _still_asked(evidence, by=by)
    if evidence.signer_id is not None:
        raise Refused("A colleague is asked in the portal: there is no link to hand over.")
    record(evidence, about=evidence.person_id, organisation=evidence.organisation_id)
    if feedback.way == Way.CARD:
        return Card(evidence, _code(evidence, by=by, at=at).code)
    holder = Holder(feedback.giver_name or NOBODY, address_asked(evidence))
    return _link(evidence, holder, by=by, at=at)


@command("portfolios.feedback.send_again")
def send_again(*, evidence: Evidence, by: Actor, at: datetime) -> Evidence:
    """Mail a new link to who was asked outside; the one before works no more. Refuses where no address is kept."""
    _still_asked(evidence, by=by)
    address = address_asked(evidence)
    if not address:
        raise Refused("There is no e-mail address to send it to. Make a new link and hand it over.")
    record(evidence, about=evidence.person_id, organisation=evidence.organisation_id)
    _mail(evidence, address, by=by, at=at)
    return evidence


@command("portfolios.feedback.begin")
def begin(*, wish: Wish, way: Way, by: Actor, at: datetime, name: str = "", role: str = "") -> Evidence:
    """A piece that waits for what somebody says. To be called inside the act it is begun for.

    Refuses people who gather no evidence here, nothing said about what it is, an unknown giver, a name too long, and
    the same form sent twice.
    """
    if not allows("portfolios.evidence.begin", by) or by.person_id is None or by.organisation_id is None:
        raise Refused("This is for staff. Ask your academy lead to add your post.")
    title = " ".join(wish.title.split())
    if not title:
        raise Refused("Say in a few words what it is about, without names.", field="title")
    if len(title) > MOST_TITLE or max(len(name), len(role)) > MOST_NAME:
        raise Refused(f"Use at most {MOST_TITLE} characters.", field="title")
    if wish.giver not in Giver.values:
        raise Refused("Choose one of the answers shown.", field="giver")
    if Evidence.objects.filter(person_id=by.person_id, token=wish.token).exists():
        raise Refused("This was sent before. Look among your feedback, and make a new card or link there.")
    evidence = Evidence.objects.create(
        person_id=by.person_id,
        organisation_id=by.organisation_id,
        token=wish.token,
        kind=EvidenceKind.FEEDBACK,
        title=title,
        created_at=at,
        changed_at=at,
    )
    said = {"giver_name": name.strip(), "giver_role": role.strip()}
    Feedback.objects.create(evidence=evidence, giver=wish.giver, way=way, collected_by_id=by.person_id, **said)
    record(evidence, moved=("", EvidenceState.DRAFT), about=by.person_id, organisation=by.organisation_id)
    return evidence


def _still_asked(evidence: Evidence, *, by: Actor) -> Feedback:
    if not allows("portfolios.evidence.change", by, evidence):
        raise Refused("Only the person who asks can do this.")
    evidence.refresh_from_db()
    if evidence.state != EvidenceState.ASKED:
        raise Refused("It is answered, or you withdrew it. There is nothing to ask any more.")
    feedback: Feedback = evidence.feedback
    return feedback


def _mail(evidence: Evidence, address: str, *, by: Actor, at: datetime) -> None:
    name = evidence.feedback.giver_name
    made = _link(evidence, Holder(name, address), by=by, at=at)
    context = LinkContext(
        who=by.label,
        title=evidence.title,
        organisation=evidence.organisation.name,
        last_day=in_words(timezone.localdate(made.link.expires_at)),
        url=made.url,
    )
    notices.send_outside(kind=FEEDBACK_LINK, to=Outsider(name, address), context=context, by=by, at=at)


def _link(evidence: Evidence, holder: Holder, *, by: Actor, at: datetime) -> MadeLink:
    days = _days(evidence, by=by)
    return links.make(purpose=GIVE_FEEDBACK, subject=evidence, holder=holder, by=by, at=at, valid_days=days)


def _code(evidence: Evidence, *, by: Actor, at: datetime) -> MadeCode:
    days = _days(evidence, by=by)
    return links.make_code(purpose=GIVE_FEEDBACK, subject=evidence, holder=NOBODY, by=by, at=at, valid_days=days)


def _days(evidence: Evidence, *, by: Actor) -> int:
    return policy_for(evidence.organisation_id, by.on).periods.feedback_link


def _nth(token: uuid.UUID, place: int) -> uuid.UUID:
    """The first card bears the form's own token, so that the form sent twice is known."""
    return token if not place else uuid.uuid5(token, str(place))
