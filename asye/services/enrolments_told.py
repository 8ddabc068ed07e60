"""Telling people that a year begins, and that a part in it is theirs or goes to somebody else."""

from datetime import datetime

from django.urls import reverse

from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from asye.choices.enrolments import Role
from asye.models import Enrolment, Part
from asye.notices.enrolments import ASSIGNED, ENROLLED, HANDED_OVER, EnrolmentContext


def tell_enrolled(enrolment: Enrolment, *, by: Actor, at: datetime) -> None:
    """Her, and everybody with a part once; whoever enrolled her knows it already."""
    day, url = in_words(enrolment.starts_on), enrolment.get_absolute_url()
    _tell(ENROLLED, enrolment.person, EnrolmentContext(who=by.label, whose="", part="", day=day, url=url), by=by, at=at)
    held: dict[int, tuple[Person, list[str]]] = {}
    for part in enrolment.parts.filter(until_on=None).select_related("person").order_by("role"):
        held.setdefault(part.person_id, (part.person, []))[1].append(str(Role(part.role).label))
    for person, roles in held.values():
        said = {"whose": enrolment.person.full_name, "part": " and ".join(roles)}
        _tell(ENROLLED, person, EnrolmentContext(who=by.label, day=day, url=url, **said), by=by, at=at)


def tell_assigned(part: Part, before: Part | None, *, by: Actor, at: datetime) -> None:
    """Whoever has the part now, she whose year it is, and the one before, who is asked to hand over."""
    year = part.enrolment
    said = {"who": by.label, "part": str(Role(part.role).label), "day": in_words(part.from_on)}
    whose, url = year.person.full_name, year.get_absolute_url()
    _tell(ASSIGNED, part.person, EnrolmentContext(whose=whose, url=url, **said), by=by, at=at)
    if before is None:
        return
    _tell(ASSIGNED, year.person, EnrolmentContext(whose="", url=url, **said), by=by, at=at)
    handing = reverse("asye:handover", args=[before.pk])
    _tell(HANDED_OVER, before.person, EnrolmentContext(whose=whose, url=handing, **said), by=by, at=at)


def _tell(kind: NoticeKind, person: Person, context: EnrolmentContext, *, by: Actor, at: datetime) -> None:
    if person.pk != by.person_id:
        notices.send(kind=kind, to=person, context=context, by=by, at=at)
