"""A plan back from a sitting, put into one's own list and calendar; and its dates ticked off."""

from collections.abc import Sequence
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from pathways.models import Journey, LadderVersion, Milestone, Sitting
from pathways.rules.backplan import PlannedDay
from pathways.services.journeys import begin

MOST_TITLE = 200


@command("pathways.plan.put_in")
def put_in(
    *, ladder: LadderVersion, step: str, sitting: Sitting, days: Sequence[PlannedDay], by: Actor, at: datetime
) -> Journey:
    """Plan one's journey along a step towards a sitting: its dates go into one's list and calendar, instead of those of
    an earlier plan. What was ticked off stays so. Who is on no journey in the organisation begins this one.

    Refuses a sitting of another organisation, one that is cancelled or closed, and a journey along another step.
    """
    if sitting.organisation_id != ladder.organisation_id or sitting.is_cancelled or sitting.submit_by < by.on:
        raise Refused("This sitting can no longer be planned towards. Choose another one.")
    journey = _under_way(ladder, by=by) or begin(ladder=ladder, step=step, by=by, at=at)
    if journey.step != step:
        raise Refused("You are on your way along another step. Leave that first, or plan that one.")
    ticked = dict(journey.milestones.exclude(done_on=None).values_list("code", "done_on"))
    journey.milestones.all().delete()
    Milestone.objects.bulk_create(
        Milestone(
            journey=journey,
            kind=day.kind,
            code=day.code,
            title=day.what[:MOST_TITLE],
            due_on=day.on,
            done_on=ticked.get(day.code),
        )
        for day in days
    )
    journey.sitting = sitting
    journey.save(update_fields=["sitting"])
    record(journey, changed=("sitting",), about=journey.person_id, organisation=journey.organisation_id)
    return journey


@command("pathways.plan.tick")
def tick(*, milestone: Milestone, is_done: bool, by: Actor, at: datetime) -> Milestone:
    """Tick off a date of one's own plan, or take the tick back. Refuses another's, and one of a journey that ended."""
    if not allows("pathways.journey.change", by, milestone):
        raise Refused("Only the person whose plan it is ticks it off.")
    if not milestone.journey.is_open:
        raise Refused("This journey has ended; its dates are not asked for any more.")
    milestone.done_on = by.on if is_done else None
    milestone.save(update_fields=["done_on"])
    journey = milestone.journey
    record(milestone, changed=("done_on",), about=journey.person_id, organisation=journey.organisation_id)
    return milestone


def _under_way(ladder: LadderVersion, *, by: Actor) -> Journey | None:
    own = Journey.objects.open().filter(person_id=by.person_id, organisation_id=ladder.organisation_id)
    found: Journey | None = own.select_for_update(of=("self",)).first()
    return found
