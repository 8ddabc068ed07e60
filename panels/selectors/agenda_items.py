"""The cases on the agenda of a meeting, as the rules read them, and those that can be put on it."""

from collections.abc import Iterable
from datetime import datetime, time

from django.db.models import QuerySet
from django.utils import timezone

from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.panels import ItemState
from panels.models import AgendaItem, Case, Meeting
from panels.rules.agenda import Item
from panels.rules.visibility import As
from panels.selectors.looked import settled_among

BESIDE = ("case__person", "case__policy", "case__grade", "case__vacancy", "case__sitting")
# Who puts cases on an agenda, and takes them off.
RUNNING = frozenset({As.CHAIR, As.CLERK, As.LEAD})
# The hour a meeting is planned from while none is set for it.
FROM = time(9, 30)


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """Everything on the agenda, in its order, with each case; what was taken off is not among it. One query."""
    rows = AgendaItem.objects.standing().filter(meeting=meeting).select_related(*BESIDE)
    return list(rows.order_by("position", "pk"))


def as_item(row: AgendaItem) -> Item:
    """An item as the rules read it."""
    return Item(
        item_id=row.pk,
        case_id=row.case_id,
        minutes=row.minutes,
        state=ItemState(row.state),
        began_at=row.began_at,
        ended_at=row.ended_at,
    )


def as_items(rows: Iterable[AgendaItem]) -> list[Item]:
    """The same of many."""
    return [as_item(row) for row in rows]


def begins_at(meeting: Meeting) -> datetime:
    """From when the agenda is planned: the hour that is set, else when it was opened, else half past nine on its day.
    The sitting is read beside the meeting."""
    planned = meeting.starts_at or meeting.opened_at
    return planned or timezone.make_aware(datetime.combine(meeting.sitting.on, FROM))


def can_come_on(meeting: Meeting, actor: Actor) -> list[Case]:
    """The cases of the panel that can be put on the agenda: settled, or opened once more and on no agenda now, of those
    the actor runs. Seven queries."""
    seen = Case.objects.at_table(actor, among=RUNNING).filter(panel_id=meeting.panel_id)
    waiting = seen.filter(state=CaseState.REVIEWS_IN).select_related("person", "policy", "grade", "vacancy")
    rows = list(waiting.order_by("reviews_in_at", "pk"))
    settled = settled_among(rows)
    again = seen.filter(state=CaseState.ON_AGENDA).exclude(items__is_off=False)
    reopened = again.select_related("person", "policy", "grade", "vacancy").order_by("pk")
    return [*(case for case in rows if case.pk in settled), *reopened]


def items_at_table(actor: Actor) -> QuerySet[AgendaItem]:
    """What stands on agendas of cases the actor sees by a part on the panel."""
    seen = Case.objects.at_table(actor).order_by().values("pk")
    return AgendaItem.objects.standing().filter(case__in=seen)


def cases_at_table(meeting: Meeting, actor: Actor) -> QuerySet[Case]:
    """The cases of the panel that meets which the actor sees by a part on it."""
    return Case.objects.at_table(actor).filter(panel_id=meeting.panel_id)


def place_of(item: AgendaItem) -> int:
    """Its place on the agenda, counted from 1. One query."""
    standing = AgendaItem.objects.standing().filter(meeting_id=item.meeting_id).order_by("position", "pk")
    return list(standing.values_list("pk", flat=True)).index(item.pk) + 1
