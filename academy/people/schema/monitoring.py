"""What a file of equality monitoring may ask. `reference/monitoring_forms/<name>.yaml`:

organisation: bexley               # left out: the form of all organisations without one
code: monitoring
valid_from: 2026-01-01
why: ...                           # what it is for, in the words people read
questions:
  - code: age
    asks: Which age group are you in?
    answers: [{code: under-25, words: Under 25}, ..., {code: not-said, words: Prefer not to say}]

Every question ends with the answer `not-said` (D7-11).
"""

from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator

from academy.engines.reference.files import OwnFile
from academy.people.schema.places import Part, Slug

NOT_SAID = "not-said"
AnswerCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Words = Annotated[str, StringConstraints(min_length=2, max_length=160, strip_whitespace=True)]


class AnswerPart(Part):
    code: AnswerCode
    words: Words


class QuestionPart(Part):
    """One question and its answers; what is never left out is the way not to say."""

    code: Slug
    asks: Words
    answers: Annotated[list[AnswerPart], Field(min_length=2, max_length=30)]

    @model_validator(mode="after")
    def _ends_with_not_said(self) -> Self:
        codes = [answer.code for answer in self.answers]
        if codes[-1] != NOT_SAID:
            raise ValueError(f"the last answer has the code {NOT_SAID}: prefer not to say is always offered")
        if len(set(codes)) < len(codes):
            raise ValueError("two answers have the same code")
        return self

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(answer.code, answer.words) for answer in self.answers]


class MonitoringPart(Part):
    """What is asked: the part that is kept as `content`."""

    why: Annotated[str, StringConstraints(min_length=20, max_length=600, strip_whitespace=True)]
    questions: Annotated[list[QuestionPart], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _asks_once(self) -> Self:
        codes = [question.code for question in self.questions]
        if len(set(codes)) < len(codes):
            raise ValueError("two questions have the same code")
        return self


class MonitoringFile(OwnFile, MonitoringPart):
    """A whole form: for whom, from when, and what it asks."""

    @property
    def content(self) -> dict[str, Any]:
        """The questions as they are kept with the version."""
        return self.model_dump(mode="json", include=set(MonitoringPart.model_fields))
