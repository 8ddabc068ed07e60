"""Telling people that a year begins, and that a part in it is theirs or goes to somebody else."""

from datetime import datetime

from django.urls import reverse

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from asye.choices.enrolments import Role
from asye.models import Enrolment, Part
from asye.notices.enrolments import ASSIGNED, ENROLLED, HANDED_OVER
from asye.services.telling import tell


def tell_enrolled(enrolment: Enrolment, *, by: Actor, at: datetime) -> None:
    """Her, and everybody with a part once, with all the parts she has."""
    day = in_words(enrolment.starts_on)
    tell(ENROLLED, enrolment, to=[enrolment.person], part="", day=day, by=by, at=at)
    held: dict[int, tuple[Person, list[str]]] = {}
    for part in enrolment.parts.filter(until_on=None).select_related("person").order_by("role"):
        held.setdefault(part.person_id, (part.person, []))[1].append(str(Role(part.role).label))
    for person, roles in held.values():
        tell(ENROLLED, enrolment, to=[person], part=" and ".join(roles), day=day, by=by, at=at)


def tell_assigned(part: Part, before: Part | None, *, by: Actor, at: datetime) -> None:
    """Whoever has the part now; where it changes hands, also she whose year it is, and the one before, who is asked to
    hand over."""
    said = {"part": str(Role(part.role).label), "day": in_words(part.from_on)}
    handed = [part.enrolment.person] if before is not None else []
    tell(ASSIGNED, part.enrolment, to=[part.person, *handed], by=by, at=at, **said)
    if before is not None:
        handing = reverse("asye:handover", args=[before.pk])
        tell(HANDED_OVER, part.enrolment, to=[before.person], url=handing, by=by, at=at, **said)
