"""What a ladder may say: rungs, the steps between them and what each asks, and the pathways to choose from.

    organisation: bristol
    ladder: adults                     # editions of one ladder follow each other under this name
    code: "2015"
    title: Career progression in adults' services
    service_kind: adults               # adults, children, or leave it out for both
    professions: [social_worker]       # leave it out for everybody
    valid_from: 2015-09-01
    valid_to: null                     # the last day it holds, inclusive
    source: Career progression policy, sections 3 and 4
    length_of_service: forbidden       # or allowed
    rungs:
      - {code: level-2, title: Level 2, grade: BG10, level: level-2, benchmark: What it looks like, entry: true}
      - {code: bg11, title: Experienced, grade: BG11, benchmark: What it looks like}
    steps:
      - code: to-bg11
        from: level-2
        to: bg11
        mechanisms: [panel]            # automatic, appraisal, panel, vacancy, recruitment; several in order
        how: Panel in June or September
        requires:
          - {code: registered, requires: {registration: swe, what: Registered with Social Work England}}
        gates:
          - {code: endorsed, requires: {agreed: {code: endorsed, by: line_manager, what: The line manager agrees}}}
        pathways: [mca-bia]            # one of these is completed
    pathways:
      - code: mca-bia
        title: Mental Capacity / Best Interests Assessor
        stages:
          - {code: advanced-mca, title: Advanced MCA training, requires: {course: advanced-mca}}

What is asked is one of the kinds of the requirements engine. A code of a course is the organisation's own, or
`organisation/code`.
"""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from academy.engines.reference.files import DatedFile
from academy.engines.requirements.node import Node
from academy.people.choices import Profession, ServiceKind
from pathways.choices import MOST_TITLE, Lane, LengthOfService, Mechanism, SittingPurpose

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Title = Annotated[str, StringConstraints(min_length=2, max_length=MOST_TITLE, strip_whitespace=True)]
Brief = Annotated[str, StringConstraints(min_length=2, max_length=24, strip_whitespace=True)]
Words = Annotated[str, StringConstraints(min_length=2, max_length=300, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=5, max_length=2000, strip_whitespace=True)]
GradeCode = Annotated[str, StringConstraints(min_length=1, max_length=20, strip_whitespace=True)]


class Part(BaseModel):
    """A mapping of the file: no unknown key, unchanged once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Rung(Part):
    """A grade or level people stand on. Who stands there is told by grade and level, or where an employer has none by
    job role. `reference` is only shown: nobody progresses from it by this ladder, as BG9 in Bristol's."""

    code: Code
    title: Title
    short: Brief | None = None
    benchmark: Text
    grade: GradeCode | None = None
    level: Slug | None = None
    job_roles: Annotated[list[Slug], Field(max_length=20)] = []
    lane: Lane = Lane.PRACTICE
    entry: bool = False
    reference: bool = False

    @property
    def grade_shown(self) -> str:
        """The code of the grade where people know it, as BG10; nothing for a stage of a career, in small letters."""
        return self.grade if self.grade is not None and self.grade == self.grade.upper() else ""

    @property
    def name(self) -> str:
        """The grade with the title: "BG10 Level 2"."""
        return self.title if self.grade_shown in self.title else f"{self.grade_shown} {self.title}"

    @property
    def brief(self) -> str:
        return self.short or self.title


class Asked(Part):
    """One thing a step asks, under a code of its own; `evidence` says it goes into what is handed in, so that a plan
    gives it a date before evidence is complete."""

    code: Code
    requires: Node
    evidence: bool = True
    weeks: Annotated[int, Field(ge=0, le=104)] = 2


class Step(Part):
    """From one rung to the next: how it is made, what it asks, and which pathways lead there. `portfolio` names the
    template of the portfolio it calls for; whoever knows templates opens it."""

    code: Code
    start: Annotated[Code, Field(alias="from")]
    end: Annotated[Code, Field(alias="to")]
    mechanisms: Annotated[list[Mechanism], Field(min_length=1, max_length=5)]
    how: Words
    about: Text | None = None
    purpose: SittingPurpose = SittingPurpose.PROGRESSION
    portfolio: Code | None = None
    requires: Annotated[list[Asked], Field(max_length=60)] = []
    gates: Annotated[list[Asked], Field(max_length=20)] = []
    pathways: Annotated[list[Code], Field(max_length=20)] = []

    @property
    def has_panel(self) -> bool:
        return Mechanism.PANEL in self.mechanisms

    @property
    def needs_vacancy(self) -> bool:
        return Mechanism.VACANCY in self.mechanisms


class Stage(Part):
    """One part of a pathway, complete when what it asks is met."""

    code: Code
    title: Title
    short: Brief | None = None
    requires: Node

    @property
    def brief(self) -> str:
        return self.short or self.title


class Pathway(Part):
    """A way to choose: what must be there before, its stages in order, and topics where one of them is agreed."""

    code: Code
    title: Title
    short: Brief | None = None
    about: Text | None = None
    before: Node | None = None
    readiness: Text | None = None
    topics: Annotated[list[Title], Field(max_length=30)] = []
    stages: Annotated[list[Stage], Field(min_length=1, max_length=12)]

    @property
    def brief(self) -> str:
        return self.short or self.title


class LadderContent(Part):
    """What is kept with the version as its `content`."""

    source: Words
    introduction: Text | None = None
    professions: Annotated[list[Profession], Field(max_length=5)] = []
    length_of_service: LengthOfService
    soon_days: Annotated[int, Field(ge=1, le=365)] = 60
    rungs: Annotated[list[Rung], Field(min_length=1, max_length=40)]
    steps: Annotated[list[Step], Field(max_length=60)] = []
    pathways: Annotated[list[Pathway], Field(max_length=30)] = []


class LadderFile(DatedFile, LadderContent):
    """A whole ladder: whose, which, from when, and what it says."""

    organisation: Slug
    ladder: Slug
    code: Slug
    title: Title
    service_kind: ServiceKind | None = None
    public: bool = True

    @property
    def key(self) -> str:
        """The natural key, as in "bristol/adults/2015"."""
        return f"{self.organisation}/{self.ladder}/{self.code}"

    @property
    def content(self) -> dict[str, Any]:
        """What is kept with the version."""
        fields = set(LadderContent.model_fields)
        return self.model_dump(mode="json", include=fields, exclude_none=True, by_alias=True)
