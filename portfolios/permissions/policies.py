"""Who may publish templates and evidence policies."""

from academy.engines.access.permissions import Permission, declare
from academy.people.choices import RoleCode
from academy.people.givers import holder_of_all_here

LEAD = holder_of_all_here("the academy lead of that organisation", RoleCode.ACADEMY_LEAD)

PERMISSIONS = declare(
    Permission("portfolios.policy.publish", "Publish an organisation's evidence policy", (LEAD,)),
    Permission("portfolios.template.publish", "Publish an edition of a portfolio template", (LEAD,)),
)
