"""What portfolios hold, as it is counted: sections with their pieces, in a number of queries that does not grow."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from academy.identity.models import Person
from portfolios.models import Evidence, Item, Portfolio, Section, SectionReturn
from portfolios.rules.completeness import PIECE, WRITING, PieceHeld, SectionHeld
from portfolios.selectors.parts import holders_of

SECOND_PERSONS = ("evidence__observation", "evidence__feedback", "evidence__case_audit")


def sections_held(portfolios: Collection[Portfolio], *, on: date) -> dict[int, list[SectionHeld]]:
    """The sections of each portfolio by its id, with their pieces and who fills them on the day. Three queries, and two
    more where some are filled by others than the author."""
    holders = holders_of(portfolios, on=on)
    sections = Section.objects.filter(portfolio__in=portfolios)
    returned = set(
        SectionReturn.objects.filter(section__in=sections, answered_at=None).values_list("section", flat=True)
    )
    pieces: dict[int, list[PieceHeld]] = defaultdict(list)
    items = Item.objects.filter(section__in=sections).select_related("evidence", *SECOND_PERSONS, "entry", "version")
    for item in items:
        pieces[item.section_id].append(piece_held(item))
    held: dict[int, list[SectionHeld]] = {portfolio.pk: [] for portfolio in portfolios}
    for section in sections:
        held[section.portfolio_id].append(
            SectionHeld(
                code=section.code,
                text=section.text,
                state=section.state,
                is_returned=section.pk in returned,
                filler=_named(holders[section.portfolio_id].get(section.filled_by)),
                pieces=tuple(pieces[section.pk]),
            )
        )
    return held


def _named(holder: Person | None) -> str:
    return holder.full_name if holder is not None else ""


def piece_held(item: Item) -> PieceHeld:
    """A piece as it is counted. The item comes with its evidence, or with its entry and version."""
    return _evidence(item.evidence) if item.evidence is not None else _written(item.entry, item.version)


def _written(entry: Any, version: Any) -> PieceHeld:
    return PieceHeld(
        source=f"entry:{entry.pk}",
        family=WRITING,
        kind=version.text["kind"],
        title=version.title,
        on=date.fromisoformat(version.text["started_on"]),
        is_withdrawn=entry.is_withdrawn,
    )


def _evidence(evidence: Evidence) -> PieceHeld:
    by_relation, level = _second_person(evidence)
    return PieceHeld(
        source=f"evidence:{evidence.pk}",
        family=PIECE,
        kind=evidence.kind,
        title=evidence.title,
        on=evidence.happened_on,
        by_relation=by_relation,
        level=level,
        length=evidence.words,
        is_withdrawn=evidence.is_withdrawn,
    )


def _second_person(evidence: Evidence) -> tuple[str, str]:
    """Who the second person was, as facts of the piece say it, and the grade she gave; empty where it says nothing."""
    for name, relation in (("observation", "relation"), ("feedback", "giver"), ("case_audit", "relation")):
        try:
            said = getattr(evidence, name)
        except ObjectDoesNotExist:
            continue
        return str(getattr(said, relation)), str(getattr(said, "grade", ""))
    return "", ""
