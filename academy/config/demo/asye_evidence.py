"""Evidence of years of the ASYE in the demo, complete and in bulk: observed, heard, read, reflected on."""

import uuid
from dataclasses import dataclass, field
from datetime import date

from academy.config.demo.asye_years import Year, texts
from academy.config.demo.days import moment
from academy.config.demo.dice import Dice
from academy.config.demo.keeping import token_of
from academy.development.choices import EntryState
from academy.development.models import Entry
from asye.choices.enrolments import Role
from portfolios.choices.evidence import (
    EvidenceKind,
    EvidenceState,
    Giver,
    Judgement,
    Observer,
    RecordSeen,
    Setting,
    Way,
)
from portfolios.models import Evidence, Feedback, Observation

# How many days before its review each piece of a stage is complete.
OBSERVED, HEARD, READ, ASKED, REFLECTED = 16, 24, 30, 21, 12


@dataclass
class Gathered:
    """Pieces to be written together, for all years at once."""

    pieces: list[Evidence] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    feedback: list[Feedback] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def keep(self) -> int:
        """Write them; returns how many pieces."""
        Evidence.objects.bulk_create(self.pieces)
        Observation.objects.bulk_create(self.observations)
        Feedback.objects.bulk_create(self.feedback)
        Entry.objects.bulk_create(self.entries)
        return len(self.pieces)

    def stage(self, year: Year, code: str, *, until: date) -> None:
        """What there is of one stage, whose review is held on a day."""
        said = texts()["evidence"][year.enrolment.policy.service][code]
        self._observed(year, said["observation"], on=year.before(OBSERVED, until))
        self._heard(year, said["person"], Giver.PERSON, on=year.before(HEARD, until))
        self._heard(year, said["professional"], Giver.PROFESSIONAL, on=year.before(ASKED, until))
        self._read(year, said["record"], on=year.before(READ, until))
        if "reflection" in said:
            self._reflected(year, said["reflection"], on=year.before(REFLECTED, until))

    def _piece(self, year: Year, kind: EvidenceKind, said: dict[str, str], *, on: date, **more: object) -> Evidence:
        at = moment(on, Dice("asye evidence", year.plan.who, said["title"]))
        piece = Evidence(
            person=year.people[Role.NQSW],
            organisation=year.organisation,
            token=uuid.uuid5(uuid.NAMESPACE_URL, f"demo {year.plan.who} {said['title']}"),
            kind=kind,
            state=EvidenceState.COMPLETE,
            title=said["title"],
            happened_on=on,
            account=said.get("account", ""),
            reflection=said.get("reflection", ""),
            **dict.fromkeys(("created_at", "changed_at", "asked_at", "completed_at"), at),
            **more,
        )
        self.pieces.append(piece)
        return piece

    def _observed(self, year: Year, said: dict[str, str], *, on: date) -> None:
        piece = self._piece(year, EvidenceKind.OBSERVATION, said, on=on)
        self.observations.append(
            Observation(
                evidence=piece,
                setting=Setting(said["setting"]),
                relation=Observer.ASSESSOR,
                observer=year.people[year.assessing],
                planned_on=on,
                people_agreed=True,
                seen=said["seen"],
                strengths=said["strengths"],
                to_develop=said["to_develop"],
                judgement=Judgement.SHOWN,
                judgement_reason=said["because"],
                **dict.fromkeys(("seen_at", "reflected_at", "judged_at"), piece.completed_at),
            )
        )

    def _heard(self, year: Year, said: dict[str, str], giver: Giver, *, on: date) -> None:
        piece = self._piece(year, EvidenceKind.FEEDBACK, said, on=on)
        named = giver == Giver.PROFESSIONAL
        self.feedback.append(
            Feedback(
                evidence=piece,
                giver=giver,
                way=Way.LINK if named else Way.CARD,
                giver_name=said["name"] if named else "",
                giver_role=said["role"] if named else "",
                collected_by=year.people[Role.NQSW],
                agreed_to_use=True,
                given_at=piece.completed_at,
                read_at=piece.completed_at,
                went_well=said["went_well"],
                could_be_better=said["could_be_better"],
            )
        )

    def _read(self, year: Year, said: dict[str, str], *, on: date) -> None:
        at = moment(on, Dice("asye evidence", year.plan.who, "read"))
        self._piece(
            year,
            EvidenceKind.WORK,
            said,
            on=on,
            record_kind=RecordSeen(said["record"]),
            record_seen_on=on,
            signer=year.people[year.assessing],
            signed_by=year.people[year.assessing],
            signed_at=at,
            signer_words=said["words"],
        )

    def _reflected(self, year: Year, said: dict[str, str], *, on: date) -> None:
        at = moment(on, Dice("asye evidence", year.plan.who, "reflects"))
        self.entries.append(
            Entry(
                author=year.people[Role.NQSW],
                organisation=year.organisation,
                token=token_of(year.plan.who, said["title"]),
                state=EntryState.KEPT,
                kind="critical",
                title=said["title"],
                started_on=on,
                way="experience",
                happened=said["happened"],
                learnt=said["learnt"],
                impact=said["impact"],
                **dict.fromkeys(("created_at", "changed_at", "kept_at"), at),
            )
        )
