"""Whom an actor keeps in the organisation she acts in, and what of it asks for attention."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Person, User
from academy.people.choices import KEEPER_ROLES
from academy.people.models import Membership, Post, Registration, RoleHolding, Team, Terms
from academy.people.querysets import holds_on
from academy.people.selectors.directory import called
from academy.people.selectors.people import taken_in

# How far ahead something that ends is told to those who keep people.
SOON = timedelta(days=90)
MOST_FOUND = 10


@dataclass(frozen=True)
class Question:
    """One thing to ask of the people kept: a code for the address, words, and the condition."""

    code: str
    words: str
    condition: Callable[[Actor], Q]


def kept_people(actor: Actor) -> QuerySet[Person]:
    """The people the actor keeps where she acts now: who belongs there, did, or will. Nobody for who keeps nobody."""
    terms = Terms.objects.filter(
        taken_in(actor, KEEPER_ROLES), post__person_id=OuterRef("pk"), post__organisation_id=actor.organisation_id
    )
    whole = actor.organisations_where(*KEEPER_ROLES) & {actor.organisation_id}
    members = Membership.objects.filter(person_id=OuterRef("pk"), organisation_id__in=whole)
    return Person.objects.filter(Exists(terms) | Exists(members))


def kept_now(actor: Actor) -> QuerySet[Person]:
    """Of the people kept, those who have not left: with a post or membership here today or to come."""
    return kept_people(actor).filter(_has_post(actor) | Q(_memberships(actor)))


def kept_wanted(actor: Actor, *, show: str = "", name: str = "", team_id: int | None = None) -> QuerySet[Person]:
    """The people kept that a question and a name fit, by name; an unknown question asks for nothing."""
    people = called(kept_people(actor) if show == LEFT.code else kept_now(actor), name)
    for question in (*QUESTIONS, LEFT):
        if question.code == show:
            people = people.filter(question.condition(actor))
    if team_id is not None:
        team = Terms.objects.filter(_not_over(actor), post__person_id=OuterRef("pk"), team_id=team_id)
        people = people.filter(Exists(team))
    return people


def counts(actor: Actor) -> list[tuple[Question, int]]:
    """How many people each question finds, in one query each."""
    return [(question, kept_wanted(actor, show=question.code).count()) for question in QUESTIONS]


def possible_doubles(actor: Actor, *, given_name: str, family_name: str, work_email: str) -> list[Person]:
    """People the actor keeps who may be the one she is about to add: of the same name, or with the same address."""
    first = Q(given_name__iexact=given_name) | Q(known_as__iexact=given_name)
    same = first & Q(family_name__iexact=family_name)
    if work_email:
        same |= Q(work_email__iexact=work_email)
    return list(kept_people(actor).filter(same)[:MOST_FOUND])


def colleagues_called(actor: Actor, words: str) -> list[Person]:
    """The few people of the organisation, today or to come, that a name or a whole work address fits."""
    people = Person.objects.filter(_has_post(actor) | Q(_memberships(actor)))
    found = people.filter(work_email__iexact=words) if "@" in words else called(people, words)
    return list(found[: MOST_FOUND + 1])


def teams_kept(actor: Actor) -> QuerySet[Team]:
    """Teams of the organisation acted in for who keeps all of it, the ended ones too, by service and name."""
    whole = actor.organisations_where(*KEEPER_ROLES) & {actor.organisation_id}
    return Team.objects.filter(service__organisation_id__in=whole).select_related("service__organisation")


def _not_over(actor: Actor) -> Q:
    return Q(until_on=None) | Q(until_on__gte=actor.on)


def _has_post(actor: Actor) -> Exists:
    posts = Post.objects.filter(_not_over(actor), person_id=OuterRef("pk"), organisation_id=actor.organisation_id)
    return Exists(posts)


def _memberships(actor: Actor) -> Exists:
    rows = Membership.objects.filter(_not_over(actor), person_id=OuterRef("pk"), organisation_id=actor.organisation_id)
    return Exists(rows)


def _without_post(actor: Actor) -> Q:
    return Q(~_has_post(actor))


def _without_account(actor: Actor) -> Q:
    return Q(~Exists(User.objects.filter(person_id=OuterRef("pk"))))


def _post_ends(actor: Actor) -> Q:
    posts = Post.objects.filter(person_id=OuterRef("pk"), organisation_id=actor.organisation_id)
    return Q(Exists(posts.filter(until_on__range=(actor.on, actor.on + SOON))))


def _registration_ends(actor: Actor) -> Q:
    held = Registration.objects.filter(holds_on(actor.on), person_id=OuterRef("pk"))
    return Q(Exists(held.filter(expires_on__lte=actor.on + SOON)))


def _role_ends(actor: Actor) -> Q:
    held = RoleHolding.objects.filter(person_id=OuterRef("pk"), organisation_id=actor.organisation_id)
    return Q(Exists(held.filter(until_on__range=(actor.on, actor.on + SOON))))


def _left(actor: Actor) -> Q:
    return Q(~_has_post(actor)) & Q(~_memberships(actor))


QUESTIONS = (
    Question("all", "people", lambda actor: Q()),
    Question("no-post", "without a post", _without_post),
    Question("no-account", "without an account", _without_account),
    Question("post-ends", "whose post ends within 90 days", _post_ends),
    Question("registration-ends", "whose registration runs out within 90 days", _registration_ends),
    Question("role-ends", "with a role that ends within 90 days", _role_ends),
)
LEFT = Question("left", "who left", _left)
