"""Each writes her own part of a review; the others read it once she says that it is done."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.people.services.judging import worded
from asye.models import ReviewPart
from asye.selectors.reviews import own_roles
from asye.services.reviewing import writable

NOT_YOUR_PART = (
    "This part is somebody else's to write. Who stands in for a line manager signs for her, and writes no part."
)


@command("asye.review.write")
def write_part(*, part: ReviewPart, text: str, is_done: bool, by: Actor, at: datetime) -> ReviewPart:
    """Write one's own part. Until she says that it is done nobody else reads it; she may also take that back.

    Refuses the part of another, also to who stands in for the line manager; one her predecessor said to be done;
    nothing written that is to be done; and a review that is not being written.
    """
    review = writable(part.review, "asye.review.write", by=by)
    if part.role not in own_roles(by, review.enrolment):
        raise Refused(NOT_YOUR_PART)
    current = ReviewPart.objects.select_for_update(of=("self",)).select_related("person").get(pk=part.pk)
    if current.done_at is not None and current.person_id != by.person_id:
        raise Refused(
            "Who had your part before you wrote this and said that it is done. Write yours in the next review."
        )
    current.text = worded(text, field="text", missing="Write your part first." if is_done else "")
    current.person_id = by.person_id
    current.done_at = at if is_done else None
    current.changed_at = at
    changed = ("text", "person", "done_at", "changed_at")
    current.save(update_fields=changed)
    record(current, changed=changed, about=review.person_id, organisation=review.organisation_id)
    return current
