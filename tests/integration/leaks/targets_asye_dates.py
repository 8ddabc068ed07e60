"""What addresses of the dates of a year can name in the walk."""

from asye.models import Milestone
from tests.integration.leaks.addresses import Target

Named = dict[tuple[str, str], list[Target]]


def of_dates() -> Named:
    """A date by its year and its code."""
    return {
        ("Enrolment", "pk code"): [
            Target(each.enrolment, {"pk": each.enrolment_id, "code": each.code})
            for each in Milestone.objects.select_related("enrolment__person")
        ],
    }
