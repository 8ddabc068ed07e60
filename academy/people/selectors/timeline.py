"""What happened in somebody's working life, gathered for the timeline of her page."""

from collections.abc import Callable, Iterable

from django.db.models import Prefetch, Q

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Absence, Post, Registration, RoleHolding, Terms
from academy.people.rules.spans import Span, in_words
from academy.people.rules.timeline import Happening, TermsFacts, Year, by_year, of_post
from academy.people.selectors.grades import rests_on
from academy.people.selectors.sight import Sight, organisations_of_pay

TERMS = ("team__service__organisation", "job_role", "grade", "level", "line_manager", "grade_change")


def timeline_of(person: Person, actor: Actor, sight: Sight, *, seen: frozenset[int] | None) -> list[Year]:
    """Posts with every change of terms, registrations, roles and, for whom it is, absences; newest first, by year.

    A constant number of queries however long the history is. Posts and roles are those of the organisations `seen`,
    whose record the reader may see (None: all), spinal points those of the organisations whose pay she may; registers
    are public.
    """
    where = Q() if seen is None else Q(organisation_id__in=seen)
    happenings = [
        *_of_posts(person, where, _paid_by(actor, person, sight)),
        *_of_registrations(person),
        *_of_roles(person, where),
        *(_of_absences(person) if sight.absences else ()),
    ]
    return by_year(happenings)


def role_words(holding: RoleHolding) -> str:
    """A role with where it holds: Service manager, Adult Social Care, Bristol."""
    place = [str(holding.team or holding.service or ""), holding.organisation.short_name]
    return ", ".join([holding.get_role_display(), *filter(None, place)])


def _paid_by(actor: Actor, person: Person, sight: Sight) -> Callable[[int], bool]:
    """Tells of which organisations the spinal points are shown."""
    seen = organisations_of_pay(actor, person.pk) if sight.pay else frozenset()
    return lambda organisation_id: seen is None or organisation_id in seen


def _of_posts(person: Person, where: Q, shows_pay: Callable[[int], bool]) -> Iterable[Happening]:
    terms = Terms.objects.select_related(*TERMS)
    for post in Post.objects.filter(where, person=person).prefetch_related(Prefetch("terms", queryset=terms)):
        facts = [_terms(each, shows_pay(post.organisation_id)) for each in post.terms.all()]
        yield from of_post(Span(post.from_on, post.until_on), facts)


def _terms(terms: Terms, shows_pay: bool) -> TermsFacts:
    grade = ", ".join(filter(None, [terms.grade.in_words if terms.grade else "", str(terms.level or "")]))
    return TermsFacts(
        span=Span(terms.from_on, terms.until_on),
        job=terms.title,
        team=terms.team.name,
        organisation=terms.team.service.organisation.short_name,
        fte=terms.fte,
        grade=grade,
        line_manager=terms.line_manager.full_name if terms.line_manager else "",
        spinal_point=terms.spinal_point if shows_pay else None,
        reason=terms.reason,
        rests_on=rests_on(terms),
    )


def _of_registrations(person: Person) -> Iterable[Happening]:
    for entry in Registration.objects.filter(person=person).prefetch_related("annotations"):
        regulator = entry.get_regulator_display()
        number = f"Number {entry.number}."
        yield Happening(entry.from_on, "register", f"Registered with {regulator}", number)
        if entry.until_on is not None:
            yield Happening(
                entry.until_on, "register", f"Registration with {regulator} ended", f"Number {entry.number}."
            )
        for note in entry.annotations.all():
            yield Happening(note.from_on, "register", f"{note.get_kind_display()} noted on the register")
            if note.until_on is not None:
                yield Happening(note.until_on, "register", f"{note.get_kind_display()} no longer on the register")


def _of_roles(person: Person, where: Q) -> Iterable[Happening]:
    rows = RoleHolding.objects.filter(where, person=person).select_related("organisation", "service", "team")
    for holding in rows:
        until = f"Until {in_words(holding.until_on)}." if holding.until_on else ""
        yield Happening(holding.from_on, "role", role_words(holding), until)


def _of_absences(person: Person) -> Iterable[Happening]:
    for absence in Absence.objects.filter(person=person):
        until = f"Until {in_words(absence.until_on)}." if absence.until_on else "Not back yet."
        yield Happening(absence.from_on, "absence", f"Away: {absence.get_category_display().lower()}", until)
