"""Supervision of the demo: three pairs who met in rhythm, each session by the acts of both on its days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import Days, moment, working_day
from academy.config.demo.dice import Dice
from academy.development.choices.supervisions import MissedBecause, Strand
from academy.development.models import SupervisionAgreement
from academy.development.services import supervision_agreements, supervisions
from academy.development.services.supervision_agreements import Terms
from academy.identity.actor import Actor

# What each wrote, in her own part and in the supervisor's.
NOTES = (
    (
        "I brought the visit to the two sisters. I had heard only the louder one. Next time each has an hour.",
        "She saw by herself whose voice was missing. Agreed: two short visits before the review, not one long one.",
    ),
    (
        "Three duty weeks in a row were too much. I wrote everything twice and thought about nothing once.",
        "Duty is shared out anew from next month. We look at the caseload again in four weeks.",
    ),
    (
        "The capacity assessment held at court. What I am unsure of is how I told the family.",
        "Strong piece of work. We practised how to say it; she will sit in with Graham at the next meeting.",
    ),
    (
        "I would like to learn more about hoarding. Two of my people live with it, and I only know the clearing.",
        "Agreed to ask for the workshop in spring and to shadow the fire service before.",
    ),
)


@dataclass(frozen=True)
class Pair:
    """Who meets with whom, in which strand, the days around today on which they met, and the next one."""

    who: str
    supervisor: str
    strand: str
    since: int
    met: tuple[int, ...]
    missed: tuple[int, ...] = ()
    next_in: int = 14


# The newly qualified worker was away on family leave between her second session and her third: a pause.
PAIRS = (
    Pair("practitioner", "manager", Strand.REFLECTIVE, since=-125, met=(-98, -70, -14), missed=(-42,)),
    Pair("support", "manager", Strand.DAY_TO_DAY, since=-75, met=(-47, -19), next_in=9),
    Pair("nqsw", "dan", Strand.REFLECTIVE, since=-200, met=(-172, -144, -49, -21), next_in=7),
)


@dataclass(frozen=True)
class Supervisions:
    """The supervision of one loading."""

    cast: Cast

    @property
    def days(self) -> Days:
        return self.cast.days

    def write(self) -> int:
        """All of it; returns how many sessions."""
        return sum(self._pair(pair) for pair in PAIRS)

    def _pair(self, pair: Pair) -> int:
        agreement = self._agreement(pair)
        days: Mapping[int, bool] = {**dict.fromkeys(pair.met, True), **dict.fromkeys(pair.missed, False)}
        for number, (day, was_held) in enumerate(sorted(days.items())):
            self._session(pair, agreement, working_day(self.days.around(day)), notes=number if was_held else None)
        yesterday = self.days.yesterday
        at = moment(yesterday, Dice("next session", pair.who))
        next_on = working_day(self.days.around(pair.next_in))
        supervisions.plan(agreement=agreement, planned_on=next_on, by=self._as(pair.supervisor, yesterday), at=at)
        return len(days) + 1

    def _agreement(self, pair: Pair) -> SupervisionAgreement:
        since = self.days.around(pair.since)
        at = moment(since, Dice("agreement", pair.who))
        terms = Terms(strand=pair.strand, every_weeks=4, minutes=90, from_on=since)
        person = self.cast.people[pair.who]
        made = supervision_agreements.arrange(person=person, terms=terms, by=self._as(pair.supervisor, since), at=at)
        later = moment(since + timedelta(days=1), Dice("agrees", pair.who))
        by = self._as(pair.who, since + timedelta(days=1))
        return supervision_agreements.agree(agreement=made, by=by, at=later)

    def _session(self, pair: Pair, agreement: SupervisionAgreement, on: date, *, notes: int | None) -> None:
        """Planned a week before; held, written and signed by both on the day, or missed."""
        hers, theirs = self._as(pair.who, on), self._as(pair.supervisor, on)
        before, at = on - timedelta(days=7), moment(on, Dice("session", pair.who, on))
        by = self._as(pair.supervisor, before)
        planned_at = moment(before, Dice("plans", pair.who, on))
        session = supervisions.plan(agreement=agreement, planned_on=on, by=by, at=planned_at)
        if notes is None:
            supervisions.miss(session=session, because=MissedBecause.WORK, words="", by=theirs, at=at)
            return
        supervisions.hold(session=session, held_on=on, minutes=90, by=theirs, at=at)
        own, other = NOTES[notes % len(NOTES)]
        supervisions.note(session=session, words=own, by=hers, at=at)
        supervisions.note(session=session, words=other, by=theirs, at=at)
        supervisions.sign(session=session, by=hers, at=at)
        supervisions.sign(session=session, by=theirs, at=at)

    def _as(self, key: str, on: date) -> Actor:
        return actor(self.cast.people[key], self.cast.posts[key].organisation, on)
