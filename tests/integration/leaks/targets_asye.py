"""What addresses of the assessed and supported year can name in the walk. A noun with more names adds its line."""

from typing import Any

from asye.models import Change, Concern, Enrolment, Milestone, Review, Signal
from tests.integration.leaks.addresses import Target

Named = dict[tuple[str, str], list[Target]]
BY_ID: tuple[Any, ...] = (Change, Concern, Enrolment, Milestone, Review, Signal)


def of_asye() -> Named:
    """Each by its id."""
    return {
        (model.__name__, "pk"): [Target(each, {"pk": each.pk}) for each in model.objects.select_related()]
        for model in BY_ID
    }
