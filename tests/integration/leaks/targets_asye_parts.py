"""What addresses of parts in years can name in the world of the walk."""

from collections.abc import Callable

from academy.identity.actor import Actor
from asye.choices.enrolments import Role
from asye.models import Enrolment, Part
from asye.selectors.who import handovers_asked
from tests.integration.leaks.addresses import Target

Named = dict[tuple[str, str], list[Target]]


def of_parts() -> Named:
    """A part of a year by its role; one that is to be handed over is known to who had it alone."""
    return {
        ("Enrolment", "pk role"): [
            Target(each, {"pk": each.pk, "role": Role.ASSESSOR.value})
            for each in Enrolment.objects.select_related("person")
        ],
        ("Part", "pk"): [
            Target(each, {"pk": each.pk}, _is_asked(each)) for each in Part.objects.select_related("enrolment__person")
        ],
    }


def _is_asked(part: Part) -> Callable[[Actor], bool]:
    return lambda actor: handovers_asked(actor).filter(pk=part.pk).exists()
