"""Reviews of a year: scheduled with its dates, held with who came, not held for a reason, each stage assessed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import require, worded
from asye.choices.enrolments import MOST_REASON, Role
from asye.choices.year import MilestoneKind, Progress, ReviewState
from asye.models import Enrolment, Milestone, Review, ReviewPart
from asye.notices import reviews as told
from asye.rules.reviews import can_be_held
from asye.selectors.policies import rules_of
from asye.selectors.signing import holders
from asye.services.milestones import done
from asye.services.reviewing import LOCKED, SENT, locked, noted, require_running, writable
from asye.services.reviews_told import tell_of_review
from asye.workflow import REVIEW

RUN = "asye.review.run"
REVIEWED = (MilestoneKind.REVIEW, MilestoneKind.FINAL)


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """On which day it was held, and of each who is to come whether she did."""

    held_on: date
    came: Mapping[str, bool]


@command("asye.review.schedule")
def schedule(*, enrolment: Enrolment, by: Actor, at: datetime) -> list[Review]:
    """A review for each date of the year that is one, where there is none yet; the new ones. Done twice, nothing is
    twice. Called by what sets the dates of a year."""
    bare = Milestone.objects.filter(enrolment=enrolment, kind__in=REVIEWED, review__isnull=True)
    made = [
        Review(enrolment=enrolment, milestone=each, changed_at=at)
        for each in bare.select_for_update(of=("self",)).order_by("due_on", "pk")
    ]
    Review.objects.bulk_create(made)
    record(enrolment, about=enrolment.person_id, organisation=enrolment.organisation_id)
    return made


@command("asye.review.hold")
def hold(*, review: Review, meeting: Meeting, by: Actor, at: datetime) -> Review:
    """Note that it was held, and who came; each is asked to write her part. Until it is sent to be signed, the same
    again puts the day and who came right.

    Refuses a day to come or before the year, somebody of whom it is not said whether she came, a review that is
    waived, sent or locked, and a year that is not under way.
    """
    current = locked(review, RUN, by=by)
    require_running(current)
    require(can_be_held(meeting.held_on, starts_on=current.enrolment.starts_on, on=by.on))
    roles = rules_of(current.enrolment.policy).attends
    for role in roles:
        if role not in meeting.came:
            raise Refused("Say whether they came.", field=f"came_{role}")
    if current.state == ReviewState.WRITING:
        return _held_again(current, meeting, roles, by=by, at=at)
    if current.state in (ReviewState.SIGNING, ReviewState.LOCKED):
        raise Refused(SENT if current.state == ReviewState.SIGNING else LOCKED)
    values = {"held_on": meeting.held_on}
    held = apply(REVIEW, "hold", current, by=by, at=at, values=values)
    done(current.enrolment, current.milestone.code, meeting.held_on)
    who = holders(current.enrolment, by.on)
    ReviewPart.objects.bulk_create(
        ReviewPart(review=held, role=role, person=who.get(role), came=meeting.came[role], changed_at=at)
        for role in roles
    )
    tell_of_review(told.TO_WRITE, current, to=[who[role] for role in roles if role in who], by=by, at=at)
    return held


@command("asye.review.waive")
def waive(*, review: Review, because: str, by: Actor, at: datetime) -> Review:
    """Note that an optional review is not held, and why (D1-51). Refuses one the policy asks for, and no reason."""
    current = locked(review, RUN, by=by)
    require_running(current)
    if not current.milestone.is_optional:
        raise Refused("This review is part of the programme. Move its day instead, with a reason.")
    said = worded(because, field="because", missing="Say why it is not needed.", most=MOST_REASON)
    return apply(REVIEW, "waive", current, by=by, at=at, values={"waived_because": said})


@command("asye.review.hold_after_all")
def hold_after_all(*, review: Review, by: Actor, at: datetime) -> Review:
    """Plan a review after all that was noted as not held."""
    current = locked(review, RUN, by=by)
    require_running(current)
    return apply(REVIEW, "hold_after_all", current, by=by, at=at, values={"waived_because": ""})


@command("asye.review.assess")
def assess(*, review: Review, progress: str, by: Actor, at: datetime) -> Review:
    """Say how she gets on at this stage, over all evidence: no number, and nothing is worked out from it (D1-54)."""
    current = writable(review, "asye.review.assess", by=by)
    if progress not in Progress.values:
        raise Refused("Choose how she gets on.", field="progress")
    current.progress = progress
    current.changed_at = at
    current.save(update_fields=["progress", "changed_at"])
    return noted(current, "progress")


def _held_again(current: Review, meeting: Meeting, roles: tuple[Role, ...], *, by: Actor, at: datetime) -> Review:
    for role in roles:
        current.parts.filter(role=role).update(came=meeting.came[role])
    current.held_on = meeting.held_on
    current.changed_at = at
    current.save(update_fields=["held_on", "changed_at"])
    Milestone.objects.filter(pk=current.milestone_id).update(done_on=meeting.held_on)
    return noted(current, "held_on", "parts")
