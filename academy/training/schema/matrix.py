"""What a requirements matrix may say: which learning is required of whom, and for how long it counts.

    organisation: bristol
    code: "2017"
    valid_from: 2017-01-01
    valid_to: null                     # the last day it holds, inclusive
    soon_days: 60                      # what runs out within so many days is told as running out soon
    lines:
      - code: safeguarding-adults
        source: Career progression policy, BG10, mandatory training
        audiences: [{service_kind: adults, grade: BG10}]
        requires: {course: safeguarding-adults}
      - code: moving-and-handling
        source: Asked of occupational therapists every year
        audiences: [{profession: occupational_therapist}]
        requires: {course: {code: moving-and-handling, within_months: 12}}

Audiences are those of courses. What is required is one of the kinds of the requirements engine; `code` of a course is
one of the organisation's own, or `organisation/code`.
"""

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from academy.engines.requirements.node import Node
from academy.training.rules.completions import SOON_DAYS
from academy.training.schema.course import AudiencePart
from academy.training.schema.parts import Code, Day, Line, Part, Slug, refuse_repeats, refuse_unordered


class MatrixLine(Part):
    """One thing required of some people, and where that stands."""

    code: Code
    source: Annotated[Line, Field(min_length=5)]
    audiences: Annotated[list[AudiencePart], Field(min_length=1)]
    requires: Node


class MatrixContent(Part):
    """What is kept with the version as its `content`."""

    soon_days: Annotated[int, Field(ge=1, le=365)] = SOON_DAYS
    lines: Annotated[list[MatrixLine], Field(min_length=1, max_length=200)]

    @model_validator(mode="after")
    def _each_line_once(self) -> Self:
        refuse_repeats("line", (line.code for line in self.lines))
        return self


class MatrixFile(MatrixContent):
    """A whole matrix: whose, from when, and its lines."""

    organisation: Slug
    code: Slug
    valid_from: Day
    valid_to: Day | None = None

    @property
    def key(self) -> str:
        """The natural key, as in "bristol/2017"."""
        return f"{self.organisation}/{self.code}"

    @property
    def content(self) -> dict[str, Any]:
        """The lines as they are kept with the version."""
        return self.model_dump(mode="json", include=set(MatrixContent.model_fields), exclude_none=True)

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        refuse_unordered(self.valid_from, self.valid_to, names="valid_from and valid_to")
        return self
