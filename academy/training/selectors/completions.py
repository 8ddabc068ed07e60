"""Completions as facts, and how many came from which platform."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Count, Q

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import COMPLETION, keyed, which_of
from academy.identity.actor import Actor
from academy.training.choices import CompletionSource
from academy.training.models import Completion, Platform


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


def platforms_counted(actor: Actor) -> list[Platform]:
    """The platforms of the organisation acted in, each with `taken_in`: its completions that stand; one query."""
    own = Platform.objects.filter(organisation_id=actor.organisation_id)
    return list(own.annotate(taken_in=Count("completions", filter=Q(completions__withdrawn_at=None))))
