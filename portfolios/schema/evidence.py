"""What files of evidence policy say; a policy a lead publishes has the same shape.

    organisation: bristol              # left out: the policy of all organisations without one
    code: "2026"
    valid_from: 2026-01-01
    title: Evidence of practice
    scale:                             # of case audits, from the worst grade to the best
      - {code: good, words: Good}
    feedback:
      adult: {well: What went well?, better: What could be better?, more: Anything else?}
      professional: {well: ..., better: ..., more: ...}
      easy: [{code: listened, asks: Did we listen to you?, picture: listen}]
      child: [{code: kind, asks: Was she kind?, picture: kind}]
    observers: [line_manager, assessor]
    breach: {correct_hours: 48, tell: academy_lead, address: governance@council.example}
    case_numbers: [LAS-999999]         # 9 a digit, A a letter, everything else as it stands
    assignment: {words: 3500, percent: 10}
    days: {feedback_link: 28, observation_link: 30, longest_share: 366}   # those that differ from the policy for all

An organisation's policy says what it has of its own; for every other part the policy for all holds.
"""

from collections import Counter
from dataclasses import replace
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from academy.engines.reference.files import OwnFile
from academy.people.choices import RoleCode
from portfolios.choices.evidence import Observer
from portfolios.choices.policies import IN_WORDS, Asked, Picture
from portfolios.rules.policy import EvidenceRules, FeedbackQuestion, Grade, Length, Periods

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Name = Annotated[str, StringConstraints(min_length=2, max_length=80, strip_whitespace=True)]
Question = Annotated[str, StringConstraints(min_length=5, max_length=160, strip_whitespace=True)]
Mask = Annotated[str, StringConstraints(pattern=r"^[A-Z9][A-Z9 /.-]{3,18}[A-Z9]$")]
Address = Annotated[str, StringConstraints(pattern=r"^[^@\s<>]{1,64}@[^@\s<>]{3,180}$")]
ObserverCode = Annotated[Observer, Field(strict=False)]
RoleName = Annotated[RoleCode, Field(strict=False)]
PictureName = Annotated[Picture, Field(strict=False)]


class Part(BaseModel):
    """A mapping of the file: strict types, no unknown key, unchanged once read."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class GradePart(Part):
    code: Slug
    words: Name


class WordsPart(Part):
    """The three questions that are answered in words."""

    well: Question
    better: Question
    more: Question

    @property
    def asked(self) -> tuple[FeedbackQuestion, ...]:
        return tuple(FeedbackQuestion(code, getattr(self, code)) for code in IN_WORDS)


class PicturePart(Part):
    """A question answered by choosing a face, with the picture beside it."""

    code: Slug
    asks: Question
    picture: PictureName


Pictures = Annotated[list[PicturePart], Field(min_length=1, max_length=6)]


class FeedbackPart(Part):
    """What each form of feedback asks; an organisation's own says the forms it asks otherwise."""

    adult: WordsPart | None = None
    professional: WordsPart | None = None
    easy: Pictures | None = None
    child: Pictures | None = None

    @model_validator(mode="after")
    def _codes_differ(self) -> Self:
        for asked in (self.easy, self.child):
            _once("question", [each.code for each in asked or ()])
        return self

    @property
    def questions(self) -> dict[str, tuple[FeedbackQuestion, ...]]:
        """The forms it says, as the rules read them."""
        said = {Asked.ADULT: self.adult, Asked.PROFESSIONAL: self.professional}
        words = {form.value: part.asked for form, part in said.items() if part is not None}
        drawn = {
            form.value: tuple(FeedbackQuestion(each.code, each.asks, each.picture.value) for each in asked)
            for form, asked in {Asked.EASY: self.easy, Asked.CHILD: self.child}.items()
            if asked is not None
        }
        return {**words, **drawn}


class BreachPart(Part):
    """How soon a minor breach is corrected, and who is told of a major one (D7-04)."""

    correct_hours: Annotated[int, Field(ge=1, le=336)] = 48
    tell: RoleName = RoleCode.ACADEMY_LEAD
    address: Address | None = None


class LengthPart(Part):
    """How many words, and by how many per cent it may differ."""

    words: Annotated[int, Field(ge=100, le=50000)]
    percent: Annotated[int, Field(ge=0, le=50)] = 10

    @property
    def length(self) -> Length:
        return Length(words=self.words, percent=self.percent)


class DaysPart(Part):
    """For how many days links work and a portfolio is shared; what it does not say stays."""

    feedback_link: Annotated[int, Field(ge=1, le=180)] | None = None
    observation_link: Annotated[int, Field(ge=1, le=180)] | None = None
    longest_share: Annotated[int, Field(ge=1, le=1100)] | None = None

    def over(self, periods: Periods) -> Periods:
        return replace(periods, **self.model_dump(exclude_none=True))


class EvidencePolicyFile(OwnFile, Part):
    """A whole policy. The policy for all says everything."""

    title: Name
    scale: Annotated[list[GradePart], Field(min_length=2, max_length=8)] | None = None
    feedback: FeedbackPart | None = None
    observers: Annotated[list[ObserverCode], Field(min_length=1)] | None = None
    breach: BreachPart | None = None
    case_numbers: Annotated[list[Mask], Field(max_length=10)] | None = None
    assignment: LengthPart | None = None
    days: DaysPart | None = None

    @model_validator(mode="after")
    def _all_is_said_for_all(self) -> Self:
        lacking = [name for name in PARTS if getattr(self, name) is None]
        lacking += [form for form in Asked.values if self.feedback and form not in self.feedback.questions]
        if self.organisation is None and lacking:
            raise ValueError(f"the policy for all says everything; these are not there: {', '.join(lacking)}.")
        return self

    @model_validator(mode="after")
    def _masks_are_numbers(self) -> Self:
        loose = [mask for mask in self.case_numbers or () if mask.count("9") < LEAST_DIGITS]
        if loose:
            raise ValueError(f"a case number has {LEAST_DIGITS} digits or more: {', '.join(loose)}.")
        return self

    @model_validator(mode="after")
    def _grades_differ(self) -> Self:
        _once("grade", [each.code for each in self.scale or ()])
        return self

    def over(self, rules: EvidenceRules) -> EvidenceRules:
        """The rules with what this policy says of its own in their place; what it does not say stays."""
        said: dict[str, Any] = {"code": self.code, "title": self.title}
        if self.scale is not None:
            said["scale"] = tuple(Grade(each.code, each.words) for each in self.scale)
        if self.feedback is not None:
            said["questions"] = {**rules.questions, **self.feedback.questions}
        if self.observers is not None:
            said["observers"] = tuple(each.value for each in self.observers)
        if self.breach is not None:
            told = {"tells_role": self.breach.tell.value, "tells_address": self.breach.address or ""}
            said |= {"breach_hours": self.breach.correct_hours, **told}
        if self.case_numbers is not None:
            said["case_masks"] = tuple(self.case_numbers)
        if self.assignment is not None:
            said["assignment"] = self.assignment.length
        if self.days is not None:
            said["periods"] = self.days.over(rules.periods)
        return replace(rules, **said)


# Fewer digits would find dates and sums of money.
LEAST_DIGITS = 4
# What the policy for all says; days it does not say are those of the plain rules.
PARTS = ("scale", "feedback", "observers", "breach", "case_numbers", "assignment")


def _once(what: str, codes: list[str]) -> None:
    twice = sorted(code for code, times in Counter(codes).items() if times > 1)
    if twice:
        raise ValueError(f"{what} said more than once: {', '.join(twice)}.")
