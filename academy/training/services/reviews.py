"""Reviews of the workforce and of practice: planned, held or dropped, and the actions they ask for (S0-06)."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.training.choices import ReviewState
from academy.training.models import QualityReview, ReviewAction
from academy.training.rules import reviews as rules
from academy.training.services.keeping import require
from academy.training.workflow import QUALITY_REVIEW

ONLY_THE_ACADEMY = "Only the academy keeps its reviews."


@dataclass(frozen=True, kw_only=True)
class ReviewSaid:
    """What is looked at, who answers for it, and when it is planned."""

    title: str
    scope: str
    lead_id: int
    planned_on: date


@command("training.review.plan")
def plan(*, organisation: Organisation, said: ReviewSaid, by: Actor, at: datetime) -> QualityReview:
    """Plan a review. Refuses anybody but the academy."""
    review = QualityReview(organisation=organisation, **asdict(said))
    _refuse_strangers(review, by=by)
    review.save()
    record(review, moved=("", ReviewState.PLANNED), organisation=organisation.pk)
    return review


@command("training.review.hold")
def hold(*, review: QualityReview, held_on: date, findings: str, by: Actor, at: datetime) -> QualityReview:
    """Note that a review was held, and what it found. Refuses a day to come, and a review that is not planned."""
    _refuse_strangers(review, by=by)
    require(rules.can_hold(held_on=held_on, today=by.on), field="held_on")
    planned = QualityReview.objects.filter(pk=review.pk, state=ReviewState.PLANNED)
    planned.update(held_on=held_on, findings=findings)
    return apply(QUALITY_REVIEW, "hold", review, by=by, at=at)


@command("training.review.drop")
def drop(*, review: QualityReview, note: str, by: Actor, at: datetime) -> QualityReview:
    """Drop a planned review with a reason."""
    return apply(QUALITY_REVIEW, "drop", review, by=by, at=at, note=note)


@command("training.action.add")
def add_action(
    *, review: QualityReview, what: str, owner: Person, due_on: date, by: Actor, at: datetime
) -> ReviewAction:
    """Ask somebody to do something a review found, by a day; she finds it among what is hers to do. Refuses a review
    without findings, and a past day."""
    _refuse_strangers(review, by=by)
    current = QualityReview.objects.select_for_update(no_key=True).get(pk=review.pk)
    require(rules.can_ask_for(is_held=current.is_held))
    require(rules.is_due_in_time(due_on=due_on, today=by.on), field="due_on")
    action = ReviewAction.objects.create(review=current, what=what, owner=owner, added_on=by.on, due_on=due_on)
    record(action, moved=("", "open"), about=owner.pk, organisation=current.organisation_id)
    return action


@command("training.action.finish")
def finish_action(*, action: ReviewAction, outcome: str, by: Actor, at: datetime) -> ReviewAction:
    """Say what became of an action: its owner, or the academy. Refuses one that is done."""
    if not allows("training.action.finish", by, action):
        raise Refused("Only who was asked, or the academy, says what became of it.")
    current = (
        ReviewAction.objects.select_for_update(no_key=True, of=("self",)).select_related("review").get(pk=action.pk)
    )
    require(rules.can_finish(done_on=current.done_on))
    current.done_on, current.outcome = by.on, outcome
    current.save(update_fields=["done_on", "outcome"])
    record(
        current,
        moved=("open", "done"),
        changed=("done_on", "outcome"),
        about=current.owner_id,
        organisation=current.organisation_id,
    )
    return current


def _refuse_strangers(review: QualityReview, *, by: Actor) -> None:
    if not allows("training.review.keep", by, review):
        raise Refused(ONLY_THE_ACADEMY)
