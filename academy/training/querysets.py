"""Filters of courses, events, bookings, requests and completions."""

from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES
from academy.training.choices import LIVE, OPEN_REQUESTS, SEATED, BookingState, EventState, RequestState


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
        """Events of courses the actor sees; those being planned only for the host's academy and who holds them."""
        course = self.model._meta.get_field("course").related_model
        kept = Q(organisation_id__in=actor.organisations_where(*ACADEMY_ROLES))
        taught = Q(pk__in=self._taught_by(actor))
        shown = ~Q(state=EventState.PLANNED) & Q(course__in=course._default_manager.visible_to(actor))
        return self.filter(kept | taught | shown)

    def _taught_by(self, actor: Actor) -> Any:
        teaching = self.model._meta.get_field("teaching").related_model
        return teaching._default_manager.filter(person_id=actor.person_id).values("event")

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

    def seated(self) -> Self:
        """Bookings that take a seat: offered, held and after the event."""
        return self.filter(state__in=SEATED)

    def live(self) -> Self:
        """Bookings on the way to the event."""
        return self.filter(state__in=LIVE)

    def waiting(self) -> Self:
        """The queue, first come first."""
        return self.filter(state=BookingState.WAITING).order_by("asked_at", "pk")

    def run_out(self, at: datetime) -> Self:
        """Offers and unapproved places whose time is over."""
        return self.filter(state__in=[BookingState.OFFERED, BookingState.HELD], kept_until__lte=at)


class RequestQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own; of others only what was submitted: of people one answers for, and what one is asked to decide."""
        stage = self.model._meta.get_field("stages").related_model
        escalated = stage._default_manager.filter(escalated_to_id=actor.person_id).values("request")
        submitted = Q(submitted_at__isnull=False)
        others = Q(person_id__in=actor.manages) | Q(pk__in=escalated)
        return self.filter(Q(person_id=actor.person_id) | submitted & others)

    def open(self) -> Self:
        """Submitted, and not decided or withdrawn."""
        return self.filter(state__in=OPEN_REQUESTS)

    def approved(self) -> Self:
        return self.filter(state=RequestState.APPROVED)


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
