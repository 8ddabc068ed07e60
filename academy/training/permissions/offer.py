"""Who may see the offer and who keeps it: courses, events, texts, reviews, policies."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RoleCode
from academy.people.givers import HERSELF, holder_here


@giver("anybody who belongs to an organisation")
def _belongs(actor: Actor, thing: object) -> bool:
    return actor.person_id is not None and actor.organisation_id is not None


BELONGS = _belongs
ACADEMY = holder_here("the academy of the organisation", *ACADEMY_ROLES)
LEAD = holder_here("the academy lead of the organisation", RoleCode.ACADEMY_LEAD)

PERMISSIONS = declare(
    Permission("training.offer.see", "See what can be learnt", (BELONGS,)),
    Permission("training.offer.keep", "Keep courses, programmes, themes and platforms", (ACADEMY,)),
    Permission("training.event.keep", "Plan, change, open and cancel an event", (ACADEMY,)),
    Permission("training.review.keep", "Keep reviews of the workforce and their actions", (ACADEMY,)),
    Permission("training.action.finish", "Say what became of an action a review asked for", (HERSELF, ACADEMY)),
    Permission("training.report.see", "See what was learnt by priority and theme, without names", (ACADEMY,)),
    Permission("training.text.publish", "Publish a text of the academy in a new version", (LEAD,)),
    Permission("training.policy.publish", "Publish how training is decided and what is required", (LEAD,)),
)
