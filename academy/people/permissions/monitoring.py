"""Who answers and counts equality monitoring. Nobody but herself reads an answer."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.givers import HERSELF, holder_of_all_here


@giver("anybody with a record of her own, also after leaving")
def _has_a_record(actor: Actor, thing: object) -> bool:
    return actor.person_id is not None


COUNTERS = holder_of_all_here(
    "human resources or the academy lead, for the whole organisation", RoleCode.HR, RoleCode.ACADEMY_LEAD
)

PERMISSIONS = declare(
    Permission(
        "people.monitoring.answer",
        "Answer monitoring questions about oneself, and take the answers back",
        (_has_a_record,),
    ),
    Permission("people.monitoring.see", "Read a monitoring answer", (HERSELF,)),
    Permission("people.monitoring.count", "See totals of monitoring answers with small numbers hidden", (COUNTERS,)),
)
