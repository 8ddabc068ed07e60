"""Whoever was named to read a draw from outside writes what she thinks of a case. It changes no outcome (D1-64)."""

from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.people.services.judging import worded
from panels.choices.panels import MOST_WORDS
from panels.models import Sampled
from panels.notices import moderation as told
from panels.selectors.wording import of_draw
from panels.services.locking import NOT_YOURS

ANSWER = "panels.sample.answer"
NOTED = "What came back of this case is noted already, by somebody else. Speak with whoever asked you."


@command("panels.sample.answer")
def answer(*, sampled: Sampled, feedback: str, by: Actor, at: datetime) -> Sampled:
    """Write what she thinks of a cleared case, or write it anew; whoever drew it is told, as it comes first.

    Refuses whoever was not named, or whose days are over, a case that is not cleared, no words, and a case of which
    somebody else noted what came back.
    """
    rows = Sampled.objects.filter(pk__in=Sampled.objects.read_outside_by(by).filter(pk=sampled.pk).values("pk"))
    held = rows.select_for_update(of=("self",)).select_related("sample__organisation", "sample__drawn_by", "case")
    current = held.first()
    if current is None or not allows(ANSWER, by, current):
        raise Refused(NOT_YOURS)
    if current.received_by_id not in (None, by.person_id):
        raise Refused(NOTED)
    words = worded(feedback, field="feedback", most=MOST_WORDS)
    if not words:
        raise Refused("Write what you think of it.", field="feedback")
    is_new = current.received_on is None
    current.feedback, current.received_on, current.received_by_id = words, by.on, by.person_id
    changed = ("feedback", "received_on", "received_by")
    current.save(update_fields=list(changed))
    record(current, changed=changed, about=current.case.person_id, organisation=current.organisation_id)
    if is_new:
        sample = current.sample
        context = told.SampleContext(
            draw=of_draw(sample), employer=sample.organisation.name, url=sample.get_absolute_url()
        )
        notices.send(kind=told.CAME_BACK, to=sample.drawn_by, context=context, by=by, at=at)
    return current
