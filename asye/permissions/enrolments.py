"""Who enrols, sees and runs a year."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.givers import HERSELF, holder_of_all_here
from asye.givers import COORDINATES, RUNS_HERE, RUNS_HERS, RUNS_WHERE_IT_IS, SEES_IT, enrolment_of
from asye.models import Transfer
from asye.querysets.enrolments import RUNNERS


@giver("the ASYE co-ordinator or academy lead of the employer it was released to")
def _takes_it_up(actor: Actor, thing: object) -> bool:
    enrolment = thing.enrolment if isinstance(thing, Transfer) else enrolment_of(thing)
    if enrolment is None:
        return False
    waiting = Transfer.objects.filter(
        enrolment=enrolment, claimed_at=None, to_organisation_id__in=actor.organisations_where(*RUNNERS)
    )
    return waiting.exists()


@giver("she herself, and who runs the ASYE where it was released, or to whom")
def _knows_of_it(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Transfer) and Transfer.objects.visible_to(actor).filter(pk=thing.pk).exists()


LEAD_HERE = holder_of_all_here("the academy lead", RoleCode.ACADEMY_LEAD)

RUN = (RUNS_HERS, RUNS_WHERE_IT_IS, COORDINATES)

PERMISSIONS = declare(
    Permission("asye.enrolment.enrol", "Enrol a newly qualified social worker", (RUNS_HERS,)),
    Permission("asye.enrolments.enrol", "See who can be enrolled", (RUNS_HERE,)),
    Permission("asye.enrolment.see", "Read the record of a year", (SEES_IT,)),
    Permission("asye.enrolment.own", "Have an ASYE record of one's own", (HERSELF,)),
    Permission("asye.enrolment.run", "Assign, defer, release or withdraw a year", RUN),
    Permission("asye.enrolment.claim", "Take up a year that was released to one's employer", (_takes_it_up,)),
    Permission("asye.transfer.see", "Know that a year was released to another employer", (_knows_of_it,)),
    Permission("asye.policy.publish", "Publish an ASYE policy", (LEAD_HERE,)),
)
