"""Self-audits of the demo, talked over and signed by both: what the next one is compared with."""

from dataclasses import dataclass
from datetime import timedelta

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import moment
from academy.config.demo.dice import Dice
from academy.development.models import SelfAudit
from academy.development.selectors.audits import Against, against_what
from academy.development.services.audits import Answer, note_talk, rate, share, sign, start, write
from academy.identity.actor import Actor

FRAMEWORK = "PCF"
# Who made one with whom, at which level, how many days ago, and how she saw the first statements.
MADE = (
    ("tom", "manager", "Social worker", 330, (2, 3, 2, 3, 1)),
    ("nqsw", "dan", "(ASYE)", 150, (1, 2, 2, 1, 2)),
)
SUMMARY = "We look at court work together in spring."
TALKED = "It was the visit in August; we saw the same visit and drew another line under it."


@dataclass(frozen=True)
class Audits:
    """The self-audits of one loading."""

    cast: Cast

    def write(self) -> int:
        """All of them; returns how many."""
        for person, manager, level, days_ago, ratings in MADE:
            audit = self._shared(person, manager, level=level, days_ago=days_ago, ratings=ratings)
            self._talked_over(audit, (person, manager), days_ago=days_ago - 9)
        return len(MADE)

    def _shared(self, person: str, manager: str, *, level: str, days_ago: int, ratings: tuple[int, ...]) -> SelfAudit:
        by = self._as(person, days_ago)
        at = moment(by.on, Dice("self-audit", person))
        audit = start(against=self._against(by, level), purpose="annual", by=by, at=at)
        answers = {pk: Answer(rating) for pk, rating in zip(self._statements(audit), ratings, strict=False)}
        write(audit=audit, answers=answers, by=by, at=at + timedelta(minutes=30))
        return share(audit=audit, supervisor=self.cast.people[manager], by=by, at=at + timedelta(minutes=40))

    def _talked_over(self, audit: SelfAudit, keys: tuple[str, str], *, days_ago: int) -> None:
        person, manager = (self._as(key, days_ago) for key in keys)
        at = moment(manager.on, Dice("talked", keys))
        lines = self._statements(audit)[:5]
        rate(audit=audit, answers={pk: Answer(2) for pk in lines}, by=manager, at=at)
        talked = note_talk(
            audit=audit,
            on=manager.on,
            summary=SUMMARY,
            talked={lines[0]: TALKED},
            by=manager,
            at=at + timedelta(minutes=20),
        )
        talked.refresh_from_db()
        for by in (manager, person):
            sign(audit=audit, seen=talked.changed_at.isoformat(), by=by, at=at + timedelta(minutes=30))

    def _against(self, by: Actor, level: str) -> Against:
        offered = against_what(by.on)
        return next(each for each in offered if each.words.startswith(FRAMEWORK) and level in each.words)

    def _statements(self, audit: SelfAudit) -> list[int]:
        lines = audit.framework.statements.filter(withdrawn_on__isnull=True)
        return list(lines.order_by("domain__order", "order", "pk").values_list("pk", flat=True))

    def _as(self, key: str, days_ago: int) -> Actor:
        organisation = self.cast.posts[key].organisation
        return actor(self.cast.people[key], organisation, self.cast.days.around(-days_ago))
