"""What rows about completions are matched with: staff, courses and platforms of one organisation."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from academy.identity.models import Person
from academy.people.models import Registration
from academy.people.querysets import holds_on
from academy.training.models import Completion, Course, Platform


@dataclass(frozen=True)
class Known:
    """People by e-mail and registration number, courses and platforms by code, and what was taken in before.

    `taken_in` says, by platform and outside id, which person, course and day a completion is of.
    """

    people: dict[str, int] = field(default_factory=dict)
    courses: dict[str, Course] = field(default_factory=dict)
    platforms: dict[str, int] = field(default_factory=dict)
    taken_in: dict[tuple[int, str], tuple[int, int, date]] = field(default_factory=dict)


def known_in(organisation_id: int | None, *, on: date) -> Known:
    """Everything rows of this organisation may name; five queries. People are those who belong there on the day.

    An e-mail or number two people have is nobody's: it does not say who is meant.
    """
    platforms = dict(Platform.objects.filter(organisation_id=organisation_id).values_list("code", "pk"))
    before = Completion.objects.filter(platform__in=platforms.values())
    columns = ("platform_id", "outside_id", "person_id", "course_id", "completed_on")
    return Known(
        people=_people(organisation_id, on=on),
        courses={course.code: course for course in Course.objects.filter(organisation_id=organisation_id)},
        platforms=platforms,
        taken_in={(row[0], row[1]): (row[2], row[3], row[4]) for row in before.values_list(*columns)},
    )


def _people(organisation_id: int | None, *, on: date) -> dict[str, int]:
    here = Q(holds_on(on, "posts__"), posts__organisation_id=organisation_id) | Q(
        holds_on(on, "memberships__"), memberships__organisation_id=organisation_id
    )
    people = Person.objects.filter(here).distinct()
    mails = [(mail.casefold(), pk) for pk, mail in people.exclude(work_email="").values_list("pk", "work_email")]
    registered = Registration.objects.filter(person__in=people).values_list("person_id", "number")
    said = set(mails) | {("".join(number.split()).casefold(), pk) for pk, number in registered}
    times = Counter(name for name, _ in said)
    return {name: pk for name, pk in said if times[name] == 1}
