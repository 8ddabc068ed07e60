"""The whole of a portfolio as one value, as it stands now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone

from academy.engines.signatures.models import Signature
from academy.engines.signatures.selectors.signatures import live_signatures
from academy.frameworks.selectors.choices import editions_called
from academy.people.models import Terms
from portfolios.choices.portfolios import FillerRole, Purpose, SignerRole
from portfolios.models import Item, Portfolio, Section
from portfolios.rules.content import Content, Edition, Named, Piece, SectionSaid, SignedLine
from portfolios.selectors.cover import cover_of, present_terms
from portfolios.selectors.coverage import editions_asked
from portfolios.selectors.names import PRACTITIONER, TEAM, each_once, names_in, names_of, names_of_organisation
from portfolios.selectors.pieces import entry_pieces, pieces_of


def content_of(portfolio: Portfolio) -> Content:
    """Everything the portfolio says: cover, statement, sections in the template's order with their pieces, who signed,
    the editions it rests on and the names it holds. As many queries for a hundred pieces as for one.
    """
    fresh = Portfolio.objects.select_related("person", "organisation", "template").get(pk=portfolio.pk)
    sections = list(fresh.sections.select_related("written_by"))
    prefetch_related_objects(sections, "items__evidence", "items__version")
    items = [item for section in sections for item in section.items.all()]
    pieces, terms = _pieces(items), present_terms(fresh)
    signatures = list(live_signatures(fresh))
    template = fresh.template
    said = _sections(template.content, sections, pieces)
    return Content(
        title=fresh.title,
        purpose=template.purpose,
        purpose_words=str(Purpose(template.purpose).label),
        person=fresh.person.full_name,
        organisation=fresh.organisation.name,
        facts=tuple(cover_of(fresh, terms)),
        statement=template.content.get("statement", ""),
        sections=tuple(said),
        signatures=tuple(_signed(each) for each in signatures),
        editions=tuple(_editions(fresh, pieces.values())),
        names=each_once((*_names(fresh, items, signatures=signatures, terms=terms), *_fillers(sections))),
    )


def _pieces(items: Sequence[Item]) -> dict[int, Piece]:
    """The piece of each item by the item's id, with what its author says it shows here."""
    evidence = pieces_of([item.evidence for item in items if item.evidence is not None])
    entries = entry_pieces([item.version for item in items if item.version is not None])
    return {
        item.pk: _used(item, entries[item.version.pk] if item.version else evidence[item.evidence_id or 0])
        for item in items
    }


def _used(item: Item, piece: Piece) -> Piece:
    files = tuple(replace(file, is_cleared=item.is_cleared) for file in piece.files)
    return replace(piece, shows=item.shows, files=files)


def _sections(template: dict[str, Any], sections: Iterable[Section], pieces: dict[int, Piece]) -> Iterator[SectionSaid]:
    """Every section of the template in its order, also one nothing was written in yet."""
    written = {section.code: section for section in sections}
    for asked in template.get("sections", ()):
        section = written.get(asked["code"])
        yield SectionSaid(
            code=asked["code"],
            title=asked["title"],
            text=section.text if section else "",
            says_who=_says_who(section) if section else "",
            pieces=tuple(pieces[item.pk] for item in section.items.all()) if section else (),
        )


def _says_who(section: Section) -> str:
    if section.written_by is None:
        return ""
    return f"{section.written_by.full_name}, {FillerRole(section.filled_by).label}"


def _signed(signature: Signature) -> SignedLine:
    return SignedLine(
        role=str(SignerRole(signature.role).label),
        name=signature.person.full_name,
        on=timezone.localdate(signature.signed_at).isoformat(),
        words=signature.words,
        for_whom=signature.signed_for.full_name if signature.signed_for else "",
    )


def _editions(portfolio: Portfolio, pieces: Iterable[Piece]) -> Iterator[Edition]:
    """The template, the editions of the frameworks it maps to, and every other a piece speaks to. Two queries."""
    template = portfolio.template
    yield Edition(what="template", code=f"{template.template}/{template.code}", title=template.title)
    asked = editions_asked(portfolio)
    for each in asked:
        yield Edition(what="framework", code=each.key, title=str(each), is_asked=True)
    spoken = {statement.key.rpartition("/")[0] for piece in pieces for statement in piece.statements}
    for each in editions_called(spoken - {each.key for each in asked}):
        yield Edition(what="framework", code=each.key, title=str(each))


def _fillers(sections: Iterable[Section]) -> Iterator[Named]:
    for section in sections:
        if section.written_by is not None:
            yield from names_of(section.written_by, f"the {FillerRole(section.filled_by).label}")


def _names(
    portfolio: Portfolio, items: Iterable[Item], *, signatures: Iterable[Signature], terms: Terms | None
) -> Iterator[Named]:
    yield from names_of(portfolio.person, PRACTITIONER)
    for signature in signatures:
        role = f"the {SignerRole(signature.role).label}"
        yield from names_of(signature.person, role)
        if signature.signed_for is not None:
            yield from names_of(signature.signed_for, role)
    for item in items:
        if item.evidence is not None:
            yield from names_in(item.evidence)
    yield from names_of_organisation(portfolio.organisation)
    if terms is not None:
        yield Named(name=terms.team.name, instead=TEAM, is_whole=True)
