"""Documents of pathways: one's own plan, and a whole edition."""

from academy.engines.documents.declarations import DocumentKind, declare
from pathways.selectors.edition_document import edition_document
from pathways.selectors.plan_document import plan_document

PLAN = DocumentKind(
    name="pathways.plan",
    title="My pathways plan",
    template="pathways/pdf/plan.html",
    build=plan_document,
    permission="pathways.ladder.see",
)
EDITION = DocumentKind(
    name="pathways.edition",
    title="Pathways plan",
    template="pathways/pdf/edition.html",
    build=edition_document,
    permission="pathways.ladder.see",
)

declare(PLAN, EDITION)
