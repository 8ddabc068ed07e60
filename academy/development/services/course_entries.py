"""A draft the portal lays into somebody's log after a course, for her to finish or to throw away."""

from datetime import datetime

from academy.development.choices import MOST_TITLE, Kind, Way
from academy.development.models import Entry
from academy.development.rules.course_entries import Learning
from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person


@command("development.entry.offer")
def offer_from_course(
    *, author: Person, organisation: Organisation, learning: Learning, by: Actor, at: datetime
) -> Entry:
    """Begin a draft of hers with what the portal knows of a course: kind, way, days, hours, title and statements.

    Offered once for each origin: the second time it is the entry there is, however it stands by now, also withdrawn.
    It is hers alone, and it says nothing in her name. Who may cause it is judged by the command this is part of.
    """
    entry, is_new = Entry.objects.get_or_create(
        author=author,
        token=learning.token,
        defaults={
            "organisation": organisation,
            "kind": Kind.COURSE,
            "way": Way.FORMAL,
            "title": learning.title[:MOST_TITLE],
            "started_on": learning.started_on,
            "ended_on": learning.ended_on if learning.ended_on > learning.started_on else None,
            "hours": learning.hours,
            "created_at": at,
            "changed_at": at,
        },
    )
    if is_new:
        entry.statements.set(learning.statement_ids)
    record(entry, about=author.pk, organisation=organisation.pk)
    return entry
