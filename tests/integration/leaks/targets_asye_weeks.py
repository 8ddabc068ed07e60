"""What addresses of weeks can name in the walk."""

from asye.models import Enrolment
from tests.integration.leaks.addresses import Target

WEEK = "2026-11-09"


def of_weeks() -> dict[tuple[str, str], list[Target]]:
    """A week of each year."""
    years = Enrolment.objects.select_related()
    return {("Enrolment", "pk week"): [Target(each, {"pk": each.pk, "week": WEEK}) for each in years]}
