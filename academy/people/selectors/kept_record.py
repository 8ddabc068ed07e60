"""What of a person somebody keeps: everything dated about her in one organisation, and what comes next."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Person, User
from academy.people.choices import MembershipKind
from academy.people.models import (
    Absence,
    Annotation,
    Deputy,
    Invitation,
    Membership,
    Post,
    Registration,
    RoleHolding,
    Terms,
)
from academy.people.rules.next_steps import NextStep, WayIn, next_step


@dataclass(frozen=True)
class KeptRecord:
    """Posts with their terms, memberships, roles and deputies of one organisation; registrations; absences for whom
    they are (empty otherwise). `next_step` is what a new starter's record still needs."""

    person: Person
    posts: list[Post]
    memberships: list[Membership]
    registrations: list[Registration]
    roles: list[RoleHolding]
    deputies: list[Deputy]
    absences: list[Absence]
    has_account: bool
    is_invited: bool
    is_here: bool
    next_step: NextStep | None


def kept_record(person: Person, actor: Actor, *, absences: bool) -> KeptRecord:
    """The record in ten queries, however long it is; today's and coming things only, the past is on her page."""
    here = actor.organisation_id
    posts = list(_not_over(person.posts.filter(organisation_id=here), actor).prefetch_related(_terms()))
    memberships = list(_not_over(person.memberships.filter(organisation_id=here), actor))
    registrations = list(person.registrations.unended().prefetch_related(_annotations()))
    has_account = User.objects.filter(person=person).exists()
    is_invited = Invitation.objects.filter(person=person, accepted_at=None, withdrawn_at=None).exists()
    way = WayIn(
        awaits_post=not posts and any(each.kind == MembershipKind.STARTER for each in memberships),
        is_registered_job=any(terms.job_role.is_registered for post in posts for terms in list(post.terms.all())[:1]),
        is_registered=bool(registrations),
        has_account=has_account,
        is_invited=is_invited,
        is_here=bool(posts or memberships),
    )
    return KeptRecord(
        person=person,
        posts=posts,
        memberships=memberships,
        registrations=registrations,
        roles=list(_not_over(_roles(person, here), actor)),
        deputies=list(_not_over(person.deputies.filter(organisation_id=here).select_related("deputy"), actor)),
        absences=list(_not_over(person.absences.all(), actor)) if absences else [],
        has_account=has_account,
        is_invited=is_invited,
        is_here=way.is_here,
        next_step=next_step(way),
    )


def _not_over(rows: QuerySet, actor: Actor) -> QuerySet:
    return rows.exclude(until_on__lt=actor.on)


def _terms() -> Prefetch:
    """Newest first, as the model orders them."""
    return Prefetch("terms", queryset=Terms.objects.select_related("team", "job_role", "grade", "line_manager"))


def _annotations() -> Prefetch:
    return Prefetch("annotations", queryset=Annotation.objects.unended())


def _roles(person: Person, organisation_id: int | None) -> QuerySet:
    held = RoleHolding.objects.filter(person=person, organisation_id=organisation_id)
    return held.select_related("organisation", "service", "team")
