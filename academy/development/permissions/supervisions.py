"""Who may do what with supervision. What is noted belongs to the two who met; everybody else sees days, never notes."""

from academy.development.models import Supervision, SupervisionAgreement
from academy.development.permissions.entries import BELONGS
from academy.development.permissions.inductions import ACADEMY_HERE
from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.givers import HERSELF

BETWEEN_TWO = (SupervisionAgreement, Supervision)


@giver("her supervisor")
def _supervisor(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, BETWEEN_TWO)
        and actor.person_id is not None
        and thing.supervisor_id == actor.person_id
        and thing.organisation_id in actor.reaches
    )


@giver("her line manager, or the manager's deputy")
def _manager(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, SupervisionAgreement)
        and thing.person_id in actor.manages
        and thing.organisation_id in actor.reaches
    )


SUPERVISOR = _supervisor
MANAGER = _manager

PERMISSIONS = declare(
    Permission("development.supervision.list", "See one's own supervision and whom one supervises", (BELONGS,)),
    Permission("development.supervision.arrange", "Arrange supervision with a colleague", (BELONGS,)),
    Permission("development.agreement.see", "See an agreement about supervision", (HERSELF, SUPERVISOR, MANAGER)),
    Permission("development.agreement.agree", "Agree to an agreement about supervision", (HERSELF,)),
    Permission("development.agreement.end", "End an agreement about supervision", (HERSELF, SUPERVISOR)),
    Permission("development.supervision.see", "Read a supervision session", (HERSELF, SUPERVISOR)),
    Permission("development.supervision.keep", "Plan a session, and say whether it was held", (HERSELF, SUPERVISOR)),
    Permission("development.supervision.note_own", "Write and sign the own part of a session", (HERSELF,)),
    Permission("development.supervision.note", "Write and sign the supervisor's part of a session", (SUPERVISOR,)),
    Permission("development.supervision.overview", "See whether the rhythm is kept, by days", (ACADEMY_HERE,)),
)
