"""What colleagues of the demo do together: peer learning sessions by acts, and what everybody says of her skills."""

from collections.abc import Iterator
from dataclasses import dataclass

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import moment
from academy.config.demo.dice import Dice
from academy.development.choices.audits import Proficiency
from academy.development.models import PeerSession, SkillMark
from academy.development.selectors.skills import matrix_of
from academy.development.services import peer_sessions
from academy.development.services.peer_sessions import SessionSaid
from academy.identity.actor import Actor

# Who of the cast leads, who comes, about what, and on which day counted from today.
HELD = (
    ("practitioner", ("tom",), "What a good capacity assessment reads like", -40),
    ("tom", ("practitioner",), "Direct payments that go wrong", -117),
)
TO_COME = (
    ("practitioner", "Working with self-neglect: three cases without names", 8),
    ("tom", "Reading a chronology together", 22),
)
TAKEAWAY = "Write down what the person says in her own words first. Ask legal before the meeting, not after it."
LEVELS = (
    Proficiency.AWARE,
    Proficiency.SUPPORTED,
    Proficiency.SUPPORTED,
    Proficiency.INDEPENDENT,
    Proficiency.INDEPENDENT,
    Proficiency.TEACHES,
)
# Of a hundred skills so many are said, and of those so many confirmed by the manager.
SAID, CONFIRMED = 80, 60


@dataclass(frozen=True)
class Together:
    """Peer learning and skills of one loading."""

    cast: Cast

    def write(self) -> tuple[int, int]:
        """How many sessions there are, and how many skills are said."""
        for leader, others, topic, days in HELD:
            self._held(leader, others, topic=topic, days=days)
        for leader, topic, days in TO_COME:
            self._planned(leader, topic=topic, days=days, ahead=6)
        marks = SkillMark.objects.bulk_create(list(self._marks()))
        return len(HELD) + len(TO_COME), len(marks)

    def _planned(self, leader: str, *, topic: str, days: int, ahead: int) -> PeerSession:
        """A session planned some days before today, or before it was held."""
        by = self._as(leader, min(days, 0) - ahead)
        said = SessionSaid(
            topic=topic,
            held_on=self.cast.days.around(days),
            place="Quiet room, second floor",
            minutes=60,
            team_id=None,
        )
        return peer_sessions.plan(said=said, by=by, at=moment(by.on, Dice("plans", topic)))

    def _held(self, leader: str, others: tuple[str, ...], *, topic: str, days: int) -> None:
        session = self._planned(leader, topic=topic, days=days, ahead=10)
        for key in others:
            by = self._as(key, days - 3)
            peer_sessions.join(session=session, by=by, at=moment(by.on, Dice("joins", key, topic)))
        came = [self.cast.people[key].pk for key in (leader, *others)]
        by = self._as(leader, days)
        at = moment(by.on, Dice("notes", topic))
        peer_sessions.hold(session=session, came=came, takeaway=TAKEAWAY, by=by, at=at)

    def _marks(self) -> Iterator[SkillMark]:
        """What the practitioner, her colleague and the support worker of the team say, and what is confirmed."""
        manager = self.cast.people["manager"]
        for key in ("practitioner", "tom", "support"):
            person, organisation = self.cast.people[key], self.cast.posts[key].organisation
            dice = Dice("skills", key)
            day = self.cast.days.around(-dice.between(20, 60))
            for group in matrix_of(person.pk, on=self.cast.days.on):
                for row in group.rows:
                    if not dice.happens(SAID):
                        continue
                    mark = SkillMark(
                        person=person,
                        organisation=organisation,
                        code=row.skill.code,
                        proficiency=dice.pick(LEVELS),
                        said_at=moment(day, dice),
                    )
                    if dice.happens(CONFIRMED):
                        mark.confirmed_by, mark.confirmed_at = manager, moment(self.cast.days.around(-12), dice)
                    yield mark

    def _as(self, key: str, days: int) -> Actor:
        person = self.cast.people[key]
        return actor(person, self.cast.posts[key].organisation, self.cast.days.around(days))
