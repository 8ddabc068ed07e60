"""Who changes somebody's grade. Nobody changes her own."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import GRADE_KEEPERS
from academy.people.givers import person_of


@giver("human resources or the academy lead, for the whole organisation, of somebody else")
def _keeper_of_others(actor: Actor, thing: object) -> bool:
    if actor.person_id is not None and person_of(thing) == actor.person_id:
        return False
    place = actor.organisation_id if thing is None else getattr(thing, "organisation_id", None)
    return place in actor.organisations_where(*GRADE_KEEPERS)


PERMISSIONS = declare(
    Permission("people.grade.change", "Change somebody's grade or level by a decision", (_keeper_of_others,)),
)
