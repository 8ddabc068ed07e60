"""Filling a kind's template: subject and text for the inbox, and the whole text of the mail."""

from dataclasses import dataclass, fields
from typing import Any

from django.conf import settings
from django.template import Context, Engine
from django.utils.text import Truncator

from academy.engines.notify.kinds import NoticeContext, NoticeKind
from academy.identity.models import Person

SUBJECT_LENGTH = 200


@dataclass(frozen=True)
class Outsider:
    """Somebody the portal has no record of: what to call her, and where her mail goes."""

    short_name: str
    address: str


@dataclass(frozen=True)
class Attachment:
    """A small text file that goes with a mail, such as a calendar file: its name, its media type, and what it says."""

    name: str
    media_type: str
    text: str


@dataclass(frozen=True)
class Written:
    """A notice in words."""

    subject: str
    body: str


def written(kind: NoticeKind, context: NoticeContext) -> Written:
    """The notice in words. Refuses with TypeError a context that is not of the kind's type."""
    if not isinstance(context, kind.context_type):
        raise TypeError(f"{kind.name} is filled with {kind.context_type.__name__}, not {type(context).__name__}.")
    values = {field.name: getattr(context, field.name) for field in fields(context)}
    subject, _, body = _plain(kind.template, values).strip().partition("\n")
    return Written(subject=Truncator(subject.strip()).chars(SUBJECT_LENGTH), body=body.strip())


def mail_text(words: Written, *, to: Person | Outsider, url: str) -> str:
    """The mail's text: greeting, the notice, the full address of its page, who sends it."""
    page = f"{settings.PORTAL_ADDRESS}{url}" if url else ""
    return _plain("notify/email/frame.txt", {"name": to.short_name, "body": words.body, "page": page})


def _plain(template: str, values: dict[str, Any]) -> str:
    """Plain text: names keep their apostrophes, because no browser reads this as markup."""
    found = Engine.get_default().get_template(template)
    return str(found.render(Context(values, autoescape=False)))
