"""Observations of the demo: one complete, one that waits for the reflection, one planned."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import moment, working_day
from academy.config.demo.dice import Dice
from academy.identity.actor import Actor
from portfolios.choices.evidence import Judgement, Observer, Setting
from portfolios.models import Evidence
from portfolios.services import observations, observing
from portfolios.services.observations import Plan
from portfolios.services.observing import Judged, Seen

AMARA, HELEN, MEI_LING = "practitioner", "manager", "mei-ling"
VISIT = Plan(
    setting=Setting.VISIT,
    relation=Observer.LINE_MANAGER,
    planned_on=date.min,
    title="First visit after hospital",
    focus="How I find out what he wants himself, when his daughter answers for him.",
)
SEEN = Seen(
    happened_on=date.min,
    seen=(
        "Amara sat down beside him, not opposite. When his daughter answered, she thanked her and asked him again, "
        "with two pictures on the table. She waited, nearly a minute once. He pointed at the kitchen and then said it: "
        "he wants to make his own tea. She read back what she had understood before she wrote it down."
    ),
    strengths="She gives time, and she says why she asks. The daughter did not feel pushed aside.",
    to_develop="Say at the beginning what can be decided today and what cannot. He asked twice.",
    people_agreed=True,
)
WORDS = (
    "I had not noticed how long I waited; it felt too long to me and was not for him. I will say at the door what "
    "today is for. I want to try the pictures earlier, before somebody else has answered."
)
JUDGED = Judged(
    judgement=Judgement.SHOWN,
    reason="He chose, with her beside him and not through his daughter. She names herself what to do next.",
)
MEETING = replace(
    VISIT,
    setting=Setting.MEETING,
    relation=Observer.SOCIAL_WORKER,
    title="Review with three services",
    focus="Whether everybody leaves with one thing to do.",
)
SEEN_THERE = replace(
    SEEN,
    seen=(
        "Three services, one hour. Amara opened with what had changed since spring, in the words of the person. "
        "She stopped the talk about budgets twice, kindly, and came back to the question of the day."
    ),
    strengths="She keeps the person in the room when the papers get loud.",
    to_develop="Ask the quiet nurse earlier: she knew most.",
)
AHEAD = replace(
    VISIT, setting=Setting.ASSESSMENT, title="Capacity assessment about money", focus="The five principles."
)


@dataclass(frozen=True)
class Observations:
    """The observations of one loading, each by the acts of both on its days."""

    cast: Cast

    def write(self) -> int:
        """All of them; returns how many."""
        self._complete()
        self._seen(MEETING, SEEN_THERE, observer=MEI_LING, days_ago=6)
        self._planned(AHEAD, observer=HELEN, on=working_day(self._day(12)), days_ago=2)
        return 3

    def _complete(self) -> None:
        evidence = self._seen(VISIT, SEEN, observer=HELEN, days_ago=24)
        hers, theirs = self._day(-22), self._day(-20)
        observations.reflect(
            evidence=evidence,
            words=WORDS,
            statement_ids=frozenset(),
            by=self._as(AMARA, hers),
            at=moment(hers, Dice("reflects", AMARA)),
        )
        at = moment(theirs, Dice("judges", HELEN))
        observing.judge(evidence=evidence, judged=JUDGED, by=self._as(HELEN, theirs), at=at)

    def _seen(self, plan: Plan, seen: Seen, *, observer: str, days_ago: int) -> Evidence:
        """Planned a fortnight before, and written on the evening of the day."""
        day = working_day(self._day(-days_ago))
        evidence = self._planned(plan, observer=observer, on=day, days_ago=days_ago + 14)
        at = moment(day, Dice("observes", observer, plan.title))
        return observing.observe(
            evidence=evidence, seen=replace(seen, happened_on=day), by=self._as(observer, day), at=at
        )

    def _planned(self, plan: Plan, *, observer: str, on: date, days_ago: int) -> Evidence:
        asked_on = self._day(-days_ago)
        wanted = replace(plan, planned_on=on, observer=self.cast.people[observer])
        token = uuid5(NAMESPACE_URL, f"demo observation {plan.title}")
        at = moment(asked_on, Dice("asks", plan.title))
        return observations.plan(plan=wanted, token=token, by=self._as(AMARA, asked_on), at=at)

    def _day(self, days: int) -> date:
        return self.cast.days.around(days)

    def _as(self, key: str, on: date) -> Actor:
        return actor(self.cast.people[key], self.cast.posts[key].organisation, on)
