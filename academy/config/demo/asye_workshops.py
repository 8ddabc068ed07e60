"""Workshops of the ASYE in the demo: once a month those in their year meet, led by the co-ordinator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from academy.config.demo.asye_years import Year, texts
from academy.config.demo.days import Days, moment, working_day
from academy.config.demo.dice import Dice
from academy.development.choices.supervisions import PeerSessionState
from academy.development.models import PeerAttendance, PeerSession
from academy.identity.models import Person
from academy.people.models import Absence
from academy.people.rules.spans import Span
from asye.choices.enrolments import Role
from asye.models import Enrolment
from asye.rules.sessions import is_in

# The first was so many months ago, on that day of the month; of a hundred asked so many came.
MONTHS, DAY_OF_MONTH, CAME = 15, 9, 90


@dataclass(frozen=True)
class Workshops:
    """The workshops of one council's years."""

    years: Sequence[Year]

    @property
    def days(self) -> Days:
        return self.years[0].days

    def write(self) -> None:
        """One for each month, with who was in her year and not away."""
        leader = self.years[0].people[Role.COORDINATOR]
        days = [working_day(self.days.months_ago(months).replace(day=DAY_OF_MONTH)) for months in range(MONTHS, 0, -1)]
        sessions = PeerSession.objects.bulk_create(
            self._session(topic, on, leader) for topic, on in zip(texts()["workshops"], days, strict=False)
        )
        away = list(Absence.objects.filter(person__in=[year.people[Role.NQSW] for year in self.years]))
        PeerAttendance.objects.bulk_create(
            PeerAttendance(session=session, person=person, joined_at=session.planned_at, came=True)
            for session in sessions
            for person in (leader, *self._there(session.held_on, away))
        )

    def _session(self, topic: str, on: date, leader: Person) -> PeerSession:
        at = moment(on, Dice("asye workshop", topic))
        return PeerSession(
            organisation=self.years[0].organisation,
            leader=leader,
            topic=topic,
            place="Academy room, first floor",
            held_on=on,
            minutes=120,
            state=PeerSessionState.HELD,
            planned_at=at,
            changed_at=at,
            takeaway="One thing each to try until next month; we begin with it then.",
        )

    def _there(self, on: date, away: Sequence[Absence]) -> list[Person]:
        found = []
        for year in self.years:
            person, ran = year.people[Role.NQSW], year.enrolment
            hers = [Span(each.from_on, each.until_on) for each in away if each.person_id == person.pk]
            is_hers = ran.starts_on <= on <= _last_day(ran, on) and not is_in(on, hers)
            if is_hers and Dice("came", year.plan.who, on.month).happens(CAME):
                found.append(person)
        return found


def _last_day(year: Enrolment, on: date) -> date:
    return year.ended_at.date() if year.ended_at else on
