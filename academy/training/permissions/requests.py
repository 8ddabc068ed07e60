"""Who may ask, read and decide. Nobody decides on a request of her own."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.givers import HERSELF, LINE_MANAGER
from academy.people.selectors.belonging import belongings
from academy.training.choices import ROLES_THAT_DECIDE, Decider
from academy.training.models import RequestStage, TrainingRequest
from academy.training.permissions.bookings import PORTAL
from academy.training.permissions.offer import BELONGS


def _decides(actor: Actor, stage: RequestStage) -> bool:
    """The same as `StageQuerySet.decided_by` says of many."""
    organisation_id = stage.request.organisation_id
    if actor.person_id in (None, stage.person_id) or organisation_id not in actor.reaches:
        return False
    if stage.escalated_to_id == actor.person_id:
        return True
    if stage.decider == Decider.LINE_MANAGER:
        return LINE_MANAGER.judge(actor, stage)
    by = actor.with_deputy_roles()
    return _takes_in(by, stage.decider, person_id=stage.person_id, organisation_id=organisation_id)


def _takes_in(actor: Actor, code: str, *, person_id: int, organisation_id: int) -> bool:
    """Holds she the role for the whole organisation, or for a place of the person there on the day?"""
    if not any(role.code == code for role in actor.roles):
        return False
    if organisation_id in actor.organisations_where(code):
        return True
    places = (each for each in belongings(person_id, actor.on) if each.organisation_id == organisation_id)
    return any(
        actor.holds(code, organisation_id=organisation_id, service_id=place.service_id, team_id=place.team_id)
        for place in places
        if place.is_staff
    )


@giver("who decides at this stage, her deputy, or whom it went up to")
def _decider(actor: Actor, thing: object) -> bool:
    return isinstance(thing, RequestStage) and _decides(actor, thing)


@giver("who decides at one of its stages")
def _one_of_the_deciders(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, TrainingRequest) or thing.submitted_at is None:
        return False
    return any(_decides(actor, stage) for stage in thing.stages.all() if stage.opened_at is not None)


@giver("who decides for somebody: as line manager, by a role, or as deputy of either")
def _decides_for_somebody(actor: Actor, thing: object) -> bool:
    return bool(actor.manages) or any(role.code in ROLES_THAT_DECIDE for role in actor.with_deputy_roles().roles)


DECIDES = _decides_for_somebody
DECIDER = _decider
DECIDERS = _one_of_the_deciders

PERMISSIONS = declare(
    Permission("training.request.start", "Begin a request of one's own", (BELONGS,)),
    Permission("training.request.write", "Write a request and answer questions about it", (HERSELF,)),
    Permission("training.request.submit", "Submit a request", (HERSELF,)),
    Permission("training.request.see", "Read a request and where it is", (HERSELF, DECIDERS)),
    Permission("training.request.withdraw", "Withdraw a request", (HERSELF, PORTAL)),
    Permission("training.request.decide", "Ask about, approve or decline a request", (DECIDERS,)),
    Permission("training.approvals.see", "See which decisions wait", (DECIDES,)),
    Permission("training.stage.decide", "Decide at a stage of a request", (DECIDER,)),
    Permission("training.stage.answer", "Answer a question at a stage", (HERSELF,)),
    Permission("training.stage.open", "Open or void a stage, as a request goes on", (HERSELF, DECIDER, PORTAL)),
)
