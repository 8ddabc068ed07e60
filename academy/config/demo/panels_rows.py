"""Cases of the demo as they stand once acts have made them so: rows, under the same constraints."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from academy.config.demo import reading
from academy.config.demo.panels_candidates import Candidate
from academy.config.demo.panels_hands import Hands, before
from academy.config.demo.panels_portfolios import Author, Opening, Portfolios, handed_in
from academy.identity.models import Person
from academy.people.choices import ServiceKind
from academy.people.models import Grade
from panels.choices.cases import CaseKind, CaseState
from panels.choices.judging import AssignmentState, Overall
from panels.models import Assignment, Case, Meeting, Review, Score
from panels.rules.parts_of_policy import Criterion
from panels.selectors.reviews import judging_of
from panels.selectors.steps import level_led_to
from pathways.models import Journey, LadderVersion
from pathways.selectors.ladders import ladder_of

LADDER, TEMPLATE, PURPOSE = "children", "learning-and-impact", "impact"
GRADES = {"to-level-2": "BG10", "to-level-3": "BG11"}
SHOWN = "shown"


@dataclass(frozen=True, kw_only=True)
class Told:
    """A case to be made: whose it is, with which of the texts, how far it is, and on which days what was done."""

    who: Candidate
    text: int
    state: CaseState
    began: date
    signed: date
    handed_in: date
    accepted: date | None = None
    moments: Mapping[str, datetime] | None = None


@dataclass(frozen=True)
class Rows:
    """Rows of one loading."""

    hands: Hands

    def cases(self, meeting: Meeting, told: Mapping[str, Told]) -> dict[str, Case]:
        """A case of each towards the meeting, by key, with its journey and the portfolio it rests on."""
        journeys = {key: self._journey(each, meeting) for key, each in told.items()}
        authors = {key: self._author(each, journeys[key], meeting) for key, each in told.items()}
        snapshots = Portfolios(self.hands).hand_in(authors.values())
        return {
            key: self._case(meeting, each, journey=journeys[key], snapshot=snapshot)
            for (key, each), snapshot in zip(told.items(), snapshots, strict=True)
        }

    def reviewed(self, case: Case, who: str, levels: Mapping[str, str], *, given: date, on: date) -> Review:
        """A review somebody handed in: shown, but for what `levels` says otherwise."""
        said = reading.content("panels/cases.yaml")["reviews"]
        at = self.hands.at(on)
        assignment = self.given(case, self.hands.named[who], given=given, done_at=at)
        overall = Overall.NOT_YET if levels else Overall.PROGRESS
        review = Review.objects.create(
            assignment=assignment, number=1, overall=overall, words=said["words"], submitted_at=at
        )
        criteria = judging_of(case).criteria
        Score.objects.bulk_create(
            _score(review, each, code=levels.get(each.code, SHOWN), said=said) for each in criteria
        )
        return review

    def given(self, case: Case, to: Person, *, given: date, done_at: datetime) -> Assignment:
        """A case given to somebody who has judged it."""
        made: Assignment = Assignment.objects.create(
            case=case,
            person=to,
            state=AssignmentState.DONE,
            answer_by=before(given, -5),
            due_on=before(given, -21),
            asked_by=self.hands.named["chair"],
            asked_at=self.hands.at(given),
            answered_at=self.hands.at(given),
            done_at=done_at,
        )
        return made

    def _journey(self, told: Told, meeting: Meeting) -> Journey:
        ladder = LadderVersion.objects.filter(organisation=self.hands.organisation, ladder=LADDER).latest("valid_from")
        row = {"organisation": self.hands.organisation, "ladder": ladder, "step": told.who.step}
        made: Journey = Journey.objects.create(
            person=told.who.person, sitting=meeting.sitting, began_at=self.hands.at(told.began), **row
        )
        return made

    def _author(self, told: Told, journey: Journey, meeting: Meeting) -> Author:
        reference = f"journey {journey.pk}"
        due_on = meeting.sitting.submit_by
        opening = Opening(template=TEMPLATE, purpose=PURPOSE, due_on=due_on, source="journey", reference=reference)
        portfolio = handed_in(self.hands, told.who.person, opening, on=told.signed)
        return Author(
            person=told.who.person, manager=told.who.manager, portfolio=portfolio, text=told.text, on=told.signed
        )

    def _case(self, meeting: Meeting, told: Told, *, journey: Journey, snapshot: Any) -> Case:
        hands, who = self.hands, told.who
        begun_at, at = hands.at(told.began), hands.at(told.handed_in)
        accepted_at = hands.at(told.accepted) if told.accepted else None
        ladder = ladder_of(journey.ladder)
        made: Case = Case.objects.create(
            organisation=hands.organisation,
            kind=CaseKind.PROGRESSION,
            person=who.person,
            policy=meeting.policy,
            panel=meeting.panel,
            sitting=meeting.sitting,
            journey=journey,
            step=who.step,
            leads_to=level_led_to(ladder, ladder.step(who.step)),
            service=ServiceKind.CHILDREN,
            grade=Grade.objects.get(organisation=hands.organisation, code=GRADES[who.step]),
            portfolio=snapshot.portfolio,
            snapshot=snapshot,
            manager=who.manager,
            has_formal_open=False,
            formal_said_by=who.manager,
            state=told.state,
            begun_at=begun_at,
            accepted_at=accepted_at,
            moved_at=max((told.moments or {}).values(), default=accepted_at or at),
            **dict.fromkeys(("formal_said_at", "declared_at", "handed_in_at"), at),
            **(told.moments or {}),
        )
        return made


def _score(review: Review, criterion: Criterion, *, code: str, said: Mapping[str, Any]) -> Score:
    level = next(each for each in criterion.levels if each.code == code)
    return Score(
        review=review, criterion=criterion.code, level=code, standing=level.standing, reason=said["reasons"][code]
    )
