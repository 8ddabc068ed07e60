"""What was agreed on somebody's way, as facts: only what is agreed, by the role that agreed."""

from collections.abc import Collection, Iterator
from datetime import date

from django.utils import timezone

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import AGREEMENT, keyed, which_of
from pathways.models import Agreement


def agreement_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Agreements of these people by the day, of the codes asked for, in the order they were agreed. One query."""
    wanted = which_of(keys, AGREEMENT)
    rows = Agreement.objects.agreed().filter(person_id__in=person_ids).select_related("organisation")
    if wanted is not None:
        rows = rows.filter(code__in={which.rpartition("/")[2] for which in wanted})
    for row in rows.order_by("decided_at", "pk"):
        which = f"{row.organisation.slug}/{row.code}"
        agreed_on = timezone.localdate(row.decided_at)
        if agreed_on <= on and (wanted is None or which in wanted):
            yield Fact(
                key=keyed(AGREEMENT, which),
                person=row.person_id,
                on=agreed_on,
                by_relation=row.agreed_by_role,
                source="Agreed on the record",
                link=row.get_absolute_url(),
            )
