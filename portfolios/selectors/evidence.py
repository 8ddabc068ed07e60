"""Evidence as lists and its page show it: one's own, what waits for one, where a piece is used and who read it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet

from academy.engines.audit.selectors.events import reads_of
from academy.identity.actor import Actor
from portfolios.choices.evidence import EvidenceState
from portfolios.models import Evidence, Item, Snapshot
from portfolios.selectors.turns import BESIDE

ON_A_PAGE = 30


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the list is to show; empty means everything that was not withdrawn. `months` back from the day."""

    kind: str = ""
    state: str = ""
    statement: str = ""
    months: int = 0

    @property
    def is_everything(self) -> bool:
        return self == Wanted()


@dataclass(frozen=True)
class Reader:
    """Who read a piece, and when last."""

    name: str
    at: datetime


@dataclass(frozen=True)
class UsedIn:
    """A portfolio a piece is in, under its section, or a hand-in that keeps its copy."""

    title: str
    url: str
    is_frozen: bool


def own_evidence(actor: Actor, wanted: Wanted) -> QuerySet[Evidence]:
    """The actor's own pieces that match: those to come first, then by day, the newest before."""
    own: QuerySet[Evidence] = Evidence.objects.filter(person_id=actor.person_id).select_related(*BESIDE)
    own = own.filter(state=wanted.state) if wanted.state else own.exclude(state=EvidenceState.WITHDRAWN)
    if wanted.kind:
        own = own.filter(kind=wanted.kind)
    if wanted.statement:
        own = own.filter(statements=wanted.statement)
    if wanted.months:
        first = actor.on - timedelta(days=wanted.months * 365 // 12)
        own = own.filter(Q(happened_on__gte=first) | Q(happened_on__isnull=True, created_at__date__gte=first))
    return own.order_by(F("happened_on").desc(nulls_first=True), "-created_at", "-pk")


def waiting_for(actor: Actor) -> list[Evidence]:
    """Pieces in which it is the actor's turn as the second person, the longest waiting first. One query."""
    asked = Evidence.objects.second_of(actor).exclude(person_id=actor.person_id).others_turn()
    return list(asked.select_related(*BESIDE).distinct().order_by("asked_at", "pk"))


def had_part_in(actor: Actor) -> QuerySet[Evidence]:
    """Pieces of others in which the actor said her part."""
    done = Evidence.objects.second_of(actor).exclude(person_id=actor.person_id).complete()
    found: QuerySet[Evidence] = done.select_related(*BESIDE).distinct().order_by("-completed_at", "-pk")
    return found


def statements_of(actor: Actor) -> list[tuple[str, str]]:
    """Statements the actor's own evidence speaks to, for a filter. One query."""
    rows = (
        Evidence.objects.filter(person_id=actor.person_id, statements__isnull=False)
        .exclude(state=EvidenceState.WITHDRAWN)
        .order_by("statements__version__framework__short_name", "statements__order", "statements")
        .values_list(
            "statements", "statements__version__framework__short_name", "statements__code", "statements__title"
        )
        .distinct()
    )
    return [(str(pk), f"{framework} {code} {title}") for pk, framework, code, title in rows]


def used_in(evidence: Evidence) -> list[UsedIn]:
    """The portfolios a piece is in now, and the hand-ins that keep a copy of it. Two queries; for its owner."""
    items = Item.objects.filter(evidence=evidence).select_related("section__portfolio").order_by("section_id", "pk")
    portfolios = {item.section.portfolio.pk: item.section.portfolio for item in items}
    now = [UsedIn(each.title, each.get_absolute_url(), is_frozen=False) for each in portfolios.values()]
    kept = Snapshot.objects.filter(
        portfolio__person_id=evidence.person_id, content__contains=f'"source":"evidence:{evidence.pk}"'
    )
    handed_in = kept.select_related("portfolio").defer("content").order_by("portfolio_id", "number")
    return now + [UsedIn(_handed_in(each), each.get_absolute_url(), is_frozen=True) for each in handed_in]


def readers_of(evidence: Evidence) -> list[Reader]:
    """Who read its page, each once with the last time, the latest first. One query; for its owner."""
    reads = reads_of(evidence.person_id).filter(subject_label=evidence._meta.label_lower, subject_id=str(evidence.pk))
    last: dict[str, Reader] = {}
    for read in reads.order_by("-at", "-pk"):
        last.setdefault(read.actor.name, Reader(read.actor.name, read.at))
    return list(last.values())


def _handed_in(snapshot: Snapshot) -> str:
    return f"{snapshot.portfolio.title}, hand-in {snapshot.number}"
