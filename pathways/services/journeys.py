"""Journeys: begun along a step, left with a word, reached when the grade says so, moved to a newer edition by wish.

A journey keeps the edition of the ladder it began under (S2-05).
"""

from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import lock_person
from pathways.choices import MOST_REASON, JourneyState
from pathways.models import Choice, Journey, LadderVersion
from pathways.rules.graph import Arrow, reached_from
from pathways.selectors.ladders import ladders_in_force
from pathways.selectors.standings import Standing, standings_of
from pathways.services.waiting_choices import let_go
from pathways.workflow import JOURNEY

PORTAL = "pathways"
BATCH = 500
CHANGED = "This ladder has changed since you opened the page. Open it again to see how it stands."


@command("pathways.journey.begin")
def begin(*, ladder: LadderVersion, step: str, by: Actor, at: datetime) -> Journey:
    """Set out along a step of one's own ladder, under the edition that is in force where she stands.

    Refuses who has no post there, a ladder that is not for her or not in force, a step that does not lead on from her
    rung, and a second journey under way in the organisation.
    """
    if not allows("pathways.journey.begin", by) or by.person_id is None:
        raise Refused("Ladders are for people with a post. Ask your academy lead.")
    lock_person(by.person_id)
    if Journey.objects.open().filter(person_id=by.person_id, organisation_id=ladder.organisation_id).exists():
        raise Refused("You are on your way along a step already. Leave that first.")
    standing = _standing(by, ladder)
    if standing.step(step) is None:
        raise Refused("This step does not lead on from where you stand. Choose one that does.")
    journey = Journey.objects.create(
        person_id=by.person_id, organisation_id=ladder.organisation_id, ladder=ladder, step=step, began_at=at
    )
    record(journey, moved=("", JourneyState.OPEN), about=by.person_id, organisation=journey.organisation_id)
    return journey


@command("pathways.journey.leave")
def leave(*, journey: Journey, because: str, by: Actor, at: datetime) -> Journey:
    """Leave one's journey, with a word why. A choice that waits is taken back with it; what was agreed stays as it was.
    The dates of her plan are removed from her list and her calendar.

    Refuses somebody else's, one that has ended, no word, and one over 500 characters.
    """
    said = because.strip()
    if not said:
        raise Refused("Say in a few words why. Your manager and your academy read it.", field="because")
    if len(said) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="because")
    let_go(journey, by=by, at=at)
    left = apply(JOURNEY, "leave", journey, by=by, at=at, values={"left_because": said})
    left.milestones.all().delete()
    return left


@command("pathways.journey.move")
def move_to_edition(*, journey: Journey, ladder: LadderVersion, by: Actor, at: datetime) -> Journey:
    """Go on under the newer edition of the same ladder, by one's own wish only.

    Refuses somebody else's journey, one that has ended, an edition that is not the one in force, one without the step,
    and one that does not lead by the pathway chosen.
    """
    current = Journey.objects.select_for_update().get(pk=journey.pk)
    if not allows("pathways.journey.change", by, current):
        raise Refused("Only the person whose journey it is moves it.")
    if not current.is_open:
        raise Refused("This journey has ended. Begin another one.")
    in_force = ladders_in_force([current.organisation_id], on=by.on)
    newer = next((each for each in in_force if each.version == ladder), None)
    if newer is None or ladder == current.ladder or ladder.ladder != current.ladder.ladder:
        raise Refused(CHANGED)
    step = newer.step(current.step)
    if step is None:
        raise Refused("The newer edition has no such step. Stay under yours, or leave this journey and begin another.")
    live = Choice.objects.live().filter(journey=current).values_list("pathway", flat=True)
    if any(pathway not in step.pathways for pathway in live):
        raise Refused("The newer edition does not lead there by your pathway. Stay under yours, or choose another one.")
    current.ladder = ladder
    current.save(update_fields=["ladder"])
    record(current, changed=("ladder",), about=current.person_id, organisation=current.organisation_id)
    return current


@command("pathways.journey.reach")
def reach(*, journey: Journey, by: Actor, at: datetime) -> Journey:
    """Note that the person stands on the upper rung of her step. The portal does, because her grade says so: it never
    judges that somebody has progressed. The dates of her plan are removed from her list and her calendar."""
    reached = apply(JOURNEY, "reach", journey, by=by, at=at)
    reached.milestones.all().delete()
    return reached


def finish_reached(*, on: date, at: datetime) -> int:
    """Close every journey whose person stands on the upper rung of its step, or above, by her grade; gives how many.

    Run again it finds nothing to do. The number of queries grows with the batches of people and with those who are
    there.
    """
    by = Actor.system(PORTAL, on=on)
    people = Journey.objects.open().order_by("person_id").values_list("person_id", flat=True).distinct()
    everybody = list(people)
    there: list[Journey] = []
    for start in range(0, len(everybody), BATCH):
        standings = standings_of(everybody[start : start + BATCH], on=on)
        there += [each.journey for own in standings.values() for each in own if each.journey and _is_there(each)]
    found = {journey.pk: journey for journey in there}
    for journey in found.values():
        reach(journey=journey, by=by, at=at)
    return len(found)


def _standing(by: Actor, ladder: LadderVersion) -> Standing:
    here = standings_of([by.person_id or 0], on=by.on, within=[ladder.organisation_id])[by.person_id or 0]
    standing = next((each for each in here if each.ladder.version.ladder == ladder.ladder), None)
    if standing is None:
        raise Refused("This ladder is not for your post. Open your own from “My pathway”.")
    if standing.ladder.version != ladder:
        raise Refused(CHANGED)
    if standing.rung is None:
        raise Refused("Your post names no grade that this ladder knows. Ask whoever keeps your record to enter it.")
    return standing


def _is_there(standing: Standing) -> bool:
    """Does she stand on the rung her step leads to, or on one above it?"""
    step = standing.ladder.step(standing.journey.step) if standing.journey else None
    if step is None or standing.rung is None:
        return False
    arrows = [Arrow(each.start, each.end) for each in standing.ladder.steps]
    return standing.rung.code in {step.end, *reached_from(step.end, arrows)}
