"""A whole edition of a ladder as a document: the full plan of an employer's career pathways."""

from dataclasses import dataclass

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked, DocumentContent
from pathways.models import LadderVersion
from pathways.selectors.editions import EditionSaid, edition_said, editions_seen
from pathways.selectors.ladders import ladder_of


@dataclass(frozen=True, kw_only=True)
class EditionDocument(DocumentContent):
    """What the pages are filled with."""

    version: LadderVersion
    academy: str
    said: EditionSaid


def edition_document(asked: Asked) -> EditionDocument:
    """The edition that was chosen. Refuses one that whoever asked may not read."""
    version = editions_seen(asked.by).filter(pk=asked.choices["edition"]).first()
    if version is None:
        raise Refused("This edition of the ladder was withdrawn. Choose another one under Ladders.")
    ladder = ladder_of(version)
    academy = version.organisation.academy_name or version.organisation.name
    return EditionDocument(
        title=version.title,
        author=academy,
        running=f"{academy} · {version.title}",
        made_at=asked.at,
        file_name=f"pathways-{version.organisation.slug}-{version.ladder}-{version.code}",
        policy=str(version)[:120],
        version=version,
        academy=academy,
        said=edition_said(ladder.content, home=ladder.home, title=version.title, on=asked.by.on),
    )
