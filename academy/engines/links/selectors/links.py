"""Finding the link of a token."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from academy.engines.links.declarations import LinkPurpose
from academy.engines.links.models import Link
from academy.engines.links.rules import LinkFacts, LinkState, state_at
from academy.identity.actor import Actor, HeldLink
from academy.identity.choices import ActorKind


def usable_link(token_hash: str, *, at: datetime) -> Link | None:
    """The open link with this hash; None alike for one unknown, spent, withdrawn or expired. One query."""
    link = Link.objects.filter(token_hash=token_hash).first()
    return link if link is not None and state_of(link, at) is LinkState.OPEN else None


def latest_link(purpose: LinkPurpose, subject: Model) -> Link | None:
    """The link made last for a purpose and a subject, however it stands; one query."""
    return Link.objects.filter(**of(purpose, subject)).first()


def latest_links(purpose: LinkPurpose, subjects: Sequence[Model]) -> dict[str, Link]:
    """The same for many subjects of one kind, by the id of the subject; one query, none for no subject."""
    if not subjects:
        return {}
    made = Link.objects.filter(
        purpose=purpose.name,
        subject_label=subjects[0]._meta.label_lower,
        subject_id__in=[str(subject.pk) for subject in subjects],
    )
    return {link.subject_id: link for link in made.order_by("made_at", "pk")}


def state_of(link: Link, at: datetime) -> LinkState:
    return state_at(LinkFacts(link.expires_at, link.spent_at, link.withdrawn_at), at)


def of(purpose: LinkPurpose, subject: Model) -> dict[str, Any]:
    """The conditions of a link for this purpose and this subject."""
    return {"purpose": purpose.name, "subject_label": subject._meta.label_lower, "subject_id": str(subject.pk)}


def actor_by(link: Link, *, on: date) -> Actor:
    """Whoever holds the link, as an actor: she has no record and no right but what this link is for."""
    return Actor(
        kind=ActorKind.LINK,
        on=on,
        label=link.holder_name or f"link {link.pk}",
        link=HeldLink(link.pk, link.purpose, link.subject_label, link.subject_id),
    )
