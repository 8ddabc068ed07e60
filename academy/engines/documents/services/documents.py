"""Ordering a document, and issuing it once it is made."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.db.models import Model

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.documents.declarations import MAKE, Asked, DocumentContent, DocumentKind
from academy.engines.documents.models import Issued
from academy.engines.documents.rendering import Rendered
from academy.engines.files.services.made import keep_made
from academy.engines.jobs.choices import JobStatus
from academy.engines.jobs.models import Job
from academy.engines.jobs.services.jobs import ask
from academy.identity.actor import Actor


def order(
    *, kind: DocumentKind, by: Actor, at: datetime, choices: Mapping[str, str], subject: Model | None = None
) -> Job:
    """Have a document made, about oneself or, for a kind made of a thing, about whose thing `subject` is. The same
    order, still waiting or being made, is not queued a second time.

    `choices` are codes, dates and numbers. What is made of a thing of nobody's is kept as one's own. Refuses whoever
    may not have such a document.
    """
    if by.person_id is None or not allows(kind.permission, by, subject):
        raise Refused(
            "This document is made for people with a record of their own. Ask your academy lead to add yours."
        )
    arguments = {"kind": kind.name, "person": by.person_id, "choices": [f"{name}:{choices[name]}" for name in choices]}
    if subject is not None:
        arguments |= {"person": getattr(subject, "person_id", by.person_id), "subject": subject.pk}
    waiting = Job.objects.filter(kind=MAKE, owner_id=by.person_id, arguments=arguments)
    same = waiting.filter(status__in=(JobStatus.QUEUED, JobStatus.RUNNING)).first()
    return same or ask(kind=MAKE, by=by, at=at, arguments=arguments)


def order_parts(*, kind: DocumentKind, parts: int, by: Actor, at: datetime, choices: Mapping[str, str]) -> list[Job]:
    """Have a document made in so many parts, each by a job of its own that is told its number as `part`."""
    return [order(kind=kind, by=by, at=at, choices={**choices, "part": str(part)}) for part in range(1, parts + 1)]


@command("documents.document.issue")
def issue(
    *,
    kind: DocumentKind,
    asked: Asked,
    content: DocumentContent,
    rendered: Rendered,
    order: uuid.UUID,
    by: Actor,
    at: datetime,
) -> Issued:
    """Keep a rendered document as it is, for good. An order issues once: a second time is refused by the database."""
    stored = keep_made(content=rendered.content, name=f"{content.file_name}.pdf", by=by, at=at)
    issued = Issued(
        order=order,
        code=asked.code,
        subject_id=asked.subject_id,
        fingerprint=content.fingerprint,
        kind=kind.name,
        title=content.title,
        person_id=asked.person_id,
        organisation_id=by.organisation_id,
        file=stored,
        sha256=stored.sha256,
        pages=rendered.pages,
        variant=kind.variant,
        template=kind.template,
        template_sha256=rendered.template_sha256,
        policy=content.policy,
        made_by_id=stored.owner_id,
        made_at=at,
    )
    issued.save()
    record(issued, moved=("", "issued"), note=kind.name, about=asked.person_id)
    return issued
