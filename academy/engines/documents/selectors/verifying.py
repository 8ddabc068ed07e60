"""Whether a file is a document the portal issued. Nothing is told of whom it is about."""

from dataclasses import dataclass
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.documents.declarations import kind_called
from academy.engines.documents.models import Issued
from academy.identity.actor import Actor

READ = "documents.issued.read"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What can be told of something shown. `by_file` is whether the file itself was; `title` and `url` are there only
    for somebody who may read the document."""

    is_ours: bool
    by_file: bool
    kind: str = ""
    made_at: datetime | None = None
    pages: int = 0
    code: str = ""
    title: str = ""
    url: str = ""


def verdict_on_file(sha256: str, actor: Actor | None) -> Verdict:
    """Is there an issued document of exactly these bytes? Also one whose bytes are deleted by now."""
    found = Issued.objects.filter(sha256=sha256).first()
    return _told(found, actor, by_file=True)


def verdict_on_numbers(code: str, fingerprint: str, actor: Actor | None) -> Verdict:
    """Is there an issued document of this number whose fingerprint begins so? Both must fit."""
    found = Issued.objects.filter(code=code, fingerprint__startswith=fingerprint).exclude(code="").first()
    return _told(found, actor, by_file=False)


def _told(found: Issued | None, actor: Actor | None, *, by_file: bool) -> Verdict:
    if found is None:
        return Verdict(is_ours=False, by_file=by_file)
    may_read = actor is not None and allows(READ, actor, found) and _is_open(found, actor)
    return Verdict(
        is_ours=True,
        by_file=by_file,
        kind=kind_called(found.kind).title,
        made_at=found.made_at,
        pages=found.pages,
        code=found.code,
        title=found.title if may_read else "",
        url=found.get_absolute_url() if may_read else "",
    )


def _is_open(found: Issued, actor: Actor) -> bool:
    return Issued.objects.visible_to(actor).given_out().filter(pk=found.pk).exists()
