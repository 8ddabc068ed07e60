"""What addresses of one's own steps, of other people's and of planned dates can name in the world of the walk."""

from collections.abc import Callable

from academy.identity.actor import Actor
from academy.identity.models import Person
from pathways.models import Milestone
from pathways.selectors.seeing import standing_seen
from tests.integration.leaks.addresses import Target

Named = dict[tuple[str, str], list[Target]]
STEP = "to-bg11"


def of_standing() -> Named:
    """A step is known to whoever stands before it herself, and of others to who manages or oversees them."""
    own = Target(None, {"step": STEP}, lambda actor: _stands(actor.person_id or 0)(actor))
    return {
        ("OwnWhy", "step"): [own],
        ("PutIn", "step"): [own],
        ("Person", "person step"): [
            Target(each, {"person": each.pk, "step": STEP}, _stands(each.pk)) for each in Person.objects.all()
        ],
        ("Milestone", "pk"): [Target(each, {"pk": each.pk}) for each in Milestone.objects.all()],
    }


def _stands(person_id: int) -> Callable[[Actor], bool]:
    return lambda actor: standing_seen(person_id, actor, step=STEP) is not None
