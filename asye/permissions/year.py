"""Who does what in the course of a year."""

from academy.engines.access.permissions import Giver, Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.givers import HERSELF
from asye.givers import ANY_PART, ASSESSES, COORDINATES, RUNS_HERS, SUPPORTS
from asye.models import Change


@giver("the portal itself, on the first day of a pause and the day after its last")
def _portal(actor: Actor, thing: object) -> bool:
    return actor.is_system


PORTAL: Giver = _portal


@giver("who proposed it")
def _proposer(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Change) and actor.person_id is not None and thing.proposed_by_id == actor.person_id


PERMISSIONS = declare(
    Permission("asye.agreement.write", "Write the support and assessment agreement", (ASSESSES, COORDINATES)),
    Permission("asye.agreement.prepare", "Hand in one's learning needs before the agreement", (HERSELF,)),
    Permission("asye.agreement.sign", "Sign the agreement in the part one has", (ANY_PART,)),
    Permission("asye.milestone.move", "Move a date of the year, with a reason", (ASSESSES, COORDINATES, RUNS_HERS)),
    Permission("asye.change.propose", "Propose a pause, an extension or other hours", (ANY_PART, RUNS_HERS)),
    Permission("asye.change.consent", "Agree to a change in the part one has, or not", (ANY_PART,)),
    Permission("asye.change.withdraw", "Take a proposed change back", (_proposer, RUNS_HERS)),
    Permission("asye.change.apply", "Begin or end a pause all have agreed to", (ANY_PART, RUNS_HERS, PORTAL)),
    Permission(
        "asye.review.run", "Plan a review, note that it was held, send it to be signed", (SUPPORTS, COORDINATES)
    ),
    Permission("asye.review.write", "Write one's own part of a review", (ANY_PART,)),
    Permission("asye.review.assess", "Say how she gets on at a stage", (ASSESSES,)),
    Permission("asye.review.cite", "Name evidence in a review", (HERSELF, ASSESSES)),
    Permission("asye.plan.write", "Write goals of a development plan, and what became of them", (ANY_PART,)),
    Permission("asye.review.sign", "Sign a review in the part one has", (ANY_PART,)),
    Permission("asye.review.add", "Add to a review that is signed", (ANY_PART,)),
    Permission("asye.concern.raise", "Note a concern with a plan of support, and close it", (SUPPORTS, COORDINATES)),
    Permission("asye.week.answer", "Say how a week's promises were kept", (HERSELF,)),
    Permission("asye.signal.answer", "Answer a signal that a promise is not kept", (RUNS_HERS, COORDINATES)),
)
