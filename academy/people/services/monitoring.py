"""Answering questions about oneself for equality monitoring, and taking the answers back. The audit holds that she did,
never which question or answer."""

from collections.abc import Mapping
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import MonitoringAnswer
from academy.people.selectors.monitoring import form_for
from academy.people.services.judging import lock_person

NOBODY = "Only a person answers, for herself."


@command("people.monitoring.answer")
def answer(*, answers: Mapping[str, str], by: Actor, at: datetime) -> Person:
    """Keep her answers in the place of those she gave before; a question left out has none afterwards.

    Refuses a question or an answer that is not on the form of her organisation.
    """
    person = _herself(by)
    form = form_for(by.organisation_id, on=by.on)
    known = {question.code: {code for code, _ in question.choices} for question in form.questions} if form else {}
    given = {question: code for question, code in answers.items() if code}
    if any(code not in known.get(question, ()) for question, code in given.items()):
        raise Refused("Choose only from the answers shown.")
    MonitoringAnswer.objects.filter(person=person, question__in=known).delete()
    MonitoringAnswer.objects.bulk_create(
        [MonitoringAnswer(person=person, question=name, answer=code, given_at=at) for name, code in given.items()]
    )
    record(person, moved=("", "answered"), about=person.pk)
    return person


@command("people.monitoring.take_back")
def take_back(*, by: Actor, at: datetime) -> Person:
    """Delete all her answers, also to questions that are not asked any more."""
    person = _herself(by)
    MonitoringAnswer.objects.filter(person=person).delete()
    record(person, moved=("answered", "taken back"), about=person.pk)
    return person


def _herself(by: Actor) -> Person:
    if by.person_id is None or not allows("people.monitoring.answer", by):
        raise Refused(NOBODY)
    lock_person(by.person_id)
    return Person.objects.get(pk=by.person_id)
