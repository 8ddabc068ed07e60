"""Progression in the demo: a sitting that was held and told, and the coming one with cases in every state."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from academy.config.demo import reading
from academy.config.demo.panels_candidates import Candidate, Candidates, take
from academy.config.demo.panels_hands import Hands, before
from academy.config.demo.panels_meeting import Sat, held
from academy.config.demo.panels_rows import Rows, Told
from academy.config.demo.panels_seats import CHAIR, CLERK, LEAD, Seats
from panels.choices.cases import CaseState
from panels.choices.judging import TieKind
from panels.choices.outcomes import AppealGround, AppealOutcome, AppealState
from panels.models import Appeal, Case, Decision, Hearer, Meeting, Panel
from panels.rules.checking import Ask
from panels.rules.days import heard_by
from panels.selectors.policies import rules_of
from panels.services import assigning, checking, declaring
from panels.services.cases import begin_step
from panels.services.declaring import Said
from panels.services.ties import note_all
from pathways.choices import SittingPurpose
from pathways.models import Journey

AMARA = "practitioner"
# So many days before the sitting each thing was done; a day after it stands below zero.
BEGAN, SIGNED, HANDED_IN, ACCEPTED, GIVEN, REVIEWED = 84, 58, 50, 40, 38, 22
TOLD, FED_BACK, APPEALED, NAMED, ANSWERED = -4, -11, -13, -15, -33
REVIEWERS, HEARERS = ("psw", "service-children"), ("mei-ling", "service-adults")
JUDGING = (CHAIR, "psw", "service-children", "panel", "educator", "lived")
GIVERS = {"psw_children": CHAIR, "lead_adults": "assessor"}
# Whose case it was, by the step she came for; any where none is named.
LAST = {"progressed": "to-level-2", "eligible": "to-level-3", "not_yet": "", "appealed": ""}
# Of the coming sitting: so many days ago each began, and how it stands. What follows is counted from that day.
COMING = {
    "reviews_in": (47, CaseState.REVIEWS_IN),
    "in_review": (19, CaseState.ACCEPTED),
    "received": (16, CaseState.RECEIVED),
    "changes_asked": (20, CaseState.RECEIVED),
}
THEN_SIGNED, THEN_IN, THEN_ACCEPTED, THEN_GIVEN, THEN_JUDGED = 5, 11, 14, 16, 28
APPROACHING, LATELY = 75, 6
TIED = "assessor"


@dataclass(frozen=True)
class Progression:
    """The two sittings of one loading."""

    hands: Hands
    panel: Panel

    def write(self) -> int:
        """All of it; returns how many cases there are."""
        seats, candidates = Seats(self.hands), Candidates(self.hands)
        sitting = seats.last_sitting()
        last = held(self.hands, self.panel, sitting, told_on=before(sitting.on, TOLD))
        next_sitting = seats.coming(SittingPurpose.PROGRESSION)
        coming = seats.taken_up(self.panel, next_sitting, self.hands.ago(APPROACHING))
        there = candidates.since(before(sitting.on, BEGAN))
        self._last(last, {key: take(there, step=step) for key, step in LAST.items()}, coming)
        seen = set(Case.objects.values_list("person_id", flat=True))
        left = candidates.since(self.hands.ago(max(ago for ago, _ in COMING.values())))
        others = [each for each in left if each.person.pk not in seen]
        self._coming(coming, {key: take(others) for key in COMING})
        self._practitioner(coming)
        return Case.objects.filter(panel=self.panel).count()

    def _last(self, meeting: Meeting, who: Mapping[str, Candidate], coming: Meeting) -> None:
        """Four cases, all the way to their letters and what followed."""
        on, told = meeting.sitting.on, _told("last")
        moments = {name: self.hands.at(on) for name in ("reviews_in_at", "decided_at")}
        moments["released_at"] = self.hands.at(before(on, TOLD))
        cases = Rows(self.hands).cases(
            meeting,
            {
                key: Told(
                    who=each,
                    text=told[key]["text"],
                    state=CaseState.RELEASED,
                    began=before(on, BEGAN),
                    signed=before(on, SIGNED),
                    handed_in=before(on, HANDED_IN),
                    accepted=before(on, ACCEPTED),
                    moments=moments,
                )
                for key, each in who.items()
            },
        )
        sat = Sat(self.hands, meeting)
        sat.there((*JUDGING, CLERK))
        for key, case in cases.items():
            for reviewer in REVIEWERS:
                Rows(self.hands).reviewed(
                    case, reviewer, told[key]["levels"], given=before(on, GIVEN), on=before(on, REVIEWED)
                )
            decision = sat.decided(case, told[key], present=JUDGING, again=coming.sitting)
            sat.told(decision, givers=GIVERS, on=before(on, TOLD), fed_back=before(on, FED_BACK))
            if key == "appealed":
                self._appealed(decision, on)

    def _coming(self, meeting: Meeting, who: Mapping[str, Candidate]) -> None:
        """One is being reviewed, and somebody has said what connects her with it; the reviews of one are far apart; one
        is to be looked through, and one to be mended."""
        hands, texts = self.hands, _told("coming")
        days = {key: hands.ago(ago) for key, (ago, _) in COMING.items()}
        reviewed_at = hands.at(before(days["reviews_in"], -THEN_JUDGED))
        cases = Rows(hands).cases(
            meeting,
            {
                key: Told(
                    who=each,
                    text=texts[key]["text"],
                    state=COMING[key][1],
                    began=days[key],
                    signed=before(days[key], -THEN_SIGNED),
                    handed_in=before(days[key], -THEN_IN),
                    accepted=None if COMING[key][1] == CaseState.RECEIVED else before(days[key], -THEN_ACCEPTED),
                    moments={"reviews_in_at": reviewed_at} if key == "reviews_in" else None,
                )
                for key, each in who.items()
            },
        )
        self._asked(cases["changes_asked"], on=before(days["changes_asked"], -THEN_ACCEPTED))
        on = before(days["in_review"], -THEN_GIVEN)
        note_all([cases["in_review"], cases["reviews_in"]], by=hands.by(CHAIR, on), at=hands.at(on))
        self._in_review(cases["in_review"], on=on)
        self._reviews_in(cases["reviews_in"], days["reviews_in"])

    def _asked(self, case: Case, *, on: date) -> None:
        asks = [Ask(code="pieces-complete", reason=reading.content("panels/cases.yaml")["asked"])]
        checking.ask(case=case, asks=asks, by=self.hands.by(CLERK, on), at=self.hands.at(on))

    def _in_review(self, case: Case, *, on: date) -> None:
        hands, by = self.hands, self.hands.by(CHAIR, on)
        first, _ = (
            assigning.ask(case=case, person=hands.named[who], by=by, at=hands.at(on)) for who in ("psw", "panel")
        )
        assigning.take_on(assignment=first, by=hands.by("psw", on), at=hands.at(on))
        tied = hands.named[TIED]
        said = Said(person_id=tied.pk, kind=TieKind.JOINT_WORK, words=reading.content("panels/cases.yaml")["tie"])
        declaring.declare(case=case, said=said, by=hands.by(tied, on), at=hands.at(on))

    def _reviews_in(self, case: Case, began: date) -> None:
        apart = reading.content("panels/cases.yaml")["reviews"]["apart"]
        for who, levels in zip(REVIEWERS, ({}, apart), strict=True):
            given, on = before(began, -THEN_GIVEN), before(began, -THEN_JUDGED)
            Rows(self.hands).reviewed(case, who, levels, given=given, on=on)

    def _practitioner(self, meeting: Meeting) -> None:
        """The practitioner has begun hers, on the portfolio she gathers; her manager has not said a word yet."""
        by = self.hands.by(AMARA, self.hands.ago(LATELY))
        journey = Journey.objects.open().get(person_id=by.person_id)
        begin_step(journey=journey, meeting=meeting, by=by, at=self.hands.at(by.on))

    def _appealed(self, decision: Decision, sat_on: date) -> None:
        """She appealed in time; two who were fresh to it heard it, and did not uphold it."""
        said, hands = reading.content("panels/cases.yaml")["appeal"], self.hands
        appealed, named = before(sat_on, APPEALED), before(sat_on, NAMED)
        appeal = Appeal.objects.create(
            decision=decision,
            ground=AppealGround.EVIDENCE,
            words=said["words"],
            state=AppealState.CLOSED,
            opened_at=hands.at(appealed),
            hear_by=heard_by(rules_of(decision.case.policy), appealed_on=appealed).on,
            outcome=AppealOutcome.DISMISSED,
            outcome_words=said["answer"],
            closed_at=hands.at(before(sat_on, ANSWERED)),
            closed_by=hands.named[HEARERS[0]],
        )
        row = {"appeal": appeal, "named_at": hands.at(named), "named_by": hands.named[LEAD]}
        Hearer.objects.bulk_create(Hearer(person=hands.named[who], **row) for who in HEARERS)


def _told(which: str) -> dict[str, Any]:
    """What is told of the cases of a sitting, by key."""
    return {row["key"]: row for row in reading.content("panels/cases.yaml")[which]}
