"""What a file of CPD policy may say; the same shape is what a lead publishes.

    organisation: bexley               # left out: the policy of all organisations without one
    code: "2026"
    valid_from: 2020-01-01
    valid_to: null                     # the last day it holds, inclusive
    approach: Everyday Learning
    motto: Begin, Flourish, Excel
    rhythm: {weeks: 12, from: 2025-10-13}
    guide: {experience: 70, others: 20, formal: 10}
    questions:
      work: {usual_way: experience, happened: [...], learnt: [...], impact: [...], suggests: [pcf/6]}

`suggests` names framework and statement; the version in force on the day is meant. An organisation's policy without
`questions` asks those of the policy for all.
"""

import datetime as dt
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from academy.development.choices import Kind, Way

KindCode = Annotated[Kind, Field(strict=False)]
WayCode = Annotated[Way, Field(strict=False)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
StatementKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[A-Z0-9]+(\.[0-9]+)*$", max_length=60)]
Name = Annotated[str, StringConstraints(min_length=2, max_length=80, strip_whitespace=True)]
Question = Annotated[str, StringConstraints(min_length=5, max_length=160, strip_whitespace=True)]
Questions = Annotated[list[Question], Field(max_length=4)]
Share = Annotated[int, Field(ge=0, le=100)]


class Part(BaseModel):
    """A mapping of the file: strict types, no unknown key, unchanged once read."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class RhythmPart(Part):
    """How long a stretch is, and the first day of one of them."""

    weeks: Annotated[int, Field(ge=1, le=52)] = 12
    from_on: Annotated[dt.date, Field(alias="from")]


class GuidePart(Part):
    """The guide's shares in per cent, together 100."""

    experience: Share = 70
    others: Share = 20
    formal: Share = 10

    @model_validator(mode="after")
    def _together_100(self) -> Self:
        total = self.experience + self.others + self.formal
        if total != 100:
            raise ValueError(f"the three shares are {total} together; they must be 100.")
        return self


class QuestionsPart(Part):
    """What one kind of learning is asked, its usual way, and the statements it often speaks to."""

    usual_way: WayCode
    happened: Questions = []
    learnt: Questions = []
    impact: Questions = []
    suggests: list[StatementKey] = []


class PolicyFile(Part):
    """A whole policy. Either every kind of learning has its questions or, in an organisation's own, none has."""

    organisation: Slug | None = None
    code: Slug
    valid_from: dt.date
    valid_to: dt.date | None = None
    approach: Name
    motto: Annotated[str, StringConstraints(max_length=120)] = ""
    rhythm: RhythmPart
    guide: GuidePart = GuidePart()
    questions: dict[KindCode, QuestionsPart] = {}

    @property
    def key(self) -> str:
        """The natural key, as in "bexley/2017" or "all/default"."""
        return f"{self.organisation or 'all'}/{self.code}"

    @model_validator(mode="after")
    def _every_kind_is_asked(self) -> Self:
        missing = sorted(set(Kind.values) - {kind.value for kind in self.questions})
        if missing and (self.questions or self.organisation is None):
            raise ValueError(f"questions are missing for {', '.join(missing)}.")
        return self

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError(f"it ends on {self.valid_to}, before it starts on {self.valid_from}.")
        return self
