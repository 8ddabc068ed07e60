"""What files of CPD policy and of regulators may say; the shape of a policy is what a lead publishes, too.

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
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from academy.development.choices import Kind, Way
from academy.development.rules.renewals import ActAsked, Asks, Fee, MonthDay
from academy.development.rules.renewals import Question as AskedQuestion
from academy.engines.reference.files import OwnFile
from academy.people.choices import Regulator

KindCode = Annotated[Kind, Field(strict=False)]
WayCode = Annotated[Way, Field(strict=False)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
StatementKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[A-Z0-9]+(\.[0-9]+)*$", max_length=60)]
Name = Annotated[str, StringConstraints(min_length=2, max_length=80, strip_whitespace=True)]
Question = Annotated[str, StringConstraints(min_length=5, max_length=160, strip_whitespace=True)]
Questions = Annotated[list[Question], Field(max_length=4)]
Share = Annotated[int, Field(ge=0, le=100)]
RegulatorCode = Annotated[Regulator, Field(strict=False)]
Sentence = Annotated[str, StringConstraints(min_length=5, max_length=300, strip_whitespace=True)]
# A day every year has, as "12-01".
DayOfYear = Annotated[
    str, StringConstraints(pattern=r"^(0[13-9]|1[0-2])-(0[1-9]|[12][0-9]|30)$|^02-(0[1-9]|1[0-9]|2[0-8])$")
]


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


class PolicyFile(OwnFile, Part):
    """A whole policy. Either every kind of learning has its questions or, in an organisation's own, none has."""

    approach: Name
    motto: Annotated[str, StringConstraints(max_length=120)] = ""
    rhythm: RhythmPart
    peer_weeks: Annotated[int, Field(ge=1, le=52)] | None = None
    guide: GuidePart = GuidePart()
    questions: dict[KindCode, QuestionsPart] = {}

    @model_validator(mode="after")
    def _every_kind_is_asked(self) -> Self:
        missing = sorted(set(Kind.values) - {kind.value for kind in self.questions})
        if missing and (self.questions or self.organisation is None):
            raise ValueError(f"questions are missing for {', '.join(missing)}.")
        return self


class CyclePart(Part):
    """From one renewal to the next: how many years, when the first one known began, and the days as "12-01"."""

    years: Annotated[int, Field(ge=1, le=5)]
    first_year: Annotated[int, Field(ge=2000, le=2100)]
    starts: DayOfYear
    opens: DayOfYear


class ActPart(Part):
    """One act on the regulator's site, and the words for it."""

    code: Slug
    what: Name
    done: Name
    missing: Sentence
    sends_pieces: bool = False
    is_fee: bool = False
    asked_of_newcomers: bool = False
    confirmed: bool = True

    @property
    def asked(self) -> ActAsked:
        return ActAsked(is_confirmed=self.confirmed, **self.model_dump(exclude={"confirmed"}))


class FeePart(Part):
    """What renewing costs in the year the window closes, in pounds and pence as text."""

    year: Annotated[int, Field(ge=2000, le=2100)]
    pounds: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}\.[0-9]{2}$")]
    confirmed: bool = True

    @property
    def asked(self) -> Fee:
        return Fee(self.year, Decimal(self.pounds), self.confirmed)


class QuestionPart(Part):
    """A field of the regulator's form and where its answer comes from."""

    label: Name
    source: Literal["kind", "date", "happened", "learnt", "impact", "peer"]
    most: Annotated[int, Field(ge=1)] | None = None
    confirmed: bool = True
    optional: bool = False

    @property
    def asked(self) -> AskedQuestion:
        said = self.model_dump(include={"label", "source", "most"})
        return AskedQuestion(is_confirmed=self.confirmed, is_optional=self.optional, **said)


class RegulatorFile(Part):
    """What a regulator asks, in one edition: the file `regulators/swe.yaml`.

    Dates of the year are of every year; 29 February is none. Peers are asked only among pieces.
    """

    regulator: RegulatorCode
    code: Slug
    valid_from: dt.date
    valid_to: dt.date | None = None
    name: Name
    short_name: Name
    cycle: CyclePart
    newcomers_from: DayOfYear | None = None
    pieces: Annotated[int, Field(ge=0, le=4)] = 0
    peers: Annotated[int, Field(ge=0, le=4)] = 0
    kinds: Annotated[int, Field(ge=0, le=4)] = 0
    acts: Annotated[list[ActPart], Field(min_length=1)]
    fees: list[FeePart] = []
    questions: list[QuestionPart] = []
    standards: list[Sentence] = []
    notes: list[Sentence] = []

    @property
    def key(self) -> str:
        """The natural key, as in "swe/2022"."""
        return f"{self.regulator.value}/{self.code}"

    @model_validator(mode="after")
    def _counts_fit(self) -> Self:
        if self.peers > self.pieces:
            raise ValueError(f"{self.peers} peers are asked among {self.pieces} pieces.")
        codes = [act.code for act in self.acts]
        if len(set(codes)) != len(codes):
            raise ValueError("two acts have the same code.")
        return self

    @property
    def asks(self) -> Asks:
        """The same as the rules read it."""
        return Asks(
            regulator=self.regulator.value,
            name=self.name,
            short_name=self.short_name,
            years=self.cycle.years,
            first_year=self.cycle.first_year,
            starts=_month_day(self.cycle.starts),
            opens=_month_day(self.cycle.opens),
            newcomers_from=_month_day(self.newcomers_from) if self.newcomers_from else None,
            pieces=self.pieces,
            peers=self.peers,
            kinds=self.kinds,
            acts=tuple(
                ActAsked(is_confirmed=act.confirmed, **act.model_dump(exclude={"confirmed"})) for act in self.acts
            ),
            fees=tuple(fee.asked for fee in self.fees),
            questions=tuple(each.asked for each in self.questions),
            standards=tuple(self.standards),
            notes=tuple(self.notes),
        )


def _month_day(text: str) -> MonthDay:
    return MonthDay(*(int(part) for part in text.split("-")))
