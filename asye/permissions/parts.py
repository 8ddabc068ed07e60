"""Who hands a part in a year over."""

from academy.engines.access.permissions import Permission, declare
from academy.people.givers import HERSELF

PERMISSIONS = declare(
    Permission("asye.part.hand_over", "Hand a part in a year over to whoever has it next", (HERSELF,))
)
