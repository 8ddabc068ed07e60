"""Reasons to be allowed something in a year: a part in it, or the role that runs the programme there."""

from academy.engines.access.permissions import Giver, giver
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RoleCode
from academy.people.givers import holder_for_person, holder_here, holder_of_all_here
from asye.choices.enrolments import ASSESSING, SUPPORTING, Role
from asye.models import Enrolment, Moderation
from asye.querysets.enrolments import DECIDERS, OVERSEERS, RUNNERS
from asye.selectors.parts import roles_of

MODERATORS = (RoleCode.MODERATOR, RoleCode.PANEL_CHAIR)


def enrolment_of(thing: object) -> Enrolment | None:
    """The year a thing is or belongs to."""
    if isinstance(thing, Moderation):
        return thing.recommendation.enrolment
    found = thing if isinstance(thing, Enrolment) else getattr(thing, "enrolment", None)
    return found if isinstance(found, Enrolment) else None


def part_in(name: str, *roles: Role) -> Giver:
    """Who has one of these parts in the year on the day; of the line manager's, also who stands in."""

    @giver(name)
    def held(actor: Actor, thing: object) -> bool:
        enrolment = enrolment_of(thing)
        return enrolment is not None and not roles_of(actor, enrolment).isdisjoint(roles)

    return held


@giver("who sees the year")
def _sees(actor: Actor, thing: object) -> bool:
    enrolment = enrolment_of(thing)
    return enrolment is not None and Enrolment.objects.visible_to(actor).filter(pk=enrolment.pk).exists()


SEES_IT: Giver = _sees
ANY_PART: Giver = part_in("who has a part in the year", *Role)
ASSESSES: Giver = part_in("the assessor or practice assessor", *ASSESSING)
SUPPORTS: Giver = part_in("the assessor, practice assessor, line manager or supervisor", *SUPPORTING)
COORDINATES: Giver = part_in("the co-ordinator of the year", Role.COORDINATOR)
RUNS_HERS: Giver = holder_for_person("the ASYE co-ordinator or academy lead, where she works", *RUNNERS)
RUNS_HERE: Giver = holder_here("the ASYE co-ordinator or academy lead, also of a part of it", *RUNNERS)
OVERSEES_HERE: Giver = holder_here("who oversees the ASYE there, also of a part of it", *OVERSEERS)
RUNS_WHERE_IT_IS: Giver = holder_of_all_here(
    "the ASYE co-ordinator or academy lead of the employer the year is with", *RUNNERS
)
ACADEMY_HERE: Giver = holder_here("the academy", *ACADEMY_ROLES)
DECIDES_HERS: Giver = holder_for_person(
    "the Principal Social Worker, service manager or chief officer, where she works", *DECIDERS
)
MODERATES_HERS: Giver = holder_for_person("the moderator or panel chair, where she works", *MODERATORS)
