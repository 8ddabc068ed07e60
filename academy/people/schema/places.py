"""What files of reference data about organisations, job roles and grades may say.

`reference/organisations/<slug>.yaml` holds one organisation, what its academy says of itself, its links, its services
with their teams, and, for a partnership, its members:

    organisation: {slug: bexley, name: ..., short_name: Bexley, kind: council, academy_name: ..., about: ...}
    page: {approach_name: ..., approach: ..., shares: {by_experience: 70, from_others: 20, formal: 10},
           promise_text: ..., promise: [Begin, Flourish, Excel], priorities: [...]}
    links: [{title: ..., about: ..., url: ...}]
    services: [{code: adults, name: ..., kind: adults, teams: [{code: triage-hub, name: ..., from_on: 2015-04-01}]}]
    partners: [{organisation: brent, from_on: 2013-01-01, until_on: null}]

`reference/job_roles/<name>.yaml` holds `job_roles`, `reference/grades/<slug>.yaml` the grades of one organisation,
lowest first, with `kind: stage` where they are stages of a career, not grades of pay. Natural keys: slug; service code
in its organisation; team code in its service; title of a link; code of a job role; grade code in its organisation;
level code in its grade.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from academy.identity.choices import OrganisationKind
from academy.people.choices import GradeKind, Profession, ServiceKind

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", max_length=40)]
GradeCode = Annotated[str, StringConstraints(min_length=1, max_length=20, strip_whitespace=True)]
Heading = Annotated[str, StringConstraints(min_length=2, max_length=120, strip_whitespace=True)]
Short = Annotated[str, StringConstraints(min_length=2, max_length=60, strip_whitespace=True)]
Sentence = Annotated[str, StringConstraints(min_length=2, max_length=300, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(max_length=3000, strip_whitespace=True)]
Address = Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=200)]
Share = Annotated[int, Field(ge=0, le=100)]
Point = Annotated[int, Field(ge=1, le=99)]


class Part(BaseModel):
    """A mapping of the file: no unknown key, unchanged once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OrganisationPart(Part):
    slug: Slug
    name: Heading
    short_name: Short
    kind: OrganisationKind
    academy_name: Annotated[str, StringConstraints(max_length=120)] = ""
    about: Text = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None


class SharesPart(Part):
    """The guide of the 70:20:10 approach in per cent; together 100."""

    by_experience: Share
    from_others: Share
    formal: Share

    @model_validator(mode="after")
    def _make_100(self) -> Self:
        if self.by_experience + self.from_others + self.formal != 100:
            raise ValueError("the three shares make 100 together")
        return self


class PagePart(Part):
    """What an academy says of itself on its public page."""

    approach_name: Annotated[str, StringConstraints(max_length=80)] = ""
    approach: Text = ""
    shares: SharesPart = SharesPart(by_experience=70, from_others=20, formal=10)
    promise_text: Text = ""
    promise: list[Short] = []
    priorities: list[Sentence] = []


class LinkPart(Part):
    """A page elsewhere; without an address it is named, not linked, until somebody has looked the address up."""

    title: Heading
    about: Annotated[str, StringConstraints(max_length=300)] = ""
    url: Address | None = None


class TeamPart(Part):
    code: Slug
    name: Heading
    from_on: dt.date
    until_on: dt.date | None = None

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        return _in_order(self)


class ServicePart(Part):
    code: Code
    name: Heading
    kind: ServiceKind
    teams: list[TeamPart] = []

    @model_validator(mode="after")
    def _each_team_once(self) -> Self:
        refuse_repeats("team", (team.code for team in self.teams))
        return self


class PartnerPart(Part):
    organisation: Slug
    from_on: dt.date
    until_on: dt.date | None = None

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        return _in_order(self)


class OrganisationFile(Part):
    """A whole file. Only a partnership has partners."""

    organisation: OrganisationPart
    page: PagePart | None = None
    links: list[LinkPart] = []
    services: list[ServicePart] = []
    partners: list[PartnerPart] = []

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        refuse_repeats("service", (service.code for service in self.services))
        refuse_repeats("link", (link.title for link in self.links))
        refuse_repeats("partner", (partner.organisation for partner in self.partners))
        if self.partners and self.organisation.kind != OrganisationKind.PARTNERSHIP:
            raise ValueError("only an organisation of the kind partnership has partners")
        return self


class JobRolePart(Part):
    code: Slug
    title: Heading
    profession: Profession
    is_registered: bool = False


class JobRolesFile(Part):
    name: Slug
    job_roles: Annotated[list[JobRolePart], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        refuse_repeats("job role", (role.code for role in self.job_roles))
        return self


class LevelPart(Part):
    code: Slug
    title: Heading


class GradePart(Part):
    """A grade; spinal points are inclusive, and both or neither are given."""

    code: GradeCode
    title: Heading
    spinal_from: Point | None = None
    spinal_until: Point | None = None
    levels: list[LevelPart] = []

    @model_validator(mode="after")
    def _points_in_order(self) -> Self:
        given = (self.spinal_from, self.spinal_until)
        if None in given and given != (None, None):
            raise ValueError("give both spinal points or neither")
        if self.spinal_from is not None and self.spinal_until is not None and self.spinal_until < self.spinal_from:
            raise ValueError("the last spinal point is below the first")
        refuse_repeats("level", (level.code for level in self.levels))
        return self


class GradesFile(Part):
    """The grades of one organisation, lowest first: of pay, or stages of a career, which have no spinal points."""

    organisation: Slug
    kind: GradeKind = GradeKind.PAY
    grades: Annotated[list[GradePart], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        refuse_repeats("grade", (grade.code for grade in self.grades))
        if self.kind == GradeKind.STAGE and any(grade.spinal_from is not None for grade in self.grades):
            raise ValueError("a stage of a career has no spinal points")
        return self


def refuse_repeats(what: str, values: Iterable[str]) -> None:
    """Refuses (ValueError naming them) natural keys that occur twice."""
    repeated = [value for value, times in Counter(values).items() if times > 1]
    if repeated:
        raise ValueError(f"{what} used more than once: {', '.join(repeated)}")


def _in_order(part: Any) -> Any:
    if part.until_on is not None and part.until_on < part.from_on:
        raise ValueError("until_on is before from_on")
    return part
