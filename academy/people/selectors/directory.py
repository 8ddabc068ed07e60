"""The directory: people found by name, place, job and role, with the lines that tell them apart."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import KEEPER_ROLES, RECORD_ROLES
from academy.people.models import Annotation, Membership, RoleHolding, Terms
from academy.people.querysets import holds_on
from academy.people.selectors.people import visible_to

Found = TypeVar("Found")

ANNOTATION = "annotation:"


@dataclass(frozen=True)
class Wanted:
    """What is asked for; None and "" ask for nothing. `role` is a role's code, or `annotation:` and an annotation's."""

    name: str = ""
    organisation_id: int | None = None
    service_id: int | None = None
    team_id: int | None = None
    job_role_id: int | None = None
    role: str = ""

    @property
    def asks_for_a_place(self) -> bool:
        return any((self.organisation_id, self.service_id, self.team_id, self.job_role_id))


@dataclass(frozen=True)
class Job:
    """A post as colleagues see it."""

    title: str
    grade: str
    team: str
    service: str
    organisation: str
    organisation_id: int

    @classmethod
    def of(cls, terms: Terms) -> "Job":
        organisation = terms.post.organisation
        return cls(
            title=terms.title,
            grade=terms.grade.beside_a_job if terms.grade else "",
            team=terms.team.name,
            service=terms.team.service.name,
            organisation=organisation.short_name,
            organisation_id=organisation.pk,
        )


@dataclass(frozen=True)
class Card:
    """A line of the directory."""

    person: Person
    jobs: tuple[Job, ...]
    memberships: tuple[str, ...]
    notes: tuple[str, ...]


def called(people: QuerySet[Person], words: str) -> QuerySet[Person]:
    """Of the people, those in whose name every word occurs."""
    for word in words.split():
        people = people.filter(
            Q(given_name__icontains=word) | Q(family_name__icontains=word) | Q(known_as__icontains=word)
        )
    return people


def people_wanted(actor: Actor, wanted: Wanted) -> QuerySet[Person]:
    """The people the actor may know of and asks for, by name. Places count only where the actor belongs herself."""
    people = called(visible_to(actor), wanted.name)
    if wanted.asks_for_a_place:
        people = people.filter(Exists(_terms_wanted(actor, wanted)))
    if wanted.role.startswith(ANNOTATION):
        people = people.filter(Exists(_annotations(actor, wanted.role.removeprefix(ANNOTATION))))
    elif wanted.role:
        people = people.filter(Exists(_holdings(actor, wanted)))
    return people


def cards_of(people: Sequence[Person], actor: Actor) -> list[Card]:
    """The people of one page with their present jobs where the actor belongs too, memberships for whom these are, and
    what the register notes; in three queries for however many."""
    ids = [person.pk for person in people]
    terms = present_terms(actor, ids).order_by("-post__is_primary", "post__from_on")
    jobs = _by_person((each.post.person_id, Job.of(each)) for each in terms)
    memberships = _by_person((each.person_id, membership_words(each)) for each in present_memberships(actor, ids))
    notes = _by_person(_notes_of(actor, ids))
    return [Card(each, jobs[each.pk], memberships[each.pk], notes[each.pk]) for each in people]


def present_terms(actor: Actor, people: Collection[int]) -> QuerySet[Terms]:
    """What holds today in the posts of some people, in the organisations the actor belongs to; her own everywhere."""
    own = Q(post__person_id=actor.person_id)
    return Terms.objects.filter(
        holds_on(actor.on),
        holds_on(actor.on, "post__"),
        own | Q(post__organisation_id__in=actor.reaches),
        post__person_id__in=people,
    ).select_related("post__organisation", "team__service", "job_role", "grade", "level", "line_manager")


def present_memberships(actor: Actor, people: Collection[int]) -> QuerySet[Membership]:
    """How some people belong today without a post: her own, and those of the organisations whose people the actor keeps
    or reads. Who is a candidate or guest there, colleagues and other guests do not learn."""
    whole = actor.organisations_where(*KEEPER_ROLES, *RECORD_ROLES)
    known = Q(person_id=actor.person_id) | Q(organisation_id__in=whole)
    rows = Membership.objects.filter(holds_on(actor.on), known, person_id__in=people)
    return rows.select_related("organisation")


def membership_words(membership: Membership) -> str:
    """How somebody belongs without a post: External candidate, Bristol."""
    return f"{membership.get_kind_display()}, {membership.organisation.short_name}"


def _by_person(pairs: Iterable[tuple[int, Found]]) -> dict[int, tuple[Found, ...]]:
    """What was found, by person; nothing for who is not among the pairs."""
    found: dict[int, tuple[Found, ...]] = defaultdict(tuple)
    for person_id, one in pairs:
        found[person_id] += (one,)
    return found


def _notes_of(actor: Actor, people: Collection[int]) -> list[tuple[int, str]]:
    """What registers note beside these people's names today, as pairs of person and word: AMHP, BIA."""
    rows = Annotation.objects.filter(holds_on(actor.on), registration__person_id__in=people).order_by("kind")
    return [(person_id, kind.upper()) for person_id, kind in rows.values_list("registration__person_id", "kind")]


def _terms_wanted(actor: Actor, wanted: Wanted) -> QuerySet[Terms]:
    asked = {
        "post__organisation_id": wanted.organisation_id,
        "team__service_id": wanted.service_id,
        "team_id": wanted.team_id,
        "job_role_id": wanted.job_role_id,
    }
    return Terms.objects.filter(
        holds_on(actor.on),
        holds_on(actor.on, "post__"),
        post__person_id=OuterRef("pk"),
        post__organisation_id__in=actor.reaches,
        **{name: value for name, value in asked.items() if value},
    )


def _annotations(actor: Actor, kind: str) -> QuerySet[Annotation]:
    return Annotation.objects.filter(holds_on(actor.on), registration__person_id=OuterRef("pk"), kind=kind)


def _holdings(actor: Actor, wanted: Wanted) -> QuerySet[RoleHolding]:
    places = {wanted.organisation_id} & actor.reaches if wanted.organisation_id else actor.reaches
    return RoleHolding.objects.filter(
        holds_on(actor.on), person_id=OuterRef("pk"), role=wanted.role, organisation_id__in=places
    )
