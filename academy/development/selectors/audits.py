"""Self-audits: one's own and those shared with one, both views side by side, and the earlier one for comparison.

Nothing here adds ratings up (D1-54): a difference is told statement by statement, and coverage counts entries.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from academy.development.choices import EntryState
from academy.development.choices.audits import AuditState, Rating
from academy.development.models import AuditRating, Entry, SelfAudit
from academy.development.rules.audits import is_different
from academy.frameworks.selectors.choices import frameworks_for
from academy.identity.actor import Actor

# So many statements are written on one page.
MOST_ON_A_PAGE = 12


@dataclass(frozen=True)
class Against:
    """What a self-audit can be made against: a framework in force, at a level."""

    framework_id: int
    level_id: int | None
    words: str

    @property
    def key(self) -> str:
        return f"{self.framework_id}-{self.level_id or 0}"


@dataclass(frozen=True)
class Row:
    """One statement with both views, and how she saw it in the audit before."""

    statement: Any
    rating: AuditRating
    earlier: AuditRating | None = None

    @property
    def own(self) -> str:
        return _words(self.rating.own_rating)

    @property
    def supervisors(self) -> str:
        return _words(self.rating.supervisor_rating)

    @property
    def before(self) -> str:
        return _words(self.earlier.own_rating) if self.earlier else ""

    @property
    def is_different(self) -> bool:
        return is_different(self.rating)


@dataclass(frozen=True)
class Group:
    """The statements of one domain."""

    domain: Any
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Part:
    """Domains that are written on one page: as many as have a handful of statements together."""

    groups: tuple[Group, ...]

    @property
    def rows(self) -> list[Row]:
        return [row for group in self.groups for row in group.rows]

    @property
    def key(self) -> int:
        """The id of its first domain."""
        return int(self.groups[0].domain.pk)

    @property
    def title(self) -> str:
        first, last = self.groups[0].domain.title, self.groups[-1].domain.title
        return str(first) if first == last else f"{first} to {last.lower()}"

    def holds(self, domain_id: int) -> bool:
        return any(group.domain.pk == domain_id for group in self.groups)


@dataclass(frozen=True)
class AuditPage:
    """A self-audit, domain by domain."""

    audit: SelfAudit
    groups: tuple[Group, ...]
    earlier: SelfAudit | None

    @property
    def parts(self) -> list[Part]:
        """The domains in their order, put together while they have no more than a dozen statements."""
        parts: list[Part] = []
        for group in self.groups:
            if parts and len(parts[-1].rows) + len(group.rows) <= MOST_ON_A_PAGE:
                parts[-1] = Part((*parts[-1].groups, group))
            else:
                parts.append(Part((group,)))
        return parts

    @property
    def differences(self) -> list[Row]:
        """Where the two see it differently."""
        return [row for group in self.groups for row in group.rows if row.is_different]


@dataclass(frozen=True)
class Covered:
    """One statement with what somebody has written and said about it so far."""

    statement: Any
    entries: int
    last_audit: SelfAudit | None


def own_audits(actor: Actor) -> QuerySet[SelfAudit]:
    """One's own, the latest first."""
    own: QuerySet[SelfAudit] = SelfAudit.objects.filter(person_id=actor.person_id)
    return own.select_related("framework__framework", "level", "supervisor")


def shared_audits(actor: Actor) -> QuerySet[SelfAudit]:
    """Those others share with the actor as their supervisor, what waits first."""
    shared: QuerySet[SelfAudit] = SelfAudit.objects.visible_to(actor).exclude(person_id=actor.person_id)
    return shared.select_related("framework__framework", "level", "person").order_by("-state", "-shared_at", "-pk")


def audits_to_go_on(actor: Actor) -> list[SelfAudit]:
    """Shared ones in which it is the actor's turn: to say how she sees it, or to sign; one query."""
    shared = SelfAudit.objects.visible_to(actor).filter(state=AuditState.SHARED).select_related("person")
    own = Q(person_id=actor.person_id, discussed_on__isnull=False, person_signed_at__isnull=True)
    hers = Q(supervisor_id=actor.person_id, supervisor_signed_at__isnull=True)
    return list(shared.filter(own | hers).order_by("shared_at", "pk"))


def audit_page(audit: SelfAudit) -> AuditPage:
    """Every statement in force with both views, in four queries."""
    ratings = {rating.statement_id: rating for rating in audit.ratings.all()}
    earlier = _earlier(audit)
    rated = earlier.ratings.select_related("statement") if earlier else ()
    before = {rating.statement.code: rating for rating in rated}
    grouped: dict[Any, list[Row]] = defaultdict(list)
    for statement in _statements(audit.framework):
        rating = ratings.get(statement.pk) or AuditRating(audit=audit, statement=statement)
        grouped[statement.domain].append(Row(statement, rating, before.get(statement.code)))
    return AuditPage(audit, tuple(Group(domain, tuple(rows)) for domain, rows in grouped.items()), earlier)


def coverage(audit: SelfAudit) -> list[Covered]:
    """For each statement of the audit's framework: how many kept entries of the person speak to it, and her last
    self-audit that rated it. It says where there is something to read, never how good it is (D1-54). Three queries."""
    entries: dict[int, int] = defaultdict(int)
    kept = Entry.objects.written_by(audit.person_id).filter(state=EntryState.KEPT)
    for statement_id in kept.filter(statements__version=audit.framework_id).values_list("statements", flat=True):
        entries[statement_id] += 1
    rated = AuditRating.objects.filter(
        audit__person_id=audit.person_id, audit__framework=audit.framework_id, own_rating__isnull=False
    ).exclude(audit__state=AuditState.WITHDRAWN)
    last = {each.statement_id: each.audit for each in rated.select_related("audit").order_by("audit__started_at", "pk")}
    return [Covered(each, entries[each.pk], last.get(each.pk)) for each in _statements(audit.framework)]


def against_what(on: date) -> list[Against]:
    """Frameworks in force on the day, each at every level it has, or without one where it has none."""
    found = []
    for version in frameworks_for(on=on):
        name = f"{version.framework.short_name}, {version.title}"
        levels = list(version.levels.filter(withdrawn_on__isnull=True).order_by("order", "pk"))
        found += [Against(version.pk, level.pk, f"{name}: {level.title}") for level in levels]
        found += [] if levels else [Against(version.pk, None, name)]
    return found


def _statements(version: Any) -> list[Any]:
    there = version.statements.filter(withdrawn_on__isnull=True).select_related("domain")
    return list(there.order_by("domain__order", "order", "pk"))


def _earlier(audit: SelfAudit) -> SelfAudit | None:
    """The person's audit before this one against any edition of the same framework."""
    own = SelfAudit.objects.standing().filter(person_id=audit.person_id, started_at__lt=audit.started_at)
    found: SelfAudit | None = own.filter(framework__framework=audit.framework.framework_id).first()
    return found


def _words(rating: int | None) -> str:
    return str(Rating(rating).label) if rating is not None else ""
