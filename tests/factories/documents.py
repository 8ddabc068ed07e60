"""Issued documents for tests."""

import uuid
from datetime import UTC, datetime
from typing import Any

from django.core.files.base import ContentFile

from academy.engines.documents.declarations import DocumentContent, DocumentKind
from academy.engines.documents.models import Issued
from academy.engines.documents.rendering import render, room
from academy.engines.files.services.made import keep_made
from academy.identity.models import Person
from tests.factories.files import PDF
from tests.factories.identity import actor_of

MADE_AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)


def issued(
    person: Person,
    *,
    made_by: Person | None = None,
    kind: str = "tests.letter",
    title: str = "A letter",
    **said: Any,
) -> Issued:
    """A document about a person, made by herself or by whoever is named; its bytes are a small PDF."""
    maker = made_by or person
    file = keep_made(content=ContentFile(PDF), name="letter.pdf", by=actor_of(maker), at=MADE_AT)
    made = Issued(
        order=uuid.uuid4(),
        kind=kind,
        title=title,
        person=person,
        file=file,
        sha256=file.sha256,
        pages=1,
        variant="pdf/ua-1",
        template="documents/paper.html",
        template_sha256="0" * 64,
        made_by=maker,
        made_at=MADE_AT,
        **said,
    )
    made.save()
    return made


def set_in_pages(kind: DocumentKind, content: DocumentContent) -> bytes:
    """The bytes of a document, without issuing it."""
    with room() as target:
        made: bytes = render(kind, content, target, tell=lambda per_cent, words: None).content.read()
    return made
