"""Who may do what with the skills matrix: she says where she is, her manager sees and confirms it."""

from academy.development.permissions.entries import BELONGS
from academy.engines.access.permissions import Permission, declare
from academy.people.givers import HERSELF, LINE_MANAGER, MANAGES

PERMISSIONS = declare(
    Permission("development.skill.list", "See one's own skills matrix", (BELONGS,)),
    Permission("development.skill.mark", "Say how far one has a skill", (HERSELF,)),
    Permission("development.skill.see", "See somebody's skills matrix", (HERSELF, LINE_MANAGER)),
    Permission("development.skill.confirm", "Confirm how far somebody has a skill", (LINE_MANAGER,)),
    Permission("development.skill.team", "See the skills of one's team", (MANAGES,)),
)
