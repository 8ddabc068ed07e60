"""ASYE moderation in the demo, adults' and children's years together: one confirmed, one sent back with questions and
before the panel once more."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from academy.config.demo import reading
from academy.config.demo.asye_endings import recommend_again
from academy.config.demo.panels_hands import Hands, before
from academy.config.demo.panels_meeting import Sat, held
from academy.config.demo.panels_rows import Rows
from academy.config.demo.panels_seats import CHAIR, CLERK, LEAD, Seats
from academy.identity.models import Person
from asye.choices.ending import Test
from asye.models import Recommendation
from asye.selectors.moderation import case_of
from panels.choices.cases import CaseKind, CaseState
from panels.choices.judging import ModerationView
from panels.choices.outcomes import Outcome
from panels.models import Case, Meeting, Panel, Review
from panels.selectors.policies import rules_of
from panels.services.moderation_cases import put_to
from panels.services.releasing import release
from pathways.choices import SittingPurpose

COORDINATOR, FROM_OUTSIDE = "coordinator", "moderator"
# Whose year, who reviews it beside the one from outside, and what the panel said of it.
YEARS = {"Bryony Tapper": ("mei-ling", Outcome.CONFIRMED), "Kwabena Ofori": ("panel", Outcome.QUERIED)}
AGAIN = "Kwabena Ofori"
VIEWS = {Outcome.CONFIRMED: ModerationView.CONFIRM, Outcome.QUERIED: ModerationView.QUERY}
JUDGING = (CHAIR, "mei-ling", "panel", FROM_OUTSIDE)
# So many days before it met, and after it; and so many days ago for what came back.
PUT, REVIEWED, TOLD = 5, 1, -1
RECOMMENDED_AGAIN, PUT_AGAIN, KNOWN = 8, 2, 14


@dataclass(frozen=True)
class Moderation:
    """Two sittings of one loading: one held, one to come."""

    hands: Hands
    panel: Panel

    def write(self) -> int:
        """Both; returns how many cases there are."""
        seats = Seats(self.hands)
        sitting = seats.moderated()
        meeting = held(self.hands, self.panel, sitting, told_on=None)
        coming = seats.taken_up(self.panel, seats.coming(SittingPurpose.MODERATION), self.hands.ago(KNOWN))
        sat = Sat(self.hands, meeting)
        sat.there((*JUDGING, CLERK))
        for who, (beside, outcome) in YEARS.items():
            recommendation = _latest(self.hands.named[who])
            case = self._case(meeting, recommendation)
            for reviewer in (FROM_OUTSIDE, beside):
                self._reviewed(case, recommendation, (reviewer, outcome))
            said = {"outcome": outcome, **reading.content("panels/moderation.yaml")[outcome]}
            sat.decided(case, said, present=JUDGING, again=None)
        on = before(sitting.on, TOLD)
        release(meeting=meeting, by=self.hands.by(LEAD, on), at=self.hands.at(on))
        self._again(coming)
        return Case.objects.filter(panel=self.panel).count()

    def _case(self, meeting: Meeting, recommendation: Recommendation) -> Case:
        """As it stands once the panel has decided and before it is told."""
        on, year, snapshot = meeting.sitting.on, recommendation.enrolment, recommendation.snapshot
        put_at, met_at = self.hands.at(before(on, PUT)), self.hands.at(on)
        made: Case = Case.objects.create(
            organisation=self.hands.organisation,
            kind=CaseKind.MODERATION,
            person=year.person,
            policy=meeting.policy,
            panel=meeting.panel,
            sitting=meeting.sitting,
            service=year.policy.service,
            portfolio=snapshot.portfolio if snapshot is not None else None,
            snapshot=snapshot,
            recommendation=recommendation,
            names=rules_of(meeting.policy).names,
            state=CaseState.DECIDED,
            handed_in_at=recommendation.recommended_at,
            **dict.fromkeys(("begun_at", "accepted_at"), put_at),
            **dict.fromkeys(("reviews_in_at", "decided_at", "moved_at"), met_at),
        )
        return made

    def _reviewed(self, case: Case, of: Recommendation, by: tuple[str, Outcome]) -> None:
        who, outcome = by
        words, on = reading.content("panels/moderation.yaml"), before(_sits(case), REVIEWED)
        at, person = self.hands.at(on), self.hands.named[who]
        given = Rows(self.hands).given(case, person, given=before(_sits(case), PUT), done_at=at)
        checks = case_of(of, actor=self.hands.by(person, on)).checks
        Review.objects.create(
            assignment=given,
            number=1,
            overall=VIEWS[outcome],
            words=words["reviewed"],
            checks={check.code: check.is_met for check in checks},
            tests=dict.fromkeys(Test.values, True),
            to_assessor=words[outcome]["to_assessor"],
            to_candidate=words[outcome]["to_candidate"],
            submitted_at=at,
        )

    def _again(self, meeting: Meeting) -> None:
        """The assessor has answered and recommends once more; the same people are asked to review it."""
        hands, told = self.hands, _latest(self.hands.named[AGAIN])
        on, put_on = hands.ago(RECOMMENDED_AGAIN), hands.ago(PUT_AGAIN)
        answer = reading.content("panels/moderation.yaml")["answer"]
        recommend_again(told, answer=answer, by=hands.by(told.person, on), at=hands.at(on))
        again = [_latest(self.hands.named[AGAIN])]
        put_to(recommendations=again, meeting=meeting, by=hands.by(COORDINATOR, put_on), at=hands.at(put_on))


def _sits(case: Case) -> date:
    sitting: Any = case.sitting
    day: date = sitting.on
    return day


def _latest(person: Person) -> Recommendation:
    found = Recommendation.objects.filter(enrolment__person=person)
    return found.select_related("enrolment__person", "enrolment__policy", "person", "snapshot").latest("number")
