"""Who may open the pages made of several apps' facts: each shows only what its reader may see anyway. Each kind of
policy has a permission of its own besides."""

from academy.engines.access.permissions import SIGNED_IN, Permission, declare
from academy.people.choices import ACADEMY_ROLES, RoleCode
from academy.people.givers import MANAGES, holder_here

ACADEMY = holder_here("the academy of the organisation", *ACADEMY_ROLES)
LEAD = holder_here("the academy lead of the organisation", RoleCode.ACADEMY_LEAD)

PERMISSIONS = declare(
    Permission("desk.home.see", "Open her own home page", (SIGNED_IN,)),
    Permission("desk.team.see", "See how her people stand, in rows", (MANAGES,)),
    Permission("desk.contact.see", "See whom to ask at the academy", (SIGNED_IN,)),
    Permission("desk.inbox.see", "Read the notices sent to her", (SIGNED_IN,)),
    Permission("desk.policy.see", "Read every version of the organisation's policies", (ACADEMY,)),
    Permission("desk.policy.publish", "Write, check and publish the next version of a policy", (LEAD,)),
)
