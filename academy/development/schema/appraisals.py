"""What files of appraisal policy say; a policy a lead publishes has the same shape.

    organisation: bristol              # left out: the policy of all organisations without one
    code: my-performance
    valid_from: 2020-01-01
    name: My Performance
    year_starts: "04-01"
    due: {review: 9, appraisal: 3}     # each by the last day of that month of the appraisal year
    absence_days: 28                   # so long an absence, in a row, moves both days
    newcomer_days: 90                  # who joined fewer days before is not asked
    questions:
      - {code: well, of: person, asks: What went well, and what did you do for it?}
      - {code: halfway, of: manager, at: [review], asks: ...}

An organisation's policy without `questions` asks those of the policy for all, so that managers apply one template
(S2-30).
"""

from typing import Annotated, Self

from pydantic import Field, model_validator

from academy.development.choices.plans import MeetingKind, Party
from academy.development.rules.appraisal_years import AppraisalQuestion, AppraisalTerms
from academy.development.rules.renewals import MonthDay
from academy.development.schema.entries import DayOfYear, Name, Part, Sentence, Slug
from academy.engines.reference.files import OwnFile

KindCode = Annotated[MeetingKind, Field(strict=False)]
PartyCode = Annotated[Party, Field(strict=False)]
Month = Annotated[int, Field(ge=1, le=12)]


class DuePart(Part):
    """The months by whose end the two meetings are due."""

    review: Month
    appraisal: Month

    @model_validator(mode="after")
    def _two_months(self) -> Self:
        if self.review == self.appraisal:
            raise ValueError("both meetings are due in the same month; the review lies half-way.")
        return self


class QuestionPart(Part):
    """One question: whose answer, and at which meetings; both unless told."""

    code: Slug
    of: PartyCode
    asks: Sentence
    at: Annotated[list[KindCode], Field(min_length=1)] = [MeetingKind.APPRAISAL, MeetingKind.REVIEW]

    @property
    def asked(self) -> AppraisalQuestion:
        return AppraisalQuestion(self.code, self.asks, self.of.value, tuple(kind.value for kind in self.at))


class AppraisalPolicyFile(OwnFile, Part):
    """A whole policy. The policy for all asks both parties something at both meetings."""

    name: Name
    year_starts: DayOfYear
    due: DuePart
    absence_days: Annotated[int, Field(ge=1, le=365)] = 28
    newcomer_days: Annotated[int, Field(ge=0, le=365)] = 90
    questions: list[QuestionPart] = []

    @model_validator(mode="after")
    def _everybody_is_asked(self) -> Self:
        asked = {(each.of, kind) for each in self.questions for kind in each.at}
        wanted = {(party, kind) for party in Party for kind in MeetingKind}
        if asked != wanted and (self.questions or self.organisation is None):
            raise ValueError("the questions must ask the person and her manager something at both meetings.")
        return self

    @model_validator(mode="after")
    def _codes_differ(self) -> Self:
        codes = [each.code for each in self.questions]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise ValueError(f"two questions have the same code: {', '.join(twice)}.")
        return self

    @property
    def terms(self) -> AppraisalTerms:
        """The same as the rules read it."""
        return AppraisalTerms(
            name=self.name,
            year_starts=MonthDay(*(int(part) for part in self.year_starts.split("-"))),
            months={MeetingKind.REVIEW.value: self.due.review, MeetingKind.APPRAISAL.value: self.due.appraisal},
            absence_days=self.absence_days,
            newcomer_days=self.newcomer_days,
            questions=tuple(each.asked for each in self.questions),
        )
