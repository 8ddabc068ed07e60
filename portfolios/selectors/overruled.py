"""What was overruled of the guard in anything that stands in a portfolio or was said in signing: the next signer reads
why.
"""

from collections import Counter
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from academy.engines.guard.models import Overrule
from portfolios.models import Evidence, Item, Portfolio, Section


@dataclass(frozen=True)
class Overruled:
    """Something the guard found and its writer let stand: what kind, why, who, and how often the same was said."""

    kind: str
    reason: str
    writer: str
    times: int


def overruled_in(portfolio: Portfolio) -> list[Overruled]:
    """Everything overruled in it, each reason once. Three queries at most."""
    rows = overrules_in(portfolio).select_related("writer").order_by("overruled_at", "pk")
    counted = Counter((each.get_kind_display(), each.reason, _writer(each)) for each in rows)
    return [Overruled(*said, times) for said, times in counted.items()]


def overrules_in(portfolio: Portfolio) -> QuerySet[Overrule]:
    """What was overruled in it, its sections, evidence and own writing. Two queries before the one it is."""
    items = Item.objects.filter(section__portfolio=portfolio)
    held = list(items.values_list("section_id", "evidence_id", "entry_id"))
    sections = portfolio.sections.values_list("pk", flat=True)
    its = _of(Portfolio, [portfolio.pk]) | _of(Section, list(sections)) | _of(Evidence, [pk for _, pk, _ in held if pk])
    entries = ContentType.objects.get_by_natural_key("development", "entry")
    its |= Q(thing_type=entries, thing_id__in=[pk for _, _, pk in held if pk])
    return Overrule.objects.filter(its)


def _of(model: type[Portfolio] | type[Section] | type[Evidence], ids: list[int]) -> Q:
    return Q(thing_type=ContentType.objects.get_for_model(model), thing_id__in=ids)


def _writer(overrule: Overrule) -> str:
    return overrule.writer.full_name if overrule.writer is not None else "who was sent the link"
