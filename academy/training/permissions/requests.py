"""Who may ask, read and decide. Nobody decides on a request of her own."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.givers import HERSELF, LINE_MANAGER, holder_for_person
from academy.training.choices import Decider
from academy.training.models import RequestStage, TrainingRequest
from academy.training.permissions.bookings import PORTAL
from academy.training.permissions.offer import BELONGS

# Which reason answers for which decider: the line manager by posts, the others by a role whose scope takes her in.
BY_DECIDER = {
    Decider.LINE_MANAGER: LINE_MANAGER,
    Decider.SERVICE_MANAGER: holder_for_person("the service manager of her place", RoleCode.SERVICE_MANAGER),
    Decider.ACADEMY_LEAD: holder_for_person("the academy lead of her organisation", RoleCode.ACADEMY_LEAD),
    Decider.CHIEF_OFFICER: holder_for_person("the chief officer of her organisation", RoleCode.CHIEF_OFFICER),
}


def _decides(actor: Actor, stage: RequestStage) -> bool:
    if actor.person_id is None or stage.person_id == actor.person_id:
        return False
    return stage.escalated_to_id == actor.person_id or BY_DECIDER[Decider(stage.decider)].judge(actor, stage)


@giver("who decides at this stage, or whom it went up to")
def _decider(actor: Actor, thing: object) -> bool:
    return isinstance(thing, RequestStage) and _decides(actor, thing)


@giver("who decides at one of its stages")
def _one_of_the_deciders(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, TrainingRequest) or thing.submitted_at is None:
        return False
    return any(_decides(actor, stage) for stage in thing.stages.all() if stage.opened_at is not None)


DECIDER = _decider
DECIDERS = _one_of_the_deciders

PERMISSIONS = declare(
    Permission("training.request.start", "Begin a request of one's own", (BELONGS,)),
    Permission("training.request.write", "Write a request and answer questions about it", (HERSELF,)),
    Permission("training.request.submit", "Submit a request", (HERSELF,)),
    Permission("training.request.see", "Read a request and where it is", (HERSELF, DECIDERS)),
    Permission("training.request.withdraw", "Withdraw a request", (HERSELF, PORTAL)),
    Permission("training.request.decide", "Ask about, approve or decline a request", (DECIDERS,)),
    Permission("training.stage.decide", "Decide at a stage of a request", (DECIDER,)),
    Permission("training.stage.answer", "Answer a question at a stage", (HERSELF,)),
    Permission("training.stage.open", "Open or void a stage, as a request goes on", (HERSELF, DECIDER, PORTAL)),
)
