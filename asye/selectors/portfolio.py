"""The portfolio of a year: which one it is, and who reads it by a part in the year."""

from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class Readers:
    """Who reads it by a part, with the last day of it (None where no end is known): by the line manager's, which a
    deputy shares, and by others that last longer than that one."""

    managers: dict[Person, date | None] = field(default_factory=dict)
    others: dict[Person, date | None] = field(default_factory=dict)


def readers_by_part(enrolment: Enrolment, *, on: date) -> Readers:
    """Who reads the portfolio on the day by a part in the year. Nobody once the year has ended, and nobody who has left
    the employer. One query."""
    if enrolment.state in ENDED:
        return Readers()
    there = reaches_on(on, person="person_id", organisation="enrolment__organisation_id")
    roles = READ_IT | set(rules_of(enrolment.policy).attends)
    parts = Part.objects.filter(holds_on(on), there, enrolment=enrolment, role__in=roles).select_related("person")
    found = Readers()
    for part in parts.order_by("pk"):
        held = found.managers if part.role == Role.MANAGER else found.others
        held[part.person] = _later(held.get(part.person, part.until_on), part.until_on)
    longer = {
        person: until_on
        for person, until_on in found.others.items()
        if person not in found.managers or _later(found.managers[person], until_on) != found.managers[person]
    }
    return Readers(found.managers, longer)


def _later(one: date | None, other: date | None) -> date | None:
    """The later of two last days; no end is the latest."""
    return None if one is None or other is None else max(one, other)
