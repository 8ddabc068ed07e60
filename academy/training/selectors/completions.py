"""Completions as facts, and as somebody's training record."""

from collections.abc import Collection, Iterator
from datetime import date

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import COMPLETION, keyed, which_of
from academy.training.choices import CompletionSource
from academy.training.models import Completion


def completion_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """What these people finished by the day, as facts `training.completion:organisation/course`; one query."""
    asked = which_of(keys, COMPLETION)
    rows = Completion.objects.standing().filter(person_id__in=person_ids, completed_on__lte=on)
    if asked is not None:
        rows = rows.filter(course__code__in={which.partition("/")[2] for which in asked})
    columns = ("person_id", "course__organisation__slug", "course__code", "completed_on", "valid_until", "source")
    for person_id, slug, code, completed_on, valid_until, source in rows.values_list(*columns):
        which = f"{slug}/{code}"
        if asked is None or which in asked:
            yield Fact(
                key=keyed(COMPLETION, which),
                person=person_id,
                on=completed_on,
                until=valid_until,
                source=str(CompletionSource(source).label),
            )
