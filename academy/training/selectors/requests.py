"""One's own requests, and where each of them is."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.training.choices import Decider, RequestState, StageState
from academy.training.models import RequestQuestion, RequestStage, TrainingRequest
from academy.training.rules.requests import Words
from academy.training.selectors.deciders import Asker, Deciders, asker_of, deciders_of
from academy.training.selectors.higher import higher_of, higher_than
from academy.training.selectors.policies import terms_of
from academy.ui.wording import in_a_row


def words_of(request: TrainingRequest) -> Words:
    """What a request says, as rules read it; one query for its costs."""
    return Words(
        title=request.title,
        course_id=request.course_id,
        provider=request.provider,
        award_type=request.award_type,
        need=request.need,
        role_relevance=request.role_relevance,
        benefit=request.benefit,
        support=tuple(request.support),
        starts_on=request.starts_on,
        ends_on=request.ends_on,
        days=request.days,
        agreed_in=request.agreed_in,
        agreed_on=request.agreed_on,
        goal_id=request.goal_id,
        supervision_id=request.supervision_id,
        costs={cost.kind: cost.pounds for cost in request.costs.all()},
    )


@dataclass(frozen=True)
class Step:
    """One decision of a request as people read it: who makes or made it, and what was asked and answered."""

    stage: RequestStage
    people: tuple[Person, ...]
    deputies: tuple[Person, ...] = ()

    @property
    def who(self) -> str:
        """Who decided, with whom she stood in for; or who can decide."""
        stage = self.stage
        if stage.decided_by is None:
            return in_a_row((person.full_name for person in self.people), last="or") or "Nobody at present"
        made_for = f" for {stage.decided_for.full_name}" if stage.decided_for else ""
        return f"{stage.decided_by.full_name}{made_for}"

    @property
    def stand_in(self) -> str:
        """Who stands in for those who can decide, as a sentence; empty where nobody does."""
        names = [person.full_name for person in self.deputies]
        verb = "stands" if len(names) == 1 else "stand"
        return f"{in_a_row(names)} {verb} in and can decide too." if names else ""


@dataclass(frozen=True)
class Whereabouts:
    """A request with its steps, and the sentence that says where it is, since when, and with whom."""

    request: TrainingRequest
    steps: tuple[Step, ...]
    sentence: str


def own_requests(actor: Actor) -> QuerySet[TrainingRequest]:
    """The actor's own requests, newest first, with what `whereabouts_of` reads."""
    return with_steps(TrainingRequest.objects.filter(person_id=actor.person_id)).order_by("-started_at", "-pk")


def with_steps(requests: QuerySet[TrainingRequest]) -> QuerySet[TrainingRequest]:
    """Requests with their decisions, questions and costs; four queries for however many."""
    stages = RequestStage.objects.select_related("decided_by", "decided_for", "escalated_to", "request")
    joined = requests.select_related("person", "policy", "event", "organisation")
    questions = Prefetch("questions", RequestQuestion.objects.select_related("asked_by"))
    return joined.prefetch_related(Prefetch("stages", stages.prefetch_related(questions)), "costs")


def whereabouts_of(requests: Iterable[TrainingRequest], *, on: date) -> list[Whereabouts]:
    """Where each request is; four queries for however many, which come from `with_steps`."""
    listed = list(requests)
    stages = [stage for each in listed for stage in each.stages.all()]
    deciders = deciders_of({asker_of(stage) for stage in stages}, on=on)
    going_up = higher_of((stage for stage in stages if stage.may_go_up), deciders, on=on)
    found = []
    for each in listed:
        steps = tuple(_step(stage, deciders) for stage in each.stages.all())
        found.append(Whereabouts(each, steps, _sentence(each, steps, going_up)))
    return found


def _step(stage: RequestStage, deciders: Mapping[Asker, Deciders]) -> Step:
    """A decision with who can make it: whom it went up to comes first."""
    found = deciders[asker_of(stage)]
    people, deputies = found.of(stage.decider), found.deputies_of(stage.decider)
    return Step(stage, people if stage.escalated_to is None else (stage.escalated_to, *people), deputies)


def whereabouts_of_one(request_id: int, *, on: date) -> Whereabouts:
    """Where one request is."""
    return whereabouts_of(with_steps(TrainingRequest.objects.filter(pk=request_id)), on=on)[0]


def request_written_in(token: UUID, *, by: Actor) -> TrainingRequest | None:
    """What a form of the actor's became when it was left or sent; None while it was neither."""
    return TrainingRequest.objects.filter(person_id=by.person_id, token=token).first()


def _sentence(request: TrainingRequest, steps: tuple[Step, ...], going_up: Collection[int]) -> str:
    turn = next((step for step in steps if step.stage.state in (StageState.OPEN, StageState.ASKED)), None)
    if request.state == RequestState.DRAFT:
        return "A draft, which only you can see."
    if turn is None:
        ended_at = request.decided_at if request.state != RequestState.WITHDRAWN else None
        return f"{RequestState(request.state).label} on {in_words(timezone.localdate(ended_at or request.changed_at))}."
    who = f"{turn.who} ({Decider(turn.stage.decider).label.lower()})"
    since = in_words(timezone.localdate(turn.stage.opened_at))
    if turn.stage.state == StageState.ASKED:
        asked = in_words(timezone.localdate(max(question.asked_at for question in turn.stage.questions.all())))
        return f"Waits for your answer to a question of {asked}. Then it is with {who} again."
    up = in_words(terms_of(request.policy).escalates_on(timezone.localdate(request.asked_since)))
    goes_up = f"It goes up on {up} if nobody decides." if turn.stage.pk in going_up else ""
    return " ".join(filter(None, (f"With {who} since {since}.", turn.stand_in, goes_up)))


def open_question(request: TrainingRequest) -> RequestQuestion | None:
    """The question that waits for an answer, if one does."""
    asked = RequestQuestion.objects.filter(stage__request=request, stage__state=StageState.ASKED, answered_at=None)
    return asked.select_related("asked_by").first()


def who_looks_again(step: Step, *, on: date) -> Person | None:
    """Whom somebody may ask to look again at a no: the line manager of who decided it, or whoever decides above."""
    return higher_than(step.stage, on=on)
