"""Events people taught or co-ordinated, as facts."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import TEACHING
from academy.training.choices import EventState
from academy.training.models import EventTeaching


def teaching_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Events these people held, each on its last day, and as expected those they are to hold; one query."""
    held, to_come = Q(event__state=EventState.HELD, event__ends_on__lte=on), Q(event__state=EventState.OPEN)
    rows = EventTeaching.objects.filter(held | to_come & Q(event__ends_on__gte=on), person_id__in=person_ids)
    columns = ("person_id", "event_id", "event__ends_on", "event__state")
    for person_id, event_id, ends_on, state in rows.order_by("person_id", "event__ends_on", "pk").values_list(*columns):
        is_held = state == EventState.HELD
        yield Fact(
            key=TEACHING,
            person=person_id,
            on=ends_on,
            source="Event taught" if is_held else "Event to be taught",
            link=reverse("training:event", args=[event_id]),
            expected=not is_held,
        )
