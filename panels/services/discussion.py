"""What is discussed of a case, in one text two may write: whoever writes on from an earlier one is told."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.services.judging import worded
from panels.choices.panels import MOST_WORDS, ItemState, MeetingState
from panels.models import AgendaItem, Discussion, Meeting
from panels.rules.agenda import NOT_OPEN
from panels.services.locking import locked

RUN = "panels.item.run"
NOT_YET = "This case has not been on the table. Call it first, then write."
OVERTAKEN = "Somebody else has written since you opened this. Read both texts, and keep what is to stand."


class Overtaken(Refused):
    """Somebody else kept another text meanwhile: `kept` is what stands now, `revision` its number."""

    def __init__(self, *, kept: str, revision: int) -> None:
        super().__init__(OVERTAKEN, field="words")
        self.kept = kept
        self.revision = revision


@command("panels.discussion.keep")
def keep(*, item: AgendaItem, words: str, revision: int, by: Actor, at: datetime) -> Discussion:
    """Keep what is discussed of a case, written on from the text of that revision; 0 where there was none.

    Refuses whoever neither chairs nor clerks the case, a meeting that is not open, a case not yet on the table, more
    than is kept, and (as `Overtaken`, with the text that stands) what was written on from an earlier text.
    """
    case = locked(item.case, RUN, by=by)
    current = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if Meeting.objects.get(pk=current.meeting_id).state != MeetingState.OPEN:
        raise Refused(NOT_OPEN)
    if current.state == ItemState.WAITING and current.began_at is None:
        raise Refused(NOT_YET)
    said = worded(words, field="words", most=MOST_WORDS)
    stands = Discussion.objects.filter(item=current).first()
    if stands is not None and stands.revision != revision:
        raise Overtaken(kept=stands.words, revision=stands.revision)
    made = _written(current, said, stands=stands, by=by, at=at)
    record(made, changed=("words", "revision"), about=case.person_id, organisation=case.organisation_id)
    return made


def put_down(item: AgendaItem, line: str, *, by: Actor, at: datetime) -> None:
    """Add a line to what was discussed, for a command that records it; the item is locked there. What was written
    before stays, shortened at its end where both are more than is kept."""
    stands = Discussion.objects.filter(item=item).first()
    before = stands.words[: MOST_WORDS - len(line) - 2] if stands is not None else ""
    _written(item, "\n\n".join(part for part in (before, line) if part), stands=stands, by=by, at=at)


def _written(item: AgendaItem, words: str, *, stands: Discussion | None, by: Actor, at: datetime) -> Discussion:
    row = stands or Discussion(item=item)
    row.words, row.revision = words, row.revision + 1
    row.changed_by, row.changed_at = Person.objects.get(pk=by.person_id), at
    row.save()
    return row
