"""Documents made of the offer."""

from academy.engines.documents.declarations import DocumentKind, declare
from academy.training.selectors.guide_document import guide_document

GUIDE = DocumentKind(
    name="training.guide",
    title="Guide to learning",
    template="training/pdf/guide.html",
    build=guide_document,
    permission="training.offer.see",
)

declare(GUIDE)
