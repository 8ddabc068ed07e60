"""A concern with a plan of support: noted, carried on, closed. Capability is another procedure, kept by HR (D1-76)."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.services.judging import worded
from asye.choices.enrolments import ASSIGNED, MOST_REASON, UNDER_WAY
from asye.choices.year import ConcernState
from asye.models import Concern, Enrolment, Review
from asye.notices import reviews as told
from asye.selectors.audience import coordinators_of, in_part
from asye.services.refusing import NOT_YOURS
from asye.services.reviewing import NOT_RUNNING
from asye.services.telling import tell
from asye.workflow import CONCERN

RAISE = "asye.concern.raise"


@dataclass(frozen=True, kw_only=True)
class Noted:
    """What the concern is, the plan of support, from when it runs and when it is looked at again."""

    words: str
    plan: str
    plan_from_on: date
    plan_review_on: date


@command("asye.concern.note")
def note(*, enrolment: Enrolment, noted: Noted, review: Review | None = None, by: Actor, at: datetime) -> Concern:
    """Note a concern with its plan, at a review or apart from one. The NQSW, everybody with a part in the year and the
    co-ordinator are told. The same twice is one.

    Refuses who does not support or co-ordinate the year, one that is not under way, no words, no plan, and days out of
    order.
    """
    held = Enrolment.objects.select_for_update(of=("self",)).select_related("person").get(pk=enrolment.pk)
    if not allows(RAISE, by, held) or by.person_id is None:
        raise Refused(NOT_YOURS)
    if held.state not in UNDER_WAY:
        raise Refused(NOT_RUNNING)
    said = asdict(_said(noted, held))
    same = held.concerns.filter(state=ConcernState.OPEN, raised_by_id=by.person_id, **said).first()
    if same is not None:
        return _recorded(same)
    at_review = review if review is not None and review.enrolment_id == held.pk else None
    made = Concern.objects.create(enrolment=held, review=at_review, raised_by_id=by.person_id, raised_at=at, **said)
    tell(told.NOTED, made, to=_everybody(held, on=by.on), by=by, at=at)
    return _recorded(made, moved=("", ConcernState.OPEN))


@command("asye.concern.go_on")
def go_on(*, concern: Concern, plan: str, plan_review_on: date, by: Actor, at: datetime) -> Concern:
    """Carry the plan on, changed or not, to another day on which it is looked at. Refuses a day that has passed."""
    if not allows(RAISE, by, concern):
        raise Refused(NOT_YOURS)
    current = Concern.objects.select_for_update(of=("self",)).select_related("enrolment__person").get(pk=concern.pk)
    if current.state != ConcernState.OPEN:
        raise Refused("It is closed. Note a new concern if there is one.")
    if plan_review_on < max(by.on, current.plan_from_on):
        raise Refused("Choose today or a later day, and none before the plan begins.", field="plan_review_on")
    current.plan = worded(plan, field="plan", missing="Write the plan of support.")
    current.plan_review_on = plan_review_on
    current.save(update_fields=["plan", "plan_review_on"])
    tell(told.GOES_ON, current, to=_everybody(current.enrolment, on=by.on), by=by, at=at)
    return _recorded(current, changed=("plan", "plan_review_on"))


@command("asye.concern.close")
def close(*, concern: Concern, words: str, by: Actor, at: datetime) -> Concern:
    """Close a concern and say what became of it; everybody who was told of it is told."""
    said = worded(words, field="words", missing="Say what became of it.", most=MOST_REASON)
    closed = apply(CONCERN, "close", concern, by=by, at=at, values={"closed_words": said})
    tell(told.CLOSED, closed, to=_everybody(closed.enrolment, on=by.on), by=by, at=at)
    return closed


def _said(noted: Noted, enrolment: Enrolment) -> Noted:
    if noted.plan_from_on < enrolment.starts_on:
        begins = in_words(enrolment.starts_on)
        raise Refused(f"The year begins on {begins}. Give that day or a later one.", field="plan_from_on")
    if noted.plan_review_on < noted.plan_from_on:
        raise Refused("The plan is looked at again on its first day or later.", field="plan_review_on")
    return Noted(
        words=worded(noted.words, field="words", missing="Write what the concern is."),
        plan=worded(noted.plan, field="plan", missing="Write the plan of support."),
        plan_from_on=noted.plan_from_on,
        plan_review_on=noted.plan_review_on,
    )


def _everybody(enrolment: Enrolment, *, on: date) -> list[Person]:
    return [enrolment.person, *in_part(enrolment, *ASSIGNED, on=on), *coordinators_of(enrolment, on=on)]


def _recorded(concern: Concern, *, moved: tuple[str, str] = ("", ""), changed: tuple[str, ...] = ()) -> Concern:
    record(concern, moved=moved, changed=changed, about=concern.person_id, organisation=concern.organisation_id)
    return concern
