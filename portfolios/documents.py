"""Documents made of what was handed in."""

from academy.engines.documents.declarations import ARCHIVED, UNCLAIMED, DocumentKind, declare
from portfolios.choices.editions import PaperEdition
from portfolios.selectors.editions import PARTS, STYLES, TEMPLATE, full_edition, nameless_edition, reading_copy

SUBJECT = "portfolios.Snapshot"
SEE = "portfolios.portfolio.see"

FULL = DocumentKind(
    name="portfolios.full_edition",
    title="Full edition",
    template=TEMPLATE,
    build=full_edition,
    permission=SEE,
    variant=ARCHIVED,
    subject=SUBJECT,
    parts=PARTS,
    stylesheets=STYLES,
)
READING = DocumentKind(
    name="portfolios.reading_copy",
    title="Reading copy",
    template=TEMPLATE,
    build=reading_copy,
    permission=SEE,
    variant=UNCLAIMED,
    subject=SUBJECT,
    parts=(*PARTS, "documents/enclosures.html"),
    stylesheets=STYLES,
)
NAMELESS = DocumentKind(
    name="portfolios.nameless_edition",
    title="Edition without names",
    template=TEMPLATE,
    build=nameless_edition,
    permission=SEE,
    variant=ARCHIVED,
    subject=SUBJECT,
    parts=PARTS,
    stylesheets=STYLES,
)

declare(FULL, READING, NAMELESS)

KINDS = {PaperEdition.FULL: FULL, PaperEdition.READING: READING, PaperEdition.NAMELESS: NAMELESS}
