"""Who may do what with self-audits: the person, and the supervisor she shares one with. No role opens one."""

from academy.development.choices.audits import AuditState
from academy.development.models import SelfAudit
from academy.development.permissions.entries import RECORDED
from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.givers import HERSELF


@giver("the supervisor with whom it is shared")
def _supervisor(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, SelfAudit)
        and actor.person_id is not None
        and thing.supervisor_id == actor.person_id
        and thing.organisation_id in actor.reaches
        and thing.state in (AuditState.SHARED, AuditState.DISCUSSED)
    )


SUPERVISOR = _supervisor

PERMISSIONS = declare(
    Permission("development.audit.list", "See one's own self-audits and those shared with one", (RECORDED,)),
    Permission("development.audit.start", "Begin a self-audit of one's own", (RECORDED,)),
    Permission("development.audit.see", "Read a self-audit", (HERSELF, SUPERVISOR)),
    Permission("development.audit.write", "Write, share and withdraw one's own self-audit", (HERSELF,)),
    Permission("development.audit.rate", "Say as supervisor how one sees each statement", (SUPERVISOR,)),
    Permission("development.audit.talk", "Write down what was said and lock the self-audit", (HERSELF, SUPERVISOR)),
)
