"""Telling people of a piece of evidence: who did something, and where it stands. No mail holds a word of it."""

from datetime import datetime

from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from portfolios.models import Evidence
from portfolios.notices.evidence import EvidenceContext
from portfolios.querysets.evidence import HIDDEN_FROM_OTHERS


def tell(kind: NoticeKind, evidence: Evidence, *, to: Person, by: Actor, at: datetime) -> None:
    """Tell somebody, with the page of the piece where she may still open it."""
    may_open = to.pk == evidence.person_id or evidence.state not in HIDDEN_FROM_OTHERS
    url = evidence.get_absolute_url() if may_open else ""
    context = EvidenceContext(who=by.label, what=evidence.kind_words.lower(), url=url)
    notices.send(kind=kind, to=to, context=context, by=by, at=at)
