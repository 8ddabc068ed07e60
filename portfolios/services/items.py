"""Putting pieces into a portfolio: evidence that is complete, and one's own writing at the version she cites."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from academy.development.services.versions import Citation, cite
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from portfolios.choices.portfolios import MOST_PIECES, MOST_SHOWS
from portfolios.models import Evidence, Item, Portfolio, Section
from portfolios.schema.template import SectionPart
from portfolios.services.changing import NOT_HERS, changeable_section, worked_at
from portfolios.services.sections import section_part

PORTFOLIO = "portfolio"
MOST_LABEL = 80


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What is put in: pieces of evidence, and entries of one's own writing."""

    evidence: Sequence[Evidence] = ()
    entries: Sequence[Any] = ()

    def __len__(self) -> int:
        return len(self.evidence) + len(self.entries)


@command("portfolios.item.put_in")
def put_in(*, section: Section, chosen: Chosen, by: Actor, at: datetime) -> list[Item]:
    """Put pieces into a section; what is in it already stays as it is. An entry is kept at the version it has now.

    Refuses others, a portfolio that is closed to its author, nothing chosen, evidence that is not hers or not complete,
    an entry that is not hers or not kept, a kind the section does not take, and more than it, or the portfolio, takes.
    """
    current = changeable_section(section, by=by)
    part = section_part(current)
    new = _not_in_yet(current, chosen)
    _judge(current.portfolio, part, new)
    _judge_number(current, part, len(new))
    worked = worked_at(current, by=by, at=at)
    items = [Item(section=worked, evidence=each, added_at=at) for each in new.evidence]
    for entry in new.entries:
        version = _cited(worked.portfolio, entry, by=by, at=at)
        items.append(Item(section=worked, entry=entry, version=version, added_at=at))
    Item.objects.bulk_create(items)
    _recorded(worked, at=at)
    return items


@command("portfolios.item.say")
def say_what_it_shows(*, item: Item, shows: str, by: Actor, at: datetime) -> Item:
    """Say in her own words what in a piece speaks to the section. Refuses more than 1,000 characters."""
    current = _changeable(item, by=by)
    said = shows.replace("\r\n", "\n").strip()
    if len(said) > MOST_SHOWS:
        raise Refused(f"Use at most {MOST_SHOWS:,} characters.", field="shows")
    current.shows = said
    current.save(update_fields=["shows"])
    _touched(current.section, at=at)
    return _said_of(current, "shows")


@command("portfolios.item.clear")
def clear_files(*, item: Item, is_cleared: bool, by: Actor, at: datetime) -> Item:
    """Say that the files of a piece hold nothing that tells who she is, so that they stay in the edition without names;
    or take that back."""
    current = _changeable(item, by=by)
    current.is_cleared = is_cleared
    current.save(update_fields=["is_cleared"])
    _touched(current.section, at=at)
    return _said_of(current, "is_cleared")


@command("portfolios.item.renew")
def renew(*, item: Item, by: Actor, at: datetime) -> Item:
    """Take the entry as it stands now in place of the version in the portfolio.

    Refuses a piece that is no own writing, an entry that is not kept any more, and one that has not changed.
    """
    current = _changeable(item, by=by)
    if current.entry is None:
        raise Refused("Only your own writing has versions. This is evidence, and it is always as it stands.")
    version = _cited(current.section.portfolio, current.entry, by=by, at=at)
    if version.pk == current.version_id:
        raise Refused("The portfolio holds the newest version already.")
    current.section = worked_at(current.section, by=by, at=at)
    current.version = version
    current.save(update_fields=["version"])
    _touched(current.section, at=at)
    return _said_of(current, "version")


@command("portfolios.item.take_out")
def take_out(*, item: Item, by: Actor, at: datetime) -> Section:
    """Take a piece out of a section. It stays among her evidence or her writing, and in what was handed in before."""
    current = _changeable(item, by=by)
    section = worked_at(current.section, by=by, at=at)
    Item.objects.filter(pk=current.pk).delete()
    _recorded(section, at=at)
    return section


def _not_in_yet(section: Section, chosen: Chosen) -> Chosen:
    held = list(section.items.values_list("evidence_id", "entry_id"))
    evidence, entries = {pk for pk, _ in held}, {pk for _, pk in held}
    return Chosen(
        evidence=[each for each in chosen.evidence if each.pk not in evidence],
        entries=[each for each in chosen.entries if each.pk not in entries],
    )


def _judge(portfolio: Portfolio, part: SectionPart, new: Chosen) -> None:
    if not part.is_authors:
        raise Refused(NOT_HERS)
    if not len(new):
        raise Refused("Tick at least one piece that is not in this section yet.", field="pieces")
    for each in new.evidence:
        _judge_evidence(portfolio, part, each)
    for entry in new.entries:
        if entry.kind not in part.takes.writing:
            raise Refused(f"“{part.title}” does not take “{entry.title}”: another kind of writing.", field="pieces")


def _judge_evidence(portfolio: Portfolio, part: SectionPart, evidence: Evidence) -> None:
    if evidence.person_id != portfolio.person_id:
        raise Refused("Only your own evidence goes into your portfolio.", field="pieces")
    if not evidence.is_complete:
        raise Refused(f"“{evidence.title}” is not complete yet. Only complete evidence goes in.", field="pieces")
    if evidence.kind not in part.takes.evidence:
        raise Refused(f"“{part.title}” takes no {evidence.kind_words.lower()}.", field="pieces")


def _judge_number(section: Section, part: SectionPart, more: int) -> None:
    most = part.pieces.most
    if most is not None and section.items.count() + more > most:
        raise Refused(f"“{part.title}” takes at most {most}. Take another one out first.", field="pieces")
    if Item.objects.filter(section__portfolio=section.portfolio_id).count() + more > MOST_PIECES:
        raise Refused(f"A portfolio takes at most {MOST_PIECES} pieces. Take others out first.", field="pieces")


def _cited(portfolio: Portfolio, entry: Any, *, by: Actor, at: datetime) -> Any:
    its = Citation(purpose=PORTFOLIO, label=portfolio.title[:MOST_LABEL], reference=str(portfolio.pk))
    return cite(entry=entry, citation=its, by=by, at=at).version


def _changeable(item: Item, *, by: Actor) -> Item:
    section = changeable_section(item.section, by=by)
    current = Item.objects.select_related("entry").filter(pk=item.pk, section=section).first()
    if current is None:
        raise Refused("This piece is no longer in the section. Open the section again.")
    current.section = section
    return current


def _touched(section: Section, *, at: datetime) -> None:
    """What the author did last, and where."""
    section.changed_at = section.portfolio.changed_at = at
    section.save(update_fields=["changed_at"])
    section.portfolio.save(update_fields=["changed_at"])


def _recorded(section: Section, *, at: datetime) -> None:
    _touched(section, at=at)
    whose = section.portfolio
    record(section, changed=("items",), about=whose.person_id, organisation=whose.organisation_id)


def _said_of(item: Item, field: str) -> Item:
    whose = item.section.portfolio
    record(item, changed=(field,), about=whose.person_id, organisation=whose.organisation_id)
    return item
