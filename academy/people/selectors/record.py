"""One person's record as a reader may see it: what she does today, and how it came about."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Deputy, Registration, RoleHolding, Terms
from academy.people.querysets import holds_on
from academy.people.rules.spans import Span, in_words
from academy.people.rules.timeline import Year
from academy.people.selectors.directory import Job, membership_words, present_memberships, present_terms
from academy.people.selectors.sight import Sight, organisations_of_record
from academy.people.selectors.timeline import role_words, timeline_of


@dataclass(frozen=True)
class JobToday:
    """A post today, with who answers for her there; `hours` is empty for a reader who may not see the record."""

    job: Job
    line_manager: Person | None
    hours: str


@dataclass(frozen=True)
class RegistrationToday:
    """An entry in a register as the public register shows it."""

    regulator: str
    number: str
    expires: str
    notes: str


@dataclass(frozen=True)
class RecordPage:
    """The person page. `timeline` is empty for a reader who may not see the record."""

    person: Person
    jobs: list[JobToday]
    memberships: list[str]
    registrations: list[RegistrationToday]
    roles: list[str]
    deputies: list[Person]
    timeline: list[Year]


def record_of(person: Person, actor: Actor, sight: Sight) -> RecordPage:
    """What the reader may see of the person on her day, in a number of queries that the length of the history does not
    change. Roles and jobs show where the reader belongs, too; the person herself sees all."""
    seen = organisations_of_record(actor, person.pk) if sight.record else frozenset()
    return RecordPage(
        person=person,
        jobs=[_job(terms, seen) for terms in present_terms(actor, [person.pk])],
        memberships=[membership_words(each) for each in present_memberships(actor, [person.pk])],
        registrations=[_registration(each, actor) for each in _registrations(person, actor)],
        roles=[role_words(each) for each in _holdings(person, actor)],
        deputies=[row.deputy for row in _deputies(person, actor)],
        timeline=timeline_of(person, actor, sight, seen=seen) if sight.record else [],
    )


def _job(terms: Terms, seen: frozenset[int] | None) -> JobToday:
    job = Job.of(terms)
    hours = f"{terms.fte} of full time" if seen is None or job.organisation_id in seen else ""
    return JobToday(job=job, line_manager=terms.line_manager, hours=hours)


def _registrations(person: Person, actor: Actor) -> QuerySet[Registration]:
    return Registration.objects.held_on(actor.on).filter(person=person).prefetch_related("annotations")


def _registration(registration: Registration, actor: Actor) -> RegistrationToday:
    notes = [
        note.get_kind_display()
        for note in registration.annotations.all()
        if Span(note.from_on, note.until_on).holds_on(actor.on)
    ]
    return RegistrationToday(
        regulator=registration.get_regulator_display(),
        number=registration.number,
        expires=in_words(registration.expires_on) if registration.expires_on else "",
        notes=", ".join(notes),
    )


def _holdings(person: Person, actor: Actor) -> QuerySet[RoleHolding]:
    held = RoleHolding.objects.filter(holds_on(actor.on), _where_reader_belongs(person, actor), person=person)
    return held.select_related("organisation", "service", "team")


def _deputies(person: Person, actor: Actor) -> QuerySet[Deputy]:
    named = Deputy.objects.filter(holds_on(actor.on), _where_reader_belongs(person, actor), person=person)
    return named.select_related("deputy")


def _where_reader_belongs(person: Person, actor: Actor) -> Q:
    return Q() if person.pk == actor.person_id else Q(organisation_id__in=actor.reaches)
