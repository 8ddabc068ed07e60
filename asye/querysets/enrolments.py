"""Whose years somebody sees, and filters by how they stand.

Everything that belongs to a year is seen by those who see the year; what is narrower says so at its own model.
"""

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from academy.engines.access.querysets import barred
from academy.engines.frozen.rows import FrozenQuerySet
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.querysets import DatedQuerySet, holds_on
from academy.people.selectors.answering import taken_in
from asye.choices.enrolments import DECIDABLE, DECIDED, ENDED, UNDER_WAY

# Who runs the programme for a place, and who oversees it there (S0-78, S0-79).
RUNNERS = (RoleCode.ASYE_COORDINATOR, RoleCode.ACADEMY_LEAD)
OVERSEERS = (*RUNNERS, RoleCode.ACADEMY_STAFF, RoleCode.PRINCIPAL_SOCIAL_WORKER)
# Who decides for the employer, apart from who assesses (S0-76).
DECIDERS = (RoleCode.PRINCIPAL_SOCIAL_WORKER, RoleCode.SERVICE_MANAGER, RoleCode.CHIEF_OFFICER)


def seen(actor: Actor, prefix: str = "") -> Q:
    """A condition over rows that reach an enrolment by this prefix: it is her own; she has a part in it on her day; she
    is the line manager of the NQSW, or stands in for her; or her role oversees it where it is now.

    Whoever handed a part over sees it no more, and no part shows another's cohort.
    """
    if actor.person_id is None:
        return Q(pk__in=())
    person, organisation = f"{prefix}person_id", f"{prefix}organisation_id"
    held = apps.get_model("asye", "Part").objects.held_by(actor).filter(enrolment_id=OuterRef(f"{prefix}pk"))
    reached = Q(**{f"{organisation}__in": actor.reaches})
    manages = Q(**{f"{person}__in": actor.manages})
    oversees = taken_in(actor, *OVERSEERS, organisation=organisation, person=person)
    own = Q(**{person: actor.person_id})
    return own | (reached & (Q(Exists(held)) | manages)) | oversees


class EnrolmentQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Her own; those she has a part in; those of people she manages; those where her role oversees the programme.

        A bar takes all but her own away, and while she lacks the second factor her roles need she sees her own only.
        """
        if actor.person_id is None:
            return self.none()
        mine = Q(person_id=actor.person_id)
        if actor.lacks_second_factor:
            return self.filter(mine)
        return self.filter(mine | (seen(actor) & ~Q(barred(actor, self.model))))

    def run_by(self, actor: Actor) -> Self:
        """Those the actor runs the programme for, by her role where they are now; never her own."""
        return self.filter(taken_in(actor, *RUNNERS)).exclude(person_id=actor.person_id)

    def decided_by(self, actor: Actor) -> Self:
        """Those moderated, or decided since, that are the actor's to decide for the employer where they are: never her
        own, nor one she has or had a part in, recommended or moderated (D1-61)."""
        rows = self.filter(taken_in(actor, *DECIDERS), state__in=DECIDABLE).exclude(person_id=actor.person_id)
        return rows.exclude(_had_a_hand(actor)).exclude(barred(actor, self.model))

    def decision_read_by(self, actor: Actor) -> Self:
        """Those whose decision the actor reads: of years she sees, those she decides, and as human resources."""
        kept = taken_in(actor, RoleCode.HR) & Q(state__in=DECIDED)
        of_staff = self.filter(kept).exclude(barred(actor, self.model))
        ways = (self.visible_to(actor), self.decided_by(actor), of_staff)
        seen_so, decided, kept_so = (Q(pk__in=each.order_by().values("pk")) for each in ways)
        return self.filter(seen_so | decided | kept_so)

    def under_way(self) -> Self:
        """Those whose year runs or is paused."""
        return self.filter(state__in=UNDER_WAY)

    def not_ended(self) -> Self:
        return self.exclude(state__in=ENDED)


class PartQuerySet(DatedQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Those of the years she sees."""
        return self.filter(_of_visible(actor))

    def held_by(self, actor: Actor) -> Self:
        """Those the actor has herself on her day; not those of anybody she stands in for."""
        return self.filter(holds_on(actor.on), person_id=actor.person_id)

    def followed(self) -> Self:
        """Those that end, and that somebody has, or is to have, afterwards."""
        return self.filter(self._next())

    def not_followed(self) -> Self:
        """Those after which nobody has the part, whether they end or not."""
        return self.filter(~self._next())

    def _next(self) -> Exists:
        here = {"enrolment_id": OuterRef("enrolment_id"), "role": OuterRef("role")}
        return Exists(self.model._default_manager.filter(from_on__gt=OuterRef("until_on"), **here))


class OfEnrolmentQuerySet(models.QuerySet[Any]):
    """What belongs to a year and is seen with it."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the years she sees."""
        return self.filter(_of_visible(actor))


class FrozenOfEnrolmentQuerySet(FrozenQuerySet):
    """The same for what is never changed."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the years she sees."""
        return self.filter(_of_visible(actor))


def _had_a_hand(actor: Actor) -> Q:
    """Years in which the actor has or had a part, which she recommended, or whose recommendation she moderated."""
    of_year: dict[str, Any] = {"enrolment_id": OuterRef("pk")}
    hers = actor.person_id
    parts = apps.get_model("asye", "Part").objects.filter(person_id=hers, **of_year)
    recommended = apps.get_model("asye", "Recommendation").objects.filter(person_id=hers, **of_year)
    moderated = apps.get_model("asye", "Moderation").objects.filter(
        recorded_by_id=hers, recommendation__enrolment_id=OuterRef("pk")
    )
    return Q(Exists(parts)) | Q(Exists(recommended)) | Q(Exists(moderated))


def _of_visible(actor: Actor) -> Q:
    years = apps.get_model("asye", "Enrolment").objects.visible_to(actor)
    return Q(enrolment_id__in=years.order_by().values("pk"))
