"""Evidence named in reviews: what can be named, each piece once in the whole year, and what readers see of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from academy.development.selectors.entries import Wanted, own_entries
from academy.identity.actor import Actor
from asye.choices.year import ReviewState
from asye.models import Cited, Review
from portfolios.choices.evidence import EvidenceState
from portfolios.rules.content import Piece
from portfolios.selectors.complete import complete_evidence
from portfolios.selectors.pieces import entry_pieces, pieces_of

MOST_OFFERED = 100


@dataclass(frozen=True, kw_only=True)
class Offer:
    """Something that can be named; `value` names it in the form."""

    value: str
    title: str
    kind_words: str
    on: date | None


@dataclass(frozen=True, kw_only=True)
class Titled:
    """A piece as a review names it: where it comes from, and what it is called."""

    pk: int
    source: str
    title: str
    kind_words: str
    on: date | None
    cited_by: str
    is_there: bool = True


def evidence_to_cite(review: Review, actor: Actor) -> QuerySet[Any]:
    """Complete evidence of the year that is named in no review of it: hers to the NQSW, to others what they see of it
    without the review, because they had a part in it."""
    year = review.enrolment
    named = Cited.objects.filter(review__enrolment_id=year.pk, evidence__isnull=False).values("evidence_id")
    return complete_evidence(actor, person_id=year.person_id, since=year.starts_on).exclude(pk__in=named)


def entries_to_cite(review: Review, actor: Actor) -> QuerySet[Any]:
    """Kept entries of the year that are named in no review of it. Nobody but the NQSW names her own writing."""
    year = review.enrolment
    named = Cited.objects.filter(review__enrolment_id=year.pk, version__isnull=False).values("version__entry_id")
    own = own_entries(actor, Wanted()).filter(author_id=year.person_id, started_on__gte=year.starts_on)
    return own.exclude(pk__in=named)


def offers_for(review: Review, actor: Actor) -> list[Offer]:
    """What the actor can name in this review, the latest first. Two queries."""
    evidence = [
        Offer(value=f"evidence:{each.pk}", title=each.title, kind_words=each.kind_words, on=each.happened_on)
        for each in evidence_to_cite(review, actor)[:MOST_OFFERED]
    ]
    entries = [
        Offer(value=f"entry:{each.pk}", title=each.title, kind_words=each.get_kind_display(), on=each.started_on)
        for each in entries_to_cite(review, actor)[:MOST_OFFERED]
    ]
    return sorted([*evidence, *entries], key=lambda offer: (-(offer.on or date.min).toordinal(), offer.value))


def titles_of(review: Review) -> list[Titled]:
    """What is named in a review, in the order it was named. One query."""
    rows = review.cited.select_related("review", "evidence", "version", "cited_by").order_by("cited_at", "pk")
    return [_titled(each) for each in rows]


def piece_of(cited: Cited) -> Piece:
    """A piece as readers of the review see it: its words, and not its files, which have readers of their own."""
    if cited.evidence is not None:
        piece = pieces_of([cited.evidence])[cited.evidence.pk]
    else:
        piece = entry_pieces([cited.version])[_pk(cited.version)]
    return replace(piece, files=())


def cited_seen(actor: Actor) -> QuerySet[Cited]:
    """What is named in reviews of the years the actor sees; what was taken back since is read in a locked one only."""
    visible: Iterable[Any] = Review.objects.visible_to(actor).order_by().values("pk")
    taken_back = Q(evidence__state=EvidenceState.WITHDRAWN) & ~Q(review__state=ReviewState.LOCKED)
    return (
        Cited.objects.filter(review_id__in=visible)
        .exclude(taken_back)
        .select_related(
            "review__milestone", "review__enrolment__person", "review__enrolment__policy", "evidence", "version"
        )
    )


def _titled(cited: Cited) -> Titled:
    if cited.evidence is not None:
        found = cited.evidence
        return Titled(
            pk=cited.pk,
            source=f"evidence:{found.pk}",
            title=found.title,
            kind_words=found.kind_words,
            on=found.happened_on,
            cited_by=cited.cited_by.full_name,
            is_there=found.state != EvidenceState.WITHDRAWN or cited.review.state == ReviewState.LOCKED,
        )
    version: Any = cited.version
    return Titled(
        pk=cited.pk,
        source=f"entry:{version.entry_id}:{version.number}",
        title=version.title,
        kind_words=version.kind_words,
        on=date.fromisoformat(version.text["started_on"]),
        cited_by=cited.cited_by.full_name,
    )


def _pk(version: Any) -> int:
    return int(version.pk)
