"""What addresses of observations can name in the world of the walk."""

from portfolios.models import Observation
from tests.integration.leaks.addresses import Target


def of_observations() -> dict[tuple[str, str], list[Target]]:
    """Pages of an observation, of whichever state, are found by its piece."""
    rows = Observation.objects.select_related("evidence")
    return {("observation", "pk"): [Target(each.evidence, {"pk": each.pk}) for each in rows]}
