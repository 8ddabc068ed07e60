"""What writers overruled in a thing, for those who sign it and for the guard itself."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from academy.engines.guard.models import Overrule


def overrules_of(thing: Model) -> QuerySet[Overrule]:
    """What was overruled in the thing, in order, with kind, reason and writer; whoever may read the thing may ask."""
    of = {"thing_type": ContentType.objects.get_for_model(thing), "thing_id": thing.pk}
    return Overrule.objects.filter(**of).select_related("writer")


def marks_of(thing: Model) -> frozenset[str]:
    """By what the guard knows again what was overruled in the thing. One query."""
    return frozenset(overrules_of(thing).values_list("mark", flat=True))
