"""The day a panel meets: everybody with a seat is reminded a week before, the day before and on the day."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef
from django.urls import reverse

from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from academy.people.selectors.whereabouts import reaches_on
from panels.choices.panels import MeetingState, MemberSort
from panels.models import Member

OFFSETS = tuple(Offset(days) for days in (-7, -1, 0))


def _sittings(asked: Asked) -> Iterator[Found]:
    """Each person with a seat and each meeting of the panel to come. A guest hears of the cases she is given."""
    there = reaches_on(asked.on, person="person_id", organisation="panel__organisation_id")
    held = Member.objects.held_on(asked.on).exclude(sort=MemberSort.GUEST)
    other = held.filter(panel_id=OuterRef("panel_id"), person_id=OuterRef("person_id"), pk__lt=OuterRef("pk"))
    rows = held.filter(
        there,
        ~Exists(other),
        panel__meetings__state__in=[MeetingState.GATHERING, MeetingState.OPEN],
        panel__meetings__sitting__on__range=(asked.first, asked.last),
        panel__meetings__sitting__cancelled_at=None,
    )
    yield Found(rows=rows, subject="panel__meetings__pk", due="panel__meetings__sitting__on")


def _line(told: Told) -> Line:
    return Line(f"A panel you sit on meets on {when(told)}.", reverse("panels:meeting", args=[told.subject_id]))


SITTING = Deadline(
    key="panels.meeting", title="The day a panel I sit on meets", find=_sittings, offsets=OFFSETS, line=_line
)

declare(SITTING)
