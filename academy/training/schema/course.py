"""What a file may say about one course: part of `schema.offer`.

    - code: mental-capacity-act
      title: Mental Capacity Act
      kind: course
      promise: begin
      level: pcf/2018/social_worker     # a level of a framework; without one it is for all levels
      basis: statutory
      days: 1
      audiences: [{service_kind: adults, grade: BG10}, {organisation: brent, who: all}]
      costs: [{kind: fee, pounds: 90}]
      prerequisites: [legal-framework]
      principles: {reflection: how this course meets it, in words of its own}

Unset parts of an audience ask for nothing; without an organisation it is the file's own. `job_role` is the code of a
job, `team` service and team (adults/triage-hub), `grade` the code of a grade of that organisation.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from academy.people.choices import Profession, ServiceKind
from academy.training.choices import (
    Accreditation,
    AudienceWho,
    Basis,
    CostKind,
    OfferKind,
    Outcome,
    Principle,
    Promise,
)
from academy.training.schema.parts import (
    Address,
    Code,
    Days,
    FrameworkKey,
    GradeCode,
    Line,
    Part,
    Pounds,
    Short,
    Slug,
    TeamKey,
    Text,
    Title,
    refuse_repeats,
)


class AudiencePart(Part):
    organisation: Slug | None = None
    who: AudienceWho = AudienceWho.STAFF
    service_kind: ServiceKind | None = None
    profession: Profession | None = None
    job_role: Slug | None = None
    team: TeamKey | None = None
    grade: GradeCode | None = None


class CostPart(Part):
    kind: CostKind = CostKind.FEE
    pounds: Pounds


class AccreditationPart(Part):
    """How it stands with whoever accredits it; nobody is named while nothing is asked for."""

    standing: Accreditation
    by: Short = ""
    credits: Annotated[int, Field(ge=1, le=360)] | None = None
    level: Annotated[int, Field(ge=3, le=8)] | None = None


class CoursePart(Part):
    code: Code
    title: Title
    kind: OfferKind
    summary: Text = ""
    aims: Text = ""
    group: Short = ""
    promise: Promise = Promise.BEGIN
    level: FrameworkKey | None = None
    basis: Basis = Basis.PROFESSION
    basis_note: Line = ""
    priorities: list[Annotated[int, Field(ge=1, le=9)]] = []
    days: Days | None = None
    provider: Short = ""
    is_external: bool = False
    platform: Slug | None = None
    subscription: Slug | None = None
    url: Address | Literal[""] = ""
    accreditation: AccreditationPart = AccreditationPart(standing=Accreditation.NONE)
    cancellation: Text = ""
    outcome: Outcome = Outcome.COMPLETION
    valid_months: Annotated[int, Field(ge=1, le=240)] | None = None
    counts_in_asye: bool = False
    is_public: bool = True
    themes: list[Code] = []
    needs: list[Code] = []
    statements: list[FrameworkKey] = []
    audiences: list[AudiencePart] = []
    costs: list[CostPart] = []
    prerequisites: list[Code] = []
    principles: dict[Principle, Text] = {}

    @model_validator(mode="after")
    def _sound(self) -> Self:
        refuse_repeats("cost", (cost.kind for cost in self.costs))
        refuse_repeats("audience", (repr(audience) for audience in self.audiences))
        if self.code in self.prerequisites:
            raise ValueError("a course cannot be its own prerequisite")
        return self
