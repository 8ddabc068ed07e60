"""Evidence of the demo that others verified or graded, by the acts of both on their days."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import moment, working_day
from academy.config.demo.dice import Dice
from academy.identity.actor import Actor
from portfolios.choices.evidence import EvidenceKind, RecordSeen
from portfolios.models import Evidence
from portfolios.services import case_audits, pieces, verifying
from portfolios.services.case_audits import Case, Verdict
from portfolios.services.pieces import Words
from portfolios.services.verifying import Seen

AMARA, HELEN, MEI_LING = "practitioner", "manager", "mei-ling"
PLAN_SEEN = Words(
    title="Support plan after a fall",
    account=(
        "A plan I wrote with Mr B and his neighbour after a fall. It begins with what he wants to do himself again and "
        "says who does what until he can. It shows how I plan from strengths."
    ),
)
SAW = Seen(
    record_kind=RecordSeen.PLAN,
    matched=True,
    words="I opened the plan with Amara. It says what she tells here, in his own words where it matters.",
)
PROJECT = Words(
    title="Easy-read letters for first visits",
    account=(
        "With two colleagues I rewrote the letter that goes out before a first visit. We tried it with four people who "
        "draw on support. Two of the four called beforehand, which nobody had done before."
    ),
)
STUDY = Words(
    title="Deciding with somebody who says little",
    account=(
        "An integrative study of how I find out what somebody wants who answers in single words. It is being written; "
        "the first part is about waiting."
    ),
)
GRADED = Verdict(
    grade="good",
    comments=(
        "Clear decisions, and the reasons can be followed. His voice is in the record. The risk of the stairs is named "
        "late; name it where the visit is told."
    ),
    audited_on=None,
)


@dataclass(frozen=True)
class EvidenceVerified:
    """What somebody verified, graded or is asked for, of one loading."""

    cast: Cast

    def write(self) -> int:
        """All of it; returns how many pieces."""
        self._graded("Case A", days_ago=40)
        self._audit("Case D", days_ago=3)
        work = self._begun(EvidenceKind.WORK, PLAN_SEEN, days_ago=33)
        self._verified(self._asked(work, HELEN, days_ago=32), SAW, by=HELEN, days_ago=30)
        self._kept(self._begun(EvidenceKind.PROJECT, PROJECT, days_ago=75), days_ago=70)
        self._begun(EvidenceKind.ASSIGNMENT, STUDY, days_ago=4)
        return 5

    def _audit(self, reference: str, *, days_ago: int) -> Evidence:
        on = self._day(days_ago)
        return case_audits.ask(
            case=Case(reference=reference),
            auditor=self.cast.people[MEI_LING],
            token=_token(reference),
            by=self._as(AMARA, on),
            at=moment(on, Dice("asks for an audit", reference)),
        )

    def _graded(self, reference: str, *, days_ago: int) -> None:
        evidence, on = self._audit(reference, days_ago=days_ago + 10), self._day(days_ago)
        verdict = replace(GRADED, audited_on=on)
        at = moment(on, Dice("grades", reference))
        case_audits.grade(evidence=evidence, verdict=verdict, by=self._as(MEI_LING, on), at=at)

    def _begun(self, kind: str, words: Words, *, days_ago: int) -> Evidence:
        on = self._day(days_ago)
        said = replace(words, happened_on=self._day(days_ago + 5))
        at = moment(on, Dice("begins", words.title))
        return pieces.begin(kind=kind, token=_token(words.title), words=said, by=self._as(AMARA, on), at=at)

    def _asked(self, evidence: Evidence, signer: str, *, days_ago: int) -> Evidence:
        on = self._day(days_ago)
        at = moment(on, Dice("asks", evidence.title))
        return pieces.ask(evidence=evidence, signer=self.cast.people[signer], by=self._as(AMARA, on), at=at)

    def _verified(self, evidence: Evidence, seen: Seen, *, by: str, days_ago: int) -> None:
        on = self._day(days_ago)
        at = moment(on, Dice("verifies", evidence.title))
        verifying.verify(evidence=evidence, seen=replace(seen, record_seen_on=on), by=self._as(by, on), at=at)

    def _kept(self, evidence: Evidence, *, days_ago: int) -> None:
        on = self._day(days_ago)
        pieces.keep(evidence=evidence, by=self._as(AMARA, on), at=moment(on, Dice("keeps", evidence.title)))

    def _day(self, days_ago: int) -> date:
        return working_day(self.cast.days.around(-days_ago))

    def _as(self, key: str, on: date) -> Actor:
        return actor(self.cast.people[key], self.cast.posts[key].organisation, on)


def _token(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo evidence {name}")
