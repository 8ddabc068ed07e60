"""Editions of frameworks with everything in them, to hold something else against."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from academy.frameworks.models import Domain, FrameworkVersion, Statement


def editions_in_force(codes: Sequence[str], *, on: date) -> list[FrameworkVersion]:
    """The newest edition in force on a day of each of these frameworks, in the order of the codes; a framework without
    one is left out. One query."""
    held = FrameworkVersion.objects.in_force(on).filter(framework__code__in=codes).select_related("framework")
    newest = {version.framework.code: version for version in held.order_by("valid_from", "pk")}
    return [newest[code] for code in dict.fromkeys(codes) if code in newest]


def domains_of(versions: Collection[FrameworkVersion]) -> dict[int, list[Domain]]:
    """The domains of each edition by its id, in order, each with its statements as `lines`; withdrawn lines are left
    out. Two queries."""
    standing = Statement.objects.filter(withdrawn_on=None)
    lines = Prefetch("statements", standing.order_by("order", "pk"), to_attr="lines")
    domains = Prefetch("domains", Domain.objects.order_by("order", "pk").prefetch_related(lines), to_attr="parts")
    found = list(versions)
    prefetch_related_objects(found, domains)
    return {version.pk: getattr(version, "parts") for version in found}
