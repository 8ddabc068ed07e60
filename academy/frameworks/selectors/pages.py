"""What the pages about frameworks show."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from academy.frameworks.choices import MOST_FOUND, PROFESSIONS, SERVICES, SHORTEST_SEARCH, Standing
from academy.frameworks.models import Domain, Framework, FrameworkVersion, Level, Statement
from academy.frameworks.rules import Validity, in_words, standing_of


@dataclass(frozen=True)
class VersionLine:
    """A version in a list, with how it stands on the day."""

    version: FrameworkVersion
    standing: Standing


@dataclass(frozen=True)
class FrameworkLine:
    """A framework with its versions, newest first."""

    framework: Framework
    versions: tuple[VersionLine, ...]
    whom: str


@dataclass(frozen=True)
class VersionPage:
    """Everything about one version. `succeeded_by` and `versions` lead to the others."""

    version: FrameworkVersion
    standing: Standing
    whom: str
    domains: tuple[Domain, ...]
    levels: tuple[Level, ...]
    versions: tuple[VersionLine, ...]
    succeeded_by: tuple[FrameworkVersion, ...]
    unconfirmed: int

    @property
    def has_qualifying(self) -> bool:
        """Does this framework tell levels before qualifying from those after it?"""
        return any(level.before_qualifying for level in self.levels)

    @property
    def states_its_domains(self) -> bool:
        """Is each domain its own only statement, as in the PCF? Then it is shown once."""
        return all(
            [(line.code, line.title) for line in getattr(domain, "lines")] == [(domain.code, domain.title)]
            for domain in self.domains
        )

    @property
    def facts(self) -> list[tuple[str, object]]:
        return [
            ("Published by", self.version.framework.owner),
            ("For", self.whom),
            ("Also called", ", ".join(self.version.framework.aliases)),
            ("Standing", self.standing.state),
            ("Source", self.version.source),
        ]


def framework_list(*, on: date) -> list[FrameworkLine]:
    """Every framework with all its versions; two queries."""
    versions = FrameworkVersion.objects.order_by("-valid_from")
    frameworks = Framework.objects.prefetch_related(Prefetch("versions", versions))
    return [FrameworkLine(framework, _lines(framework, on=on), whom_for(framework)) for framework in frameworks]


def version_page(version: FrameworkVersion, *, on: date) -> VersionPage:
    """One version with domains, statements, levels and its neighbours; six queries, whatever it holds."""
    statements = Prefetch("statements", Statement.objects.order_by("order"), to_attr="lines")
    domains = tuple(Domain.objects.filter(version=version).prefetch_related(statements))
    levels = tuple(Level.objects.filter(version=version))
    framework = Framework.objects.prefetch_related(
        Prefetch("versions", FrameworkVersion.objects.order_by("-valid_from"))
    ).get(pk=version.framework_id)
    lines = [version, *levels, *domains, *(line for domain in domains for line in domain.lines)]
    return VersionPage(
        version=version,
        standing=standing(version, on=on),
        whom=whom_for(framework),
        domains=domains,
        levels=levels,
        versions=_lines(framework, on=on),
        succeeded_by=tuple(version.successors.select_related("framework")),
        unconfirmed=sum(line.is_unconfirmed for line in lines),
    )


def version_to_show(framework: Framework, *, on: date) -> FrameworkVersion | None:
    """The version somebody means who names only the framework: the newest in force, else the newest there is."""
    versions = framework.versions.order_by("-valid_from")
    current = versions.filter(pk__in=FrameworkVersion.objects.in_force(on)).first()
    found: FrameworkVersion | None = current or versions.first()
    return found


def statements_saying(words: str, *, on: date) -> list[Statement] | None:
    """Statements in force that say all of the words in heading, domain or framework, at most fifty.

    None when there are too few letters to search by.
    """
    wanted = words.split()
    if len("".join(wanted)) < SHORTEST_SEARCH:
        return None
    found = Statement.objects.filter(version__in=FrameworkVersion.objects.in_force(on), withdrawn_on__isnull=True)
    for word in wanted:
        found = found.filter(
            Q(title__icontains=word)
            | Q(domain__title__icontains=word)
            | Q(version__framework__short_name__icontains=word)
            | Q(version__framework__name__icontains=word)
        )
    ordered = found.select_related("domain", "version__framework")
    return list(ordered.order_by("version__framework__short_name", "-version__valid_from", "order")[:MOST_FOUND])


def standing(version: FrameworkVersion, *, on: date) -> Standing:
    """How a version stands on a day."""
    return standing_of(Validity(version.valid_from, version.valid_to, version.withdrawn_on), on=on)


def whom_for(framework: Framework) -> str:
    """For whom a framework is, as a phrase."""
    whom = in_words(framework.professions, PROFESSIONS, everybody="all professions")
    return f"{whom} in {in_words(framework.services, SERVICES, everybody='all services')}"


def _lines(framework: Framework, *, on: date) -> tuple[VersionLine, ...]:
    return tuple(VersionLine(version, standing(version, on=on)) for version in framework.versions.all())
