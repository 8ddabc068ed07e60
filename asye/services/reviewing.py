"""What every command about a review does first: hold it, judge who asks, and refuse by how it stands."""

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, record
from academy.identity.actor import Actor
from asye.choices.enrolments import UNDER_WAY
from asye.choices.year import ReviewState
from asye.models import Review
from asye.services.refusing import NOT_YOURS

LOCKED = "Everybody has signed, so it is locked. Add to it below instead."
SENT = "It is sent to be signed. Open it again first, with a reason: names under it are withdrawn then."
NOT_HELD = "Note first that the review was held, and on which day."
NOT_RUNNING = "The year is not under way, so its reviews rest."


def locked(review: Review, permission: str, *, by: Actor) -> Review:
    """The review as it is stored, held until the command ends. Refuses whoever may not; she learns nothing else."""
    held = (
        Review.objects.select_for_update(of=("self",))
        .select_related("milestone", "enrolment__person", "enrolment__organisation", "enrolment__policy")
        .get(pk=review.pk)
    )
    if not allows(permission, by, held):
        raise Refused(NOT_YOURS)
    return held


def writable(review: Review, permission: str, *, by: Actor) -> Review:
    """The same for a review that is being written. Refuses any other state with what to do, and a year that rests."""
    held = locked(review, permission, by=by)
    require_running(held)
    if held.state == ReviewState.LOCKED:
        raise Refused(LOCKED)
    if held.state == ReviewState.SIGNING:
        raise Refused(SENT)
    if held.state != ReviewState.WRITING:
        raise Refused(NOT_HELD)
    return held


def require_running(review: Review) -> None:
    """Refuse while the year is not under way: with another employer, moderated, ended."""
    if review.enrolment.state not in UNDER_WAY:
        raise Refused(NOT_RUNNING)


def noted(review: Review, *changed: str) -> Review:
    """The one event of a command that changes the review without moving it."""
    record(review, changed=changed, about=review.person_id, organisation=review.organisation_id)
    return review
