"""What was told to the practitioner, written down by her and read back (D7-06)."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from portfolios.choices.evidence import NAMELESS, Way
from portfolios.models import Evidence, Feedback
from portfolios.rules.feedback import Said
from portfolios.services.feedback_answers import checked
from portfolios.services.feedback_asks import Wish, begin
from portfolios.workflow import EVIDENCE


@dataclass(frozen=True, kw_only=True)
class Told:
    """What somebody told: about what, from whom, her words, and that they were read back to her. A professional or a
    manager is named, with what she does."""

    title: str
    giver: str
    said: Said
    token: uuid.UUID
    is_read_back: bool
    name: str = ""
    role: str = ""


@command("portfolios.feedback.keep_told")
def keep_told(*, told: Told, by: Actor, at: datetime) -> Evidence:
    """Keep what was told to the practitioner, as she wrote it down and read it back. It is complete at once.

    Refuses what was not read back, a professional without a name, and what `answer` and `begin` refuse.
    """
    if not told.is_read_back:
        raise Refused("Read it back first, so that it is what was said. Then tick the box.", field="read_back")
    is_named = told.giver not in NAMELESS
    if is_named and not told.name.strip():
        raise Refused("Write who said it.", field="name")
    named = {"name": told.name, "role": told.role} if is_named else {}
    wish = Wish(title=told.title, giver=told.giver, token=told.token)
    evidence = begin(wish=wish, way=Way.TOLD, by=by, at=at, **named)
    values = checked(evidence, told.said, by=by)
    Feedback.objects.filter(pk=evidence.pk).update(**values, given_at=at, read_at=at)
    moved = {"happened_on": told.said.on or by.on, "changed_at": at}
    kept = apply(EVIDENCE, "keep", evidence, by=by, at=at, values=moved)
    kept.refresh_from_db()
    return kept
