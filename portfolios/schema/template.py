"""What a template of a portfolio may say: what it is for, its sections, what is required of its pieces, who signs.

organisation: bristol              # left out: for all that have none of their own for it
template: progression-bg11         # editions of one template follow each other under this name
code: "2026"
title: Progression to BG11
purpose: progression
valid_from: 2026-09-01
about: What it is for, in a sentence.
sources: ["Career progression policy, section 4"]
statement: The confidentiality statement, which stands first.
frameworks: [{code: pcf, level: experienced}, {code: adult-pqs}]
sections:
  - code: account
    title: Reflective account
    help: What belongs here.
    text: required                 # required, optional or none
    words: {least: 1000, most: 3000}
    takes: {}                      # no pieces here; left out: whatever she has
  - code: observed
    title: Practice observed
    text: none
    takes: {evidence: [observation], writing: [critical]}
    pieces: {least: 1, most: 6, within_months: 24}
    statements: [pcf/6]            # what the section is about; pieces that speak to it are offered first
  - code: manager
    title: What my manager says
    filled_by: line_manager        # a text somebody else writes: verifier, line_manager, assessor, practice_educator
    text: required
requires:                          # judged over the portfolio's own pieces
  - code: by-manager
    section: observed              # where it is mended
    requires: {count: {of: "portfolios.piece:observation", least: 1, by: [line_manager], what: observation}}
chain: [author, line_manager]
without_names: true                # a blind edition may be made of it
"""

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from academy.development.choices import Kind
from academy.engines.reference.files import OwnFile
from academy.engines.requirements.dates import number_of
from academy.engines.requirements.node import Node
from academy.ui.wording import within
from portfolios.choices.evidence import EvidenceKind
from portfolios.choices.portfolios import MOST_PIECES, MOST_TITLE, FillerRole, Purpose, SignerRole, TextAsked
from portfolios.rules.completeness import SectionAsked
from portfolios.rules.words import ANY_LENGTH, Words

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
FrameworkCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
LevelCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", max_length=40)]
StatementCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[A-Za-z0-9._-]+$", max_length=82)]
Title = Annotated[str, StringConstraints(min_length=2, max_length=MOST_TITLE, strip_whitespace=True)]
Line = Annotated[str, StringConstraints(min_length=2, max_length=300, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=5, max_length=2000, strip_whitespace=True)]
PurposeCode = Annotated[Purpose, Field(strict=False)]
RoleCode = Annotated[SignerRole, Field(strict=False)]
FillerCode = Annotated[FillerRole, Field(strict=False)]
EvidenceCode = Annotated[EvidenceKind, Field(strict=False)]
WritingCode = Annotated[Kind, Field(strict=False)]
MOST_WORDS = 20_000
MOST_MONTHS = 240
FIRST_SIGNS = "the author signs first, and nobody twice. Write them in order: author, verifier, line_manager."


