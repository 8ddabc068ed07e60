"""One appraisal as its two see it: both parts, the goals with their reviews, needs, signatures and what was added."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from academy.development.choices.plans import MeetingState, Party
from academy.development.models import Appraisal, AppraisalAddendum, AppraisalPolicy, Goal, GoalReview, LearningNeed
from academy.development.rules.appraisal_years import AppraisalQuestion, AppraisalTerms
from academy.development.selectors.appraisal_policies import terms_kept_by
from academy.engines.drafts.rules import Payload
from academy.identity.actor import Actor

MOST_DIGITS = 9


@dataclass(frozen=True)
class Answer:
    """A question of the template with what was answered."""

    asks: str
    words: str


@dataclass(frozen=True)
class ReviewedGoal:
    """A goal at this meeting, reviewed or not yet. `url` is empty for who may not open the goal itself."""

    goal: Goal
    review: GoalReview | None
    url: str


@dataclass(frozen=True)
class Sheet:
    """Everything on the page of one meeting."""

    terms: AppraisalTerms
    own: tuple[Answer, ...]
    managers: tuple[Answer, ...]
    goals: tuple[ReviewedGoal, ...]
    needs: tuple[LearningNeed, ...]
    addenda: tuple[AppraisalAddendum, ...]


def appraisals_of(actor: Actor) -> Any:
    """What the actor may see, with everything its page shows of people and policy."""
    return Appraisal.objects.visible_to(actor).select_related(
        "person", "manager", "policy", "organisation", "manager_signed_by"
    )


def own_meeting(actor: Actor, number: str) -> Appraisal | None:
    """The meeting of the actor's own with this number, while it is being prepared; None for anything else."""
    if not number.isdecimal() or len(number) > MOST_DIGITS:
        return None
    return Appraisal.objects.unsigned().filter(person_id=actor.person_id, pk=int(number)).first()


def terms_of(appraisal: Appraisal) -> AppraisalTerms:
    """The terms of the version it began under."""
    return terms_kept_by(appraisal.policy, since=timezone.localdate(appraisal.begun_at))


def questions_of(appraisal: Appraisal, party: Party) -> tuple[AppraisalQuestion, ...]:
    return terms_of(appraisal).asked(appraisal.kind, party)


def sheet_of(appraisal: Appraisal, actor: Actor) -> Sheet:
    """The page's content, in six queries at most."""
    terms = terms_of(appraisal)
    return Sheet(
        terms=terms,
        own=_answers(terms.asked(appraisal.kind, Party.PERSON), appraisal.own),
        managers=_answers(terms.asked(appraisal.kind, Party.MANAGER), appraisal.manager_part),
        goals=tuple(reviewed_goals(appraisal, actor)),
        needs=tuple(appraisal.needs.all()),
        addenda=tuple(appraisal.addenda.select_related("written_by")),
    )


def reviewed_goals(appraisal: Appraisal, actor: Actor) -> list[ReviewedGoal]:
    """Her goals that are looked at: those reviewed here and, until it is signed, her open ones. Three queries.

    Who held the meeting and manages her no more sees of her goals only those that were reviewed at it.
    """
    reviews = {review.goal_id: review for review in appraisal.goal_reviews.all()}
    goals = Goal.objects.filter(person_id=appraisal.person_id, organisation_id=appraisal.organisation_id)
    known = {goal.pk: goal.is_open for goal in goals.visible_to(actor)}
    wanted = {*reviews, *(pk for pk, is_open in known.items() if is_open and appraisal.is_unsigned)}
    return [
        ReviewedGoal(goal, reviews.get(goal.pk), goal.get_absolute_url() if goal.pk in known else "")
        for goal in goals.filter(pk__in=wanted).order_by("due_on", "pk")
    ]


def waiting_for_signature(actor: Actor) -> list[Appraisal]:
    """Meetings the other has signed, so that the actor's signature is all that is missing; one query."""
    signing = Appraisal.objects.visible_to(actor).filter(state=MeetingState.SIGNING)
    own = Q(person_id=actor.person_id, own_signed_at=None)
    held = ~Q(person_id=actor.person_id) & Q(manager_signed_at=None)
    return list(signing.filter(own | held).select_related("person", "manager", "policy").order_by("due_on", "pk"))


def planned_between(actor: Actor, first: date, last: date) -> list[Appraisal]:
    """Talks planned for a day between the two, of oneself and of those one holds; one query."""
    planned = Appraisal.objects.visible_to(actor).unsigned().filter(planned_on__range=(first, last))
    mine = planned.filter(Q(person_id=actor.person_id) | Q(manager_id=actor.person_id))
    return list(mine.select_related("person", "policy").order_by("planned_on", "pk"))


def read_unsent_part(payload: Payload) -> dict[str, str]:
    """The unsent words of a part as somebody reads them: the questions in place of their codes. One query."""
    contents: Collection[Any] = AppraisalPolicy.objects.order_by("valid_from").values_list("content", flat=True)
    asks = {each["code"]: each["asks"] for content in contents for each in content.get("questions", [])}
    return {asks[code]: ", ".join(values) for code, values in payload.items() if code in asks and any(values)}


def _answers(questions: Collection[AppraisalQuestion], said: dict[str, str]) -> tuple[Answer, ...]:
    return tuple(Answer(each.asks, said.get(each.code, "")) for each in questions)
