"""What addresses of feedback can name in the world of the walk."""

from portfolios.models import Feedback
from tests.integration.leaks.addresses import Target


def of_feedback() -> dict[tuple[str, str], list[Target]]:
    """Pages of feedback, of whichever way, are found by its piece; what was told is named by whose words it is."""
    rows = Feedback.objects.select_related("evidence")
    return {
        ("feedback", "pk"): [Target(each.evidence, {"pk": each.pk}) for each in rows],
        ("Tell", "giver"): [Target(None, {"giver": "carer"})],
    }
