"""Telling people about second jobs: each of them once."""

from collections.abc import Iterable
from datetime import datetime

from academy.engines.notify.kinds import NoticeContext, NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person


def send_to(people: Iterable[Person], *, kind: NoticeKind, context: NoticeContext, by: Actor, at: datetime) -> None:
    """Tell each of them the same."""
    for person in {person.pk: person for person in people}.values():
        notices.send(kind=kind, to=person, context=context, by=by, at=at)
