"""What a file of framework reference data may say.

One file `reference/frameworks/<code>.yaml` holds one framework and all its versions, oldest first:

    framework: {code: pcf, name: ..., short_name: PCF, owner: BASW, aliases: [], professions: [...], services: [...]}
    versions:
      - code: "2018"
        title: ...
        valid_from: 2018-06-11
        valid_to: null                  # the last day it holds, inclusive; null while it is in force
        confirm_dates: true             # a lead has not yet compared the dates with the published document
        source: where this comes from, in words
        succeeds: pcf/2012              # framework/version; may name another framework
        picture_alternative: ...        # the published picture in words, for those who cannot see it
        levels: [{code: nqsw, title: ..., order: 5, before_qualifying: false, description: ...}]
        domains:
          - {code: "1", title: ..., group: Impact, confirm_group: true, order: 1,
             statements: [{code: "1", title: ..., confirm_wording: true}]}

Natural keys: framework code; version code in its framework; level, domain and statement codes in their version.
Empty `professions` or `services` mean all of them. Titles are short headings, never quotations. A `confirm_…` flag
stays until an academy lead has compared the line with the official document.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from academy.people.choices import Profession, ServiceKind

# strict types would refuse the code of a choice as YAML writes it
ProfessionCode = Annotated[Profession, Field(strict=False)]
ServiceCode = Annotated[ServiceKind, Field(strict=False)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
LevelCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Numbering = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]+(\.[0-9]+)*$", max_length=12)]
VersionKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=81)]
Heading = Annotated[str, StringConstraints(min_length=2, max_length=120, strip_whitespace=True)]
Sentence = Annotated[str, StringConstraints(min_length=2, max_length=400, strip_whitespace=True)]
Paragraphs = Annotated[str, StringConstraints(min_length=2, max_length=2000, strip_whitespace=True)]
Order = Annotated[int, Field(ge=1, le=99)]


class Part(BaseModel):
    """A mapping of the file: strict types, no unknown key, unchanged once read."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _only_known_keys(cls, data: Any) -> Any:
        unknown = sorted(map(str, set(data) - set(cls.model_fields))) if isinstance(data, dict) else []
        if unknown:
            allowed = ", ".join(cls.model_fields)
            raise ValueError(f"{cls.__name__} does not know {', '.join(unknown)}; it may say: {allowed}.")
        return data


class StatementPart(Part):
    """One line of a framework that an entry or a piece of evidence can be mapped to."""

    code: Numbering
    title: Heading
    confirm_wording: bool = False


class DomainPart(Part):
    """A group of statements as the owner publishes them; `group` is the owner's grouping of domains, if any."""

    code: Numbering
    title: Heading
    order: Order
    group: Heading | None = None
    confirm_wording: bool = False
    confirm_group: bool = False
    statements: Annotated[list[StatementPart], Field(min_length=1)]

    @model_validator(mode="after")
    def _confirm_only_a_group_that_is_there(self) -> Self:
        if self.confirm_group and self.group is None:
            raise ValueError(f"Domain {self.code} asks to confirm its group but names none.")
        return self


class LevelPart(Part):
    """A stage or audience the owner distinguishes: a PCF level, a stage of PEPS, a staff group."""

    code: LevelCode
    title: Heading
    order: Order
    before_qualifying: bool = False
    confirm_wording: bool = False
    description: Sentence | None = None


class VersionPart(Part):
    """A dated edition of a framework. `valid_to` is inclusive; editions may overlap where the owner allows both."""

    code: Slug
    title: Heading
    valid_from: dt.date
    valid_to: dt.date | None = None
    confirm_dates: bool = False
    source: Sentence
    succeeds: VersionKey | None = None
    picture_alternative: Paragraphs | None = None
    levels: list[LevelPart] = []
    domains: Annotated[list[DomainPart], Field(min_length=1)]

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError(f"Version {self.code} ends on {self.valid_to}, before it starts on {self.valid_from}.")
        return self

    @model_validator(mode="after")
    def _each_key_once(self) -> Self:
        where = f"version {self.code}"
        refuse_repeats("level code", (level.code for level in self.levels), where)
        refuse_repeats("level order", (level.order for level in self.levels), where)
        refuse_repeats("domain code", (domain.code for domain in self.domains), where)
        refuse_repeats("domain order", (domain.order for domain in self.domains), where)
        refuse_repeats("statement code", (statement.code for statement in self.statements), where)
        return self

    @property
    def statements(self) -> list[StatementPart]:
        """All statements in the order of the file."""
        return [statement for domain in self.domains for statement in domain.statements]


class FrameworkPart(Part):
    """Who publishes the framework, for whom, and the other names it goes by (KSS for PQS)."""

    code: Slug
    name: Heading
    short_name: Annotated[str, StringConstraints(min_length=2, max_length=40)]
    owner: Heading
    aliases: list[Heading] = []
    professions: list[ProfessionCode] = []
    services: list[ServiceCode] = []


class FrameworkFile(Part):
    """A whole file. Refuses repeated versions, versions out of order, and a predecessor of its own it does not hold."""

    framework: FrameworkPart
    versions: Annotated[list[VersionPart], Field(min_length=1)]

    @model_validator(mode="after")
    def _versions_oldest_first(self) -> Self:
        refuse_repeats("version code", (version.code for version in self.versions), self.framework.code)
        starts = [version.valid_from for version in self.versions]
        if starts != sorted(set(starts)):
            raise ValueError(f"{self.framework.code}: list the versions oldest first, each with its own valid_from.")
        return self

    @model_validator(mode="after")
    def _own_predecessor_is_earlier(self) -> Self:
        earlier: set[str] = set()
        for version in self.versions:
            framework, _, predecessor = (version.succeeds or "").partition("/")
            if framework == self.framework.code and predecessor not in earlier:
                held = ", ".join(sorted(earlier)) or "none"
                raise ValueError(
                    f"{self.framework.code}/{version.code} succeeds {version.succeeds}; earlier versions: {held}."
                )
            earlier.add(version.code)
        return self


def refuse_repeats(what: str, values: Iterable[object], where: str) -> None:
    """Refuses (ValueError naming them) values that occur twice: they are natural keys of reference data."""
    repeated = [str(value) for value, times in Counter(values).items() if times > 1]
    if repeated:
        raise ValueError(f"{where}: {what} used more than once: {', '.join(repeated)}.")
