"""Who opens the years she has a part in, and who hands a part over."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.givers import HERSELF, STAFF
from asye.selectors.concerned import CONCERNED


@giver("whose own year it is or was, or who has a part in one")
def _concerned(actor: Actor, thing: object) -> bool:
    return CONCERNED in actor.marks


PERMISSIONS = declare(
    Permission("asye.years.see", "Open one's own year, and those one has a part in", (STAFF, _concerned)),
    Permission("asye.part.hand_over", "Hand a part in a year over to whoever has it next", (HERSELF,)),
)
