"""What the academy adds in its own words to the summary of a half-year of moderation."""

from datetime import datetime
from typing import cast

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.services.judging import lock_organisation, worded
from asye.rules.moderation_summary import Half
from panels.choices.panels import MOST_WORDS
from panels.models import PeriodWords
from panels.services.locking import NOT_YOURS

SEE = "panels.summary.see"


@command("panels.summary.write")
def write_words(*, organisation: Organisation, half: Half, words: str, by: Actor, at: datetime) -> PeriodWords:
    """Write what stands in the summary beside its numbers; what was written before is replaced.

    Refuses whoever neither leads the academy there nor co-ordinates the ASYE, a half-year to come, and no words or too
    many.
    """
    if not allows(SEE, by, organisation):
        raise Refused(NOT_YOURS)
    if half.first > by.on:
        raise Refused("This half-year has not begun.")
    said = worded(words, field="words", missing="Write what the numbers do not say.", most=MOST_WORDS)
    # Two presses at once make one row.
    held = lock_organisation(organisation.pk)
    row = PeriodWords.objects.filter(organisation=held, half=half.code).first()
    row = row or PeriodWords(organisation=held, half=half.code)
    row.words, row.written_by_id, row.written_at = said, cast(int, by.person_id), at
    row.save()
    record(row, changed=("words", "written_by", "written_at"), organisation=held.pk)
    return row
