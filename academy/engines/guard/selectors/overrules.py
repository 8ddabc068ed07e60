"""What writers overruled in a thing, for those who sign it and for the guard itself."""

from django.db.models import Model, QuerySet

from academy.engines.guard.models import Overrule


def overrules_of(thing: Model) -> QuerySet[Overrule]:
    """What was overruled in the thing, in order, with kind, reason and writer; whoever may read the thing may ask."""
    kind = {"thing_type__app_label": thing._meta.app_label, "thing_type__model": thing._meta.model_name}
    return Overrule.objects.filter(**kind, thing_id=thing.pk).select_related("writer")


def marks_of(thing: Model) -> frozenset[str]:
    """By what the guard knows again what was overruled in the thing. One query."""
    return frozenset(overrules_of(thing).values_list("mark", flat=True))
