"""What people of the demo ask for and what was decided, each by an act of the person herself on that day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from academy.config.demo import reading
from academy.config.demo.acting import actor, portal
from academy.config.demo.days import Days, moment, teaching_day
from academy.config.demo.dice import Dice
from academy.config.demo.keeping import token_of
from academy.config.demo.reading import ActOn, Asking
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.training.choices import Decider, StageState
from academy.training.models import Booking, Course, RequestStage, TrainingRequest
from academy.training.rules.requests import Words
from academy.training.selectors.deciders import deciders_for
from academy.training.selectors.higher import higher_than
from academy.training.services import decisions, escalation, requests
from academy.training.services.requests import PlaceWords


@dataclass(frozen=True)
class Requests:
    """The requests of one loading. `places` are the bookings by person and key of the event."""

    days: Days
    people: Mapping[str, Person]
    organisations: Mapping[int, Organisation]
    places: Mapping[tuple[int, str], Booking]

    def write(self) -> int:
        """All of the file, in its order; returns how many."""
        asked = reading.training_requests()
        for asking in asked:
            request = self._ask(asking)
            for act in asking.acts:
                self._act(request, act)
        return len(asked)

    def _ask(self, asking: Asking) -> TrainingRequest:
        person, on = self.people[asking.who], self.days.around(asking.asked)
        at = moment(on, Dice("request", asking.who, asking.title, asking.event))
        by = actor(person, self.organisations[person.pk], on)
        if asking.event:
            words = PlaceWords(need=asking.need, agreed_in=asking.agreed_in)
            booking = self.places[person.pk, asking.event]
            return requests.ask_for_place(booking=booking, words=words, by=by, at=max(at, booking.asked_at))
        token = token_of(asking.who, asking.title)
        return requests.hand_in(words=self._words(asking, by), by=by, at=at, token=token)

    def _words(self, asking: Asking, by: Actor) -> Words:
        return Words(
            title=asking.title,
            course_id=self._course_id(asking, by),
            provider=asking.provider,
            award_type=asking.award_type,
            need=asking.need,
            role_relevance=asking.role_relevance,
            benefit=asking.benefit,
            support=tuple(asking.support),
            starts_on=self._learning_day(asking.first),
            ends_on=self._learning_day(asking.last),
            days=Decimal(str(asking.length)),
            agreed_in=asking.agreed_in,
            agreed_on=self._day(asking.agreed),
            costs={kind: Decimal(pounds) for kind, pounds in asking.costs.items()},
        )

    def _course_id(self, asking: Asking, by: Actor) -> int | None:
        if not asking.course:
            return None
        return Course.objects.get(organisation_id=by.organisation_id, code=asking.course).pk

    def _learning_day(self, number: int | None) -> date | None:
        """A day on which somebody teaches."""
        return None if number is None else teaching_day(self.days.around(number))

    def _day(self, number: int | None) -> date | None:
        return None if number is None else self.days.around(number)

    def _act(self, request: TrainingRequest, act: ActOn) -> None:
        on = self.days.around(act.days)
        at = moment(on, Dice("act on request", request.title, act.act, act.days))
        if act.act == "answer":
            by = actor(request.person, request.organisation, on)
            requests.answer(request=request, text=act.words, by=by, at=at)
            return
        stage = request.stages.get(state__in=[StageState.OPEN, StageState.ASKED])
        if act.act == "escalate":
            self._send_up(stage, on, at)
            return
        by = self._decider(stage, on)
        if act.act == "ask":
            decisions.ask(stage=stage, by=by, at=at, question=act.words)
        elif act.act == "decline":
            decisions.decline(stage=stage, by=by, at=at, reason=act.words)
        else:
            decisions.approve(stage=stage, by=by, at=at, reason=act.words)

    def _send_up(self, stage: RequestStage, on: date, at: datetime) -> None:
        higher = higher_than(stage, on=on)
        if higher is not None:
            escalation.send_up(stage=stage, to=higher, by=portal(on), at=at)

    def _decider(self, stage: RequestStage, on: date) -> Actor:
        """The first who decides at this stage that day."""
        request = stage.request
        deciders = deciders_for(request.person_id, request.organisation_id, on=on)
        return actor(deciders.of(Decider(stage.decider))[0], request.organisation, on)