class Part(BaseModel):
    """A mapping of the file: no unknown key, unchanged once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WordRange(Part):
    """How long a text is to be, in words."""

    least: Annotated[int, Field(ge=1, le=MOST_WORDS)] | None = None
    most: Annotated[int, Field(ge=1, le=MOST_WORDS)] | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least is not None and self.most is not None and self.most < self.least:
            raise ValueError(f"at most {self.most} is less than at least {self.least}.")
        return self

    @property
    def words(self) -> Words:
        return Words(self.least, self.most)


class Takes(Part):
    """Which pieces a section takes: kinds of evidence, and kinds of own writing."""

    evidence: Annotated[list[EvidenceCode], Field(max_length=20)] = []
    writing: Annotated[list[WritingCode], Field(max_length=20)] = []

    @property
    def says(self) -> str:
        """What it takes, in words; own writing is not told kind by kind."""
        if self == EVERYTHING:
            return "whatever you have"
        kinds = [within(kind.label) for kind in self.evidence]
        return ", ".join([*kinds, *(["your own writing"] if self.writing else [])])


EVERYTHING = Takes(evidence=list(EvidenceKind), writing=list(Kind))


class Pieces(Part):
    """How many pieces a section wants, how old they may be, and how long what has a length of words."""

    least: Annotated[int, Field(ge=0, le=MOST_PIECES)] = 0
    most: Annotated[int, Field(ge=1, le=MOST_PIECES)] | None = None
    within_months: Annotated[int, Field(ge=1, le=MOST_MONTHS)] | None = None
    words: WordRange | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.most is not None and self.most < self.least:
            raise ValueError(f"at most {self.most} is less than at least {self.least}.")
        return self


class SectionPart(Part):
    """A section: what belongs in it, who fills it, what it takes and how much of it."""

    code: Slug
    title: Title
    help: Text | None = None
    filled_by: FillerCode = FillerRole.AUTHOR
    takes: Takes = EVERYTHING
    text: Annotated[TextAsked, Field(strict=False)] = TextAsked.OPTIONAL
    words: WordRange | None = None
    pieces: Pieces = Pieces()
    statements: Annotated[list[StatementCode], Field(max_length=60)] = []

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if self.words is not None and self.text is TextAsked.NONE:
            raise ValueError("text is none, so words has no meaning. Leave words out, or ask for a text.")
        if not self.is_authors and self.text is TextAsked.NONE:
            raise ValueError("what somebody else fills is a text. Ask for one, or let the author fill it.")
        if self.pieces.least and not self.takes_pieces:
            raise ValueError("it asks for pieces and takes none. Name what it takes.")
        return self

    @property
    def takes_text(self) -> bool:
        return self.text is not TextAsked.NONE

    @property
    def takes_pieces(self) -> bool:
        """Pieces are the author's: what somebody else writes is a text."""
        return self.is_authors and bool(self.takes.evidence or self.takes.writing)

    @property
    def is_authors(self) -> bool:
        """Does its author fill it?"""
        return self.filled_by is FillerRole.AUTHOR

    @property
    def asks(self) -> list[str]:
        """What it asks, a sentence each, for whoever fills it."""
        said = (self._who, self._text_asked, self._pieces_asked, self._length_asked)
        return [sentence for sentence in said if sentence]

    @property
    def _who(self) -> str:
        return "" if self.is_authors else f"Written by the {self.filled_by.label}."

    @property
    def _text_asked(self) -> str:
        if self.text is TextAsked.NONE:
            return ""
        range_said = f", {self.words.words.says}" if self.words else ""
        whose = "Your own text" if self.is_authors else "A text"
        return f"{whose}{range_said}{'' if self.text is TextAsked.REQUIRED else ', if you like'}."

    @property
    def _pieces_asked(self) -> str:
        if not self.takes_pieces:
            return ""
        pieces = self.pieces
        most = f", at most {pieces.most}" if pieces.most else ""
        least = f"At least {number_of(pieces.least, 'piece')}" if pieces.least else "Pieces, if you like"
        age = f", not older than {number_of(pieces.within_months, 'month')}" if pieces.within_months else ""
        return f"{least}{most}{age}: {self.takes.says}."

    @property
    def _length_asked(self) -> str:
        return f"Of an assignment {self.pieces.words.words.says}." if self.pieces.words else ""

    @property
    def asked(self) -> SectionAsked:
        """The same as the rules read it."""
        return SectionAsked(
            code=self.code,
            title=self.title,
            filled_by=self.filled_by,
            text=self.text.value,
            words=self.words.words if self.words else ANY_LENGTH,
            least=self.pieces.least,
            within_months=self.pieces.within_months,
            piece_words=self.pieces.words.words if self.pieces.words else ANY_LENGTH,
        )


class Mapped(Part):
    """A framework whose statements the pieces speak to, at a level of it where that matters."""

    code: FrameworkCode
    level: LevelCode | None = None


class Required(Part):
    """One thing required of the pieces together, under a code of its own, and the section where it is mended."""

    code: Slug
    requires: Node
    section: Slug | None = None


class TemplateContent(Part):
    """What is kept with the edition as its `content`."""

    about: Line = "What you gather for this purpose."
    sources: Annotated[list[Line], Field(max_length=12)] = []
    statement: Text
    frameworks: Annotated[list[Mapped], Field(max_length=6)] = []
    sections: Annotated[list[SectionPart], Field(min_length=1, max_length=30)]
    requires: Annotated[list[Required], Field(max_length=40)] = []
    chain: Annotated[list[RoleCode], Field(min_length=1, max_length=3)] = [SignerRole.AUTHOR]
    without_names: bool = False

    @model_validator(mode="after")
    def _author_first(self) -> Self:
        order = list(SignerRole)
        places = [order.index(role) for role in self.chain]
        if places != sorted(set(places)) or places[0] != 0:
            raise ValueError(FIRST_SIGNS)
        return self

    @model_validator(mode="after")
    def _signers_fill(self) -> Self:
        """Who verifies or manages is known by the chain; the others are named for the portfolio."""
        known = {role.value for role in self.chain}
        for section in self.sections:
            if section.filled_by in (FillerRole.VERIFIER, FillerRole.LINE_MANAGER) and section.filled_by not in known:
                raise ValueError(f"{section.code} is filled by the {section.filled_by.label}, who is not in the chain.")
        return self

    @property
    def fillers(self) -> tuple[FillerRole, ...]:
        """Who writes sections beside the author, each once."""
        return tuple(dict.fromkeys(each.filled_by for each in self.sections if not each.is_authors))

    def section(self, code: str) -> SectionPart | None:
        """The section of this code; None where the template has none."""
        return next((section for section in self.sections if section.code == code), None)


class TemplateFile(OwnFile, TemplateContent):
    """A whole template: whose, which, from when, what for, and what it says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    template: Slug
    title: Title
    purpose: PurposeCode

    @property
    def key(self) -> str:
        """The natural key, as in "bristol/progression-bg11/2026" or "all/asye-adults/2024"."""
        return f"{self.organisation or 'all'}/{self.template}/{self.code}"

    @property
    def content(self) -> dict[str, Any]:
        """What is kept with the edition."""
        return self.model_dump(mode="json", include=set(TemplateContent.model_fields), exclude_none=True)
