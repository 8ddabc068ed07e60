from django.apps import apps

from academy.engines.access.permissions import Giver, Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.givers import holder_of_all_here
from asye.selectors.parts import took_part
from panels.choices.panels import Seat
from panels.givers import CHAIRS_IT, LEADS_HERE, LEADS_IT
from panels.models import Case, Meeting, Member, Sample, Sampled
from panels.permissions.cases import COORDINATES
from panels.selectors.concerned import READS_SAMPLES
from pathways.choices import SittingPurpose

CLERKS_HERE: Giver = holder_of_all_here("clerk of the organisation's panels", RoleCode.PANEL_CLERK)


@giver("who has the clerk's seat on a panel that moderates there")
def _clerks(actor: Actor, thing: object) -> bool:
    if actor.person_id is None or actor.lacks_second_factor:
        return False
    seats = Member.objects.held_on(actor.on).filter(person_id=actor.person_id, seat=Seat.CLERK)
    if isinstance(thing, Meeting):
        return thing.organisation_id in actor.reaches and seats.filter(panel=thing.panel_id).exists()
    here = {"panel__organisation_id": actor.organisation_id, "panel__purpose": SittingPurpose.MODERATION}
    return thing is None and actor.organisation_id in actor.reaches and seats.filter(**here).exists()


@giver("who leads or chairs a case of the year, which a panel moderated, and had no part in the year")
def _gives_back(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, apps.get_model("asye", "Enrolment")):
        return False
    of_year = Case.objects.filter(recommendation__enrolment=thing.pk, decisions__isnull=False)
    case = of_year.order_by("-recommendation__number", "-pk").first()
    if case is None or took_part(actor, thing):
        return False
    return LEADS_IT.judge(actor, case) or CHAIRS_IT.judge(actor, case)


@giver("who was named to read the draw from outside, until the day she was named for")
def _reads_outside(actor: Actor, thing: object) -> bool:
    if isinstance(thing, Sampled):
        return Sampled.objects.read_outside_by(actor).filter(pk=thing.pk).exists()
    if isinstance(thing, Sample):
        return Sample.objects.read_outside_by(actor).filter(pk=thing.pk).exists()
    return thing is None and READS_SAMPLES in actor.marks


@giver("who runs moderation there and sees the case")
def _sees_sampled(actor: Actor, thing: object) -> bool:
    if isinstance(thing, Sampled):
        return Sampled.objects.visible_to(actor).filter(pk=thing.pk).exists()
    return isinstance(thing, Sample) and Sample.objects.visible_to(actor).filter(pk=thing.pk).exists()


GIVES_BACK: Giver = _gives_back
READS_OUTSIDE: Giver = _reads_outside
SEES_SAMPLED: Giver = _sees_sampled

PERMISSIONS = declare(
    Permission(
        "panels.moderation.begin",
        "Put the recommendation of an ASYE to a sitting that moderates",
        (_clerks, CLERKS_HERE, COORDINATES, LEADS_HERE),
    ),
    Permission("panels.pack.clear", "Read the pack of a sampled case and clear it to leave", (SEES_SAMPLED,)),
    Permission("panels.pack.have", "Have the cleared packs of a draw", (SEES_SAMPLED, READS_OUTSIDE)),
    Permission("panels.sample.name_reader", "Name who reads a draw from outside", (SEES_SAMPLED,)),
    Permission("panels.sample.answer", "Read a draw from outside, and write what one thinks of it", (READS_OUTSIDE,)),
    Permission("panels.moderation.give_back", "Record in the year what the panel decided of it", (GIVES_BACK,)),
)
