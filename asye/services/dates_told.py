"""Telling those who have a part in a year that its dates moved."""

from datetime import datetime

from django.urls import reverse

from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from asye.models import Milestone
from asye.notices.dates import MOVED, DateContext
from asye.selectors.signing import holders


def tell_moved(milestone: Milestone, *, by: Actor, at: datetime) -> None:
    """Everybody with a part in the year, her among them, once; whoever moved it knows it already."""
    enrolment = milestone.enrolment
    people = {person.pk: person for person in holders(enrolment, by.on).values()}
    for person in people.values():
        if person.pk == by.person_id:
            continue
        whose = "" if person.pk == enrolment.person_id else enrolment.person.full_name
        said = {"what": milestone.title, "day": in_words(milestone.due_on)}
        context = DateContext(who=by.label, whose=whose, url=reverse("asye:enrolment", args=[enrolment.pk]), **said)
        notices.send(kind=MOVED, to=person, context=context, by=by, at=at)
