"""The portfolio of a year: which one it is, and who reads it by a part in the year."""

from datetime import date
from typing import Any

from academy.identity.models import Person
from academy.people.querysets import holds_on
from academy.people.selectors.whereabouts import reaches_on
from asye.choices.enrolments import ENDED, Role
from asye.models import Enrolment, Part
from asye.selectors.policies import rules_of
from portfolios.selectors.opened import opened_by

SOURCE = "asye"
# Those who assess and answer for her, and whoever else the policy has come to reviews (D7-09).
READ_IT = frozenset({Role.ASSESSOR, Role.PRACTICE_ASSESSOR, Role.MANAGER})


def reference_of(enrolment: Enrolment) -> str:
    """The name of a year among what opens portfolios."""
    return str(enrolment.pk)


def portfolio_of(enrolment: Enrolment) -> Any:
    """The portfolio that was opened for the year and not withdrawn; None where there is none. One query; who asks is
    judged by the caller."""
    return opened_by(SOURCE, [reference_of(enrolment)]).get(reference_of(enrolment))


def readers_by_part(enrolment: Enrolment, *, on: date) -> dict[Person, date | None]:
    """Who reads the portfolio on the day by a part in the year, with the last day of it; None where no end is known.

    Nobody once the year has ended, and nobody who has left the employer. One query.
    """
    if enrolment.state in ENDED:
        return {}
    there = reaches_on(on, person="person_id", organisation="enrolment__organisation_id")
    roles = READ_IT | set(rules_of(enrolment.policy).attends)
    parts = Part.objects.filter(holds_on(on), there, enrolment=enrolment, role__in=roles).select_related("person")
    found: dict[Person, date | None] = {}
    for part in parts.order_by("pk"):
        before = found.get(part.person, part.until_on)
        found[part.person] = None if before is None or part.until_on is None else max(before, part.until_on)
    return found
