"""Filters of courses, events, bookings, requests and completions."""

from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES
from academy.people.models import Terms
from academy.people.querysets import holds_on
from academy.training.choices import (
    LIVE,
    OPEN_REQUESTS,
    ROLES_THAT_DECIDE,
    BookingState,
    Decider,
    EventState,
    StageState,
)


class CourseQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Courses of an organisation the actor belongs to, and those whose audience takes in one of hers."""
        audience = self.model._meta.get_field("audiences").related_model
        meant = audience._default_manager.filter(organisation_id__in=actor.reaches).values("course")
        return self.filter(Q(organisation_id__in=actor.reaches) | Q(pk__in=meant))

    def offered_on(self, day: date) -> Self:
        """Courses that are not withdrawn by that day."""
        return self.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day))


class EventQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Events of courses the actor sees, and those she or somebody she answers for has or had a place with; those
        being planned only for the host's academy and who holds them."""
        course = self.model._meta.get_field("course").related_model
        kept = Q(organisation_id__in=actor.organisations_where(*ACADEMY_ROLES))
        taught = Q(pk__in=self._taught_by(actor))
        shown = Q(course__in=course._default_manager.visible_to(actor)) | Q(pk__in=self._booked_by(actor))
        return self.filter(kept | taught | (~Q(state=EventState.PLANNED) & shown))

    def _taught_by(self, actor: Actor) -> Any:
        teaching = self.model._meta.get_field("teaching").related_model
        return teaching._default_manager.filter(person_id=actor.person_id).values("event")

    def _booked_by(self, actor: Actor) -> Any:
        booking = self.model._meta.get_field("bookings").related_model
        hers = Q(person_id=actor.person_id) | Q(person_id__in=actor.manages)
        return booking._default_manager.filter(hers).values("event")

    def bookable(self, day: date) -> Self:
        """Events open for booking that have not begun."""
        return self.filter(state=EventState.OPEN, starts_on__gte=day)


class BookingQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own, those of people one answers for, and those of events one's academy hosts or one holds."""
        event = self.model._meta.get_field("event").related_model
        academies = actor.organisations_where(*ACADEMY_ROLES)
        held = event._default_manager.filter(Q(organisation_id__in=academies) | Q(teaching__person_id=actor.person_id))
        return self.filter(
            Q(person_id=actor.person_id)
            | Q(person_id__in=actor.manages)
            | Q(organisation_id__in=academies)
            | Q(event__in=held.values("pk"))
        )

    def live(self) -> Self:
        """Bookings on the way to the event."""
        return self.filter(state__in=LIVE)

    def waiting(self) -> Self:
        """The queue, first come first."""
        return self.filter(state=BookingState.WAITING).order_by("asked_at", "pk")

    def run_out(self, at: datetime) -> Self:
        """Offers and unapproved places whose time is over."""
        return self.filter(state__in=[BookingState.OFFERED, BookingState.HELD], kept_until__lte=at)

    def needing_too_long(self, day: date) -> Self:
        """Bookings that still say what somebody needed for an event that ended before that day."""
        return self.filter(event__ends_on__lt=day).exclude(access_needs="")


class RequestQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own; of others what has come to a decision that is the actor's, now or before."""
        stage = self.model._meta.get_field("stages").related_model
        decided = stage._default_manager.visible_to(actor).filter(request=OuterRef("pk"))
        return self.filter(Q(person_id=actor.person_id) | Q(Exists(decided)))

    def open(self) -> Self:
        """Submitted, and not decided or withdrawn."""
        return self.filter(state__in=OPEN_REQUESTS)


class StageQuerySet(models.QuerySet[Any]):
    def decided_by(self, actor: Actor) -> Self:
        """Decisions that are the actor's on her day, in an organisation she reaches: as line manager, by a role that
        takes the person in, as deputy of either, or because they went up to her. Nobody decides on her own request.
        """
        if actor.person_id is None:
            return self.none()
        mine = Q(escalated_to_id=actor.person_id)
        mine |= Q(decider=Decider.LINE_MANAGER, request__person_id__in=actor.manages)
        decider = actor.with_deputy_roles()
        for code in ROLES_THAT_DECIDE:
            mine |= Q(decider=code) & self._taken_in(decider, code)
        here = self.filter(mine, request__organisation_id__in=actor.reaches)
        return here.exclude(request__person_id=actor.person_id)

    def visible_to(self, actor: Actor) -> Self:
        """Decisions that are or were the actor's to make, once it was their turn."""
        return self.decided_by(actor).filter(opened_at__isnull=False)

    def _taken_in(self, actor: Actor, code: str) -> Q:
        """Requests a role answers for: all of an organisation, or of people of a service or team."""
        everywhere = Q(request__organisation_id__in=actor.organisations_where(code))
        services, teams = actor.services_where(code), actor.teams_where(code)
        if not services and not teams:
            return everywhere
        held = Terms.objects.filter(holds_on(actor.on), holds_on(actor.on, "post__"))
        placed = held.filter(Q(team__service_id__in=services) | Q(team_id__in=teams))
        here = placed.filter(post__organisation_id=OuterRef("request__organisation_id"))
        return everywhere | Q(Exists(here.filter(post__person_id=OuterRef("request__person_id"))))

    def waiting(self) -> Self:
        """Decisions somebody has to make now."""
        return self.filter(state=StageState.OPEN)


class CompletionQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own, those of people one answers for, and those of people of one's academy's organisation."""
        academies = actor.organisations_where(*ACADEMY_ROLES)
        return self.filter(
            Q(person_id=actor.person_id) | Q(person_id__in=actor.manages) | Q(organisation_id__in=academies)
        )

    def standing(self) -> Self:
        """Completions nobody withdrew."""
        return self.filter(withdrawn_at__isnull=True)


class ReviewQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Reviews of organisations whose academy the actor belongs to."""
        return self.filter(organisation_id__in=actor.organisations_where(*ACADEMY_ROLES))


class ReviewActionQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own, and those of reviews one's academy keeps."""
        academies = actor.organisations_where(*ACADEMY_ROLES)
        return self.filter(Q(owner_id=actor.person_id) | Q(review__organisation_id__in=academies))

    def open(self) -> Self:
        """Actions nobody has finished."""
        return self.filter(done_on__isnull=True)
