"""What a file of a second job policy may say. `reference/second_job_policies/<name>.yaml`:

organisation: bristol              # left out: the policy of all organisations without one
code: progression
valid_from: 2016-01-01
full_time_hours: 37                # hours a week that a full-time contract comes to
most_hours: 48                     # hours a week over all jobs
renew_after_months: 12
threshold: {grade: BG9, point: 28, at: line_manager}   # left out: the line manager permits everything
lines: ["..."]                     # what the policy says, word for word
read: {title: "Code of Conduct, section 9", url: "https://..."}
"""

from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator

from academy.engines.reference.files import OwnFile
from academy.people.choices.second_jobs import PermittedBy
from academy.people.rules.second_jobs import SecondJobTerms, Threshold
from academy.people.schema.places import Address, GradeCode, Part, Point, Short

Line = Annotated[str, StringConstraints(min_length=10, max_length=600, strip_whitespace=True)]


class ThresholdPart(Part):
    """A spinal point of a grade, and who permits exactly there, which the source leaves open (S2-41)."""

    grade: GradeCode
    point: Point
    at: PermittedBy


class ReadPart(Part):
    """What to read beside it, and where, if it has an address (S2-43)."""

    title: Short
    url: Address | None = None


class SecondJobTermsPart(Part):
    """What holds under the policy: the part that is kept as `content`. What is left out is as the rules have it."""

    full_time_hours: Annotated[Decimal, Field(ge=20, le=48, max_digits=4, decimal_places=2)] = Decimal(37)
    most_hours: Annotated[Decimal, Field(ge=20, le=60, max_digits=4, decimal_places=2)] = Decimal(48)
    renew_after_months: Annotated[int, Field(ge=1, le=60)] = 12
    threshold: ThresholdPart | None = None
    lines: Annotated[list[Line], Field(max_length=6)] = []
    read: ReadPart | None = None

    @property
    def terms(self) -> SecondJobTerms:
        """The same as the rules read it."""
        return SecondJobTerms(
            full_time_hours=self.full_time_hours,
            most_hours=self.most_hours,
            renew_after_months=self.renew_after_months,
            threshold=Threshold(**self.threshold.model_dump()) if self.threshold else None,
            lines=tuple(self.lines),
            read_title=self.read.title if self.read else "",
            read_url=(self.read.url or "") if self.read else "",
        )


class SecondJobPolicyFile(OwnFile, SecondJobTermsPart):
    """A whole policy: for whom, from when, and its terms."""

    @property
    def content(self) -> dict[str, Any]:
        """The terms as they are kept with the version."""
        return self.model_dump(mode="json", include=set(SecondJobTermsPart.model_fields))

    @model_validator(mode="after")
    def _leaves_room(self) -> Self:
        if self.most_hours < self.full_time_hours:
            raise ValueError("most_hours is below full_time_hours; nobody full time could have a second job.")
        return self
