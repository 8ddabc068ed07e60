"""What people finished, as facts, and how many completions came from which platform."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse

from academy.engines.facts.facts import Fact
from academy.identity.actor import Actor
from academy.training.choices import CompletionSource
from academy.training.models import Completion, Platform
from academy.training.rules.gains import Asked, CourseRow
from academy.training.selectors.gains import course_columns, giving


def completion_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """What these people finished by the day and what it gave them: completions, awards and credits; one query.

    The credits of a course count once, from the first time it was finished.
    """
    asked = Asked.by(keys)
    found = Completion.objects.standing().filter(giving(asked, "course__"), person_id__in=person_ids)
    rows = found.filter(completed_on__lte=on).order_by("person_id", "completed_on", "pk")
    columns = ("person_id", "completed_on", "valid_until", "source", *course_columns("course__"))
    credited: set[tuple[int, int]] = set()
    link = reverse("training:record")
    for row in rows.values_list(*columns):
        person_id, completed_on, valid_until, source = row[:4]
        course = CourseRow(*row[4:])
        for gain in asked.gains(course):
            if gain.is_once and (person_id, course.pk) in credited:
                continue
            credited.update([(person_id, course.pk)] if gain.is_once else ())
            yield Fact(
                key=gain.key,
                person=person_id,
                on=completed_on,
                until=None if gain.is_once else valid_until,
                quantity=gain.quantity,
                level=gain.level,
                source=str(CompletionSource(source).label),
                link=link,
            )


def platforms_counted(actor: Actor) -> list[Platform]:
    """The platforms of the organisation acted in, each with `taken_in`: its completions that stand; one query."""
    own = Platform.objects.filter(organisation_id=actor.organisation_id)
    return list(own.annotate(taken_in=Count("completions", filter=Q(completions__withdrawn_at=None))))
