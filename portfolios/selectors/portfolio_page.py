"""One portfolio as its author works at it: what is missing first, then its sections with their pieces."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from academy.ui.states import State
from portfolios.choices.portfolios import NAMED_ROLES, OPEN_TO_AUTHOR, PortfolioState, SectionState
from portfolios.models import Item, Portfolio, Section, SectionReturn
from portfolios.rules.completeness import PieceHeld
from portfolios.rules.words import words_in
from portfolios.schema.template import SectionPart, TemplateContent
from portfolios.selectors.completeness import Gap, gaps_in, page_of
from portfolios.selectors.held import piece_held, sections_held
from portfolios.selectors.templates import content_of_template

TOLD_BY = ("evidence__observation", "evidence__feedback", "evidence__case_audit", "evidence", "entry", "version")


@dataclass(frozen=True)
class SectionRow:
    """A section on the portfolio's page."""

    part: SectionPart
    state: State
    url: str
    words: int
    pieces: tuple[PieceHeld, ...]
    gaps: tuple[Gap, ...]
    is_returned: bool
    filler: str = ""


@dataclass(frozen=True)
class Working:
    """Everything the author sees of her portfolio."""

    content: TemplateContent
    gaps: tuple[Gap, ...]
    sections: tuple[SectionRow, ...]
    state: PortfolioState

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_TO_AUTHOR

    @property
    def is_endorsed(self) -> bool:
        return self.state is PortfolioState.ENDORSED

    @property
    def may_open_again(self) -> bool:
        return not self.is_open and self.state is not PortfolioState.WITHDRAWN

    @property
    def may_withdraw(self) -> bool:
        return self.state not in (PortfolioState.SUBMITTED, PortfolioState.WITHDRAWN)

    @property
    def next_gap(self) -> Gap | None:
        """The first thing to do; None where nothing is missing."""
        return self.gaps[0] if self.gaps else None


@dataclass(frozen=True)
class PieceRow:
    """A piece in a section: what it is called, its day, what she said of it, and whether a newer version exists."""

    item: Item
    held: PieceHeld
    kind_words: str
    has_newer: bool


@dataclass(frozen=True)
class SectionView:
    """One section as its author works at it."""

    section: Section
    part: SectionPart
    pieces: tuple[PieceRow, ...]
    gaps: tuple[Gap, ...]
    returned: SectionReturn | None
    is_open: bool
    filler: str = ""

    @property
    def is_named(self) -> bool:
        """Does the author name who fills it?"""
        return self.part.filled_by in NAMED_ROLES

    @property
    def state(self) -> State:
        return SectionState(self.section.state).state

    @property
    def is_ready(self) -> bool:
        return self.section.state == SectionState.READY and self.returned is None


def working_at(portfolio: Portfolio, *, on: date) -> Working:
    """The portfolio with its sections and what they lack. Three queries. It comes with template and organisation."""
    content = content_of_template(portfolio.template)
    held = sections_held([portfolio], on=on)[portfolio.pk]
    gaps = gaps_in(portfolio, held, on=on)
    of_section = defaultdict(list)
    for gap in gaps:
        of_section[gap.section].append(gap)
    by_code = {section.code: section for section in held}
    rows = tuple(
        SectionRow(
            part=part,
            state=SectionState(by_code[part.code].state).state,
            url=page_of(portfolio, part.code),
            words=words_in(by_code[part.code].text),
            pieces=by_code[part.code].pieces,
            gaps=tuple(of_section[part.code]),
            is_returned=by_code[part.code].is_returned,
            filler=by_code[part.code].filler,
        )
        for part in content.sections
        if part.code in by_code
    )
    return Working(content, gaps, rows, PortfolioState(portfolio.state))


def section_view(section: Section, part: SectionPart, *, on: date) -> SectionView:
    """One section with its pieces. As many queries for many pieces as for one."""
    portfolio = section.portfolio
    held = sections_held([portfolio], on=on)[portfolio.pk]
    gaps = gaps_in(portfolio, held, on=on)
    returned = section.returns.filter(answered_at=None).select_related("returned_by").first()
    return SectionView(
        section=section,
        part=part,
        pieces=tuple(piece_row(item) for item in items_of(section)),
        gaps=tuple(gap for gap in gaps if gap.section == section.code),
        returned=returned,
        is_open=portfolio.state in OPEN_TO_AUTHOR,
        filler=next((each.filler for each in held if each.code == section.code), ""),
    )


def items_of(section: Section) -> QuerySet[Item]:
    """The pieces of a section with everything they are told by, in order."""
    return Item.objects.filter(section=section).select_related(*TOLD_BY)


def item_of(portfolio: Portfolio, pk: int) -> Item | None:
    """One piece of a portfolio with everything it is told by; None where it holds none of this id."""
    found = Item.objects.filter(section__portfolio=portfolio, pk=pk).select_related("section", *TOLD_BY).first()
    if found is not None:
        found.section.portfolio = portfolio
    return found


def section_of(portfolio: Portfolio, code: str) -> Section | None:
    """One section of a portfolio as it is stored now; None where there is none of this code."""
    found = Section.objects.filter(portfolio=portfolio, code=code).first()
    if found is not None:
        found.portfolio = portfolio
    return found


def piece_row(item: Item) -> PieceRow:
    """A piece as a list shows it; it comes with what `items_of` reads."""
    held = piece_held(item)
    if item.evidence is not None:
        return PieceRow(item, held, item.evidence.kind_words, has_newer=False)
    return PieceRow(item, held, _writing(item.version), has_newer=_is_newer(item.entry, item.version))


def _writing(version: Any) -> str:
    return f"Own writing: {str(version.kind_words).lower()}"


def _is_newer(entry: Any, version: Any) -> bool:
    """Was the entry changed after this version of it was cut?"""
    return bool(entry.is_kept and entry.changed_at > version.cut_at)


def page_of_section(pk: int) -> str:
    """The page of a section by its id; empty where it is gone. One query."""
    found = Section.objects.filter(pk=pk).select_related("portfolio").first()
    return page_of(found.portfolio, found.code) if found is not None else ""
