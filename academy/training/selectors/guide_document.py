"""The annual guide as a document."""

from dataclasses import dataclass

from academy.engines.documents.declarations import Asked, DocumentContent
from academy.training.selectors.guide import Guide, guide_of


@dataclass(frozen=True, kw_only=True)
class GuideDocument(DocumentContent):
    """What the pages are filled with: one edition."""

    guide: Guide


def guide_document(asked: Asked) -> GuideDocument:
    """The edition of the year that was chosen, as it stands for the organisation of whoever asked."""
    guide = guide_of(asked.by, int(asked.choices["year"]))
    title = f"Guide to learning in {guide.year}"
    return GuideDocument(
        title=title,
        author=guide.academy,
        running=f"{guide.academy} · {title}",
        made_at=asked.at,
        file_name=f"guide-{guide.organisation.slug}-{guide.year}",
        guide=guide,
    )
