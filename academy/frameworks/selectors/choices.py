"""What frameworks and statements can be chosen from on a day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from academy.frameworks.models import Domain, Framework, FrameworkVersion, Statement


@dataclass(frozen=True)
class DomainChoice:
    """A domain with the statements offered under it."""

    domain: Domain
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class FrameworkChoice:
    """A version with its domains and statements, as a form offers them. `is_old`: shown for its chosen lines only."""

    version: FrameworkVersion
    domains: tuple[DomainChoice, ...]
    is_old: bool = False

    @property
    def framework(self) -> Framework:
        return self.version.framework


def frameworks_for(*, on: date, profession: str = "", service: str = "") -> list[FrameworkVersion]:
    """The versions in force on a day for a profession (`social_worker`, …) in a kind of service (`adults`, `children`).

    An empty profession or service asks for all of them. The version new work is mapped to comes first where two of one
    framework hold on the same day. One query. Source: rules.md D0-03, X-02.
    """
    versions = FrameworkVersion.objects.in_force(on).select_related("framework")
    return [
        version
        for version in versions.order_by("framework__short_name", "framework__code", "-valid_from")
        if _is_for(version.framework.professions, profession) and _is_for(version.framework.services, service)
    ]


def statements_in_force(
    *, on: date, profession: str = "", service: str = "", also: Iterable[int] = ()
) -> list[FrameworkChoice]:
    """Everything an entry can be mapped to on a day, grouped by framework and domain; three queries, whatever there is.

    `also` are ids of statements chosen before: they stay on offer when their version or line has ended since.
    """
    chosen = frozenset(also)
    current = {version.pk: version for version in frameworks_for(on=on, profession=profession, service=service)}
    wanted = Q(version__in=current) & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on))
    statements = Prefetch("statements", Statement.objects.filter(wanted | Q(pk__in=chosen)), to_attr="offered")
    versions = (
        FrameworkVersion.objects.filter(Q(pk__in=current) | Q(statements__in=chosen))
        .distinct()
        .select_related("framework")
        .prefetch_related(Prefetch("domains", Domain.objects.prefetch_related(statements), to_attr="parts"))
        .order_by("framework__short_name", "framework__code", "-valid_from")
    )
    return [_choice(version, is_old=version.pk not in current) for version in versions]


def statements_called(ids: Iterable[int]) -> list[Statement]:
    """Statements by their ids, framework by framework in the order of each; an id of none is left out. One query."""
    found = Statement.objects.filter(pk__in=ids).select_related("version__framework")
    return list(found.order_by("version__framework__short_name", "version__framework__code", "version", "order"))


def editions_called(keys: Collection[str]) -> list[FrameworkVersion]:
    """The editions with these natural keys ("pcf/2018"), in the order of the keys; unknown ones are left out."""
    codes = {key.partition("/")[0] for key in keys}
    editions = FrameworkVersion.objects.filter(framework__code__in=codes).select_related("framework")
    return sorted((each for each in editions if each.key in keys), key=lambda each: each.key)


def statement_by_key(key: str) -> Statement:
    """The statement `framework/version/statement`, as in "pcf/2018/6". Raises Statement.DoesNotExist."""
    framework, _, rest = key.partition("/")
    version, _, code = rest.partition("/")
    return Statement.objects.select_related("version__framework", "domain").get(
        version__framework__code=framework, version__code=version, code=code
    )


def _is_for(whom: list[str], asked: str) -> bool:
    return not whom or not asked or asked in whom


def _choice(version: FrameworkVersion, *, is_old: bool) -> FrameworkChoice:
    domains = tuple(
        DomainChoice(domain, tuple(domain.offered)) for domain in getattr(version, "parts") if domain.offered
    )
    return FrameworkChoice(version, domains, is_old=is_old)
