"""Who may open the pages made of several apps' facts: each shows only what its reader may see anyway."""

from academy.engines.access.permissions import SIGNED_IN, Permission, declare
from academy.people.givers import MANAGES

PERMISSIONS = declare(
    Permission("desk.home.see", "Open her own home page", (SIGNED_IN,)),
    Permission("desk.team.see", "See how her people stand, in rows", (MANAGES,)),
    Permission("desk.contact.see", "See whom to ask at the academy", (SIGNED_IN,)),
    Permission("desk.inbox.see", "Read the notices sent to her", (SIGNED_IN,)),
)
