"""Complete evidence by its day, its kind, and from or by whom, for programmes that count it: never a word of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Value
from django.db.models.functions import Coalesce

from portfolios.choices.evidence import EvidenceKind
from portfolios.models import Evidence


@dataclass(frozen=True)
class Tallied:
    """A piece by its number, whose it is, its day and kind; `of` is who gave feedback, `by` who observed or audited."""

    pk: int
    person_id: int
    on: date
    kind: str
    of: str
    by: str


def tallied(
    person_ids: Collection[int], *, since: date, on: date, kinds: Collection[str] = EvidenceKind.values
) -> list[Tallied]:
    """What is complete, of these kinds, and happened between two days, in the order of its days. One query."""
    between = {"happened_on__gte": since, "happened_on__lte": on}
    done = Evidence.objects.complete().filter(person_id__in=person_ids, kind__in=kinds, **between)
    rows = done.annotate(
        of=Coalesce("feedback__giver", Value("")),
        by=Coalesce("observation__relation", "case_audit__relation", Value("")),
    )
    columns = ("pk", "person_id", "happened_on", "kind", "of", "by")
    return [Tallied(*row) for row in rows.order_by("happened_on", "pk").values_list(*columns)]
