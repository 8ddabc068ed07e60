"""Putting a plan into one's list and calendar, taking it along as a file, and ticking its dates off."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from academy.engines.access.acts import Act
from academy.engines.access.views import Door
from academy.engines.audit.commands import Refused
from pathways.models import Milestone, Sitting
from pathways.rules.calendar import CalendarDate, dates_file
from pathways.selectors.milestones import dates_ahead, plan_address
from pathways.selectors.planning import closing_of, plan_towards
from pathways.services.milestones import put_in, tick
from pathways.views.why import OfStep


class PutIn(OfStep, Act):
    """Put the dates that lead to a sitting into one's list and calendar, instead of those of an earlier plan."""

    permission = "pathways.ladder.see"
    done_message = "Your dates are in your list and your calendar."

    def load(self) -> Model:
        return self.stands(self.actor.person_id)

    def act(self) -> Model:
        code = self.asked.get("sitting", "")
        here = Sitting.objects.visible_to(self.actor).filter(organisation=self.standing.organisation)
        sitting = here.filter(pk=code, purpose=self.step.purpose).first() if code.isdecimal() else None
        if sitting is None:
            raise Refused("Choose the sitting to plan towards.")
        return put_in(
            ladder=self.standing.ladder.version,
            step=self.step.code,
            sitting=sitting,
            days=plan_towards(self.found(), closing_of(sitting)).days,
            by=self.actor,
            at=self.now,
        )

    def next_page(self) -> str:
        return f"{reverse('pathways:why', args=[self.step.code])}?of={self.standing.organisation.slug}#plan"


class Tick(Act):
    """Tick off a date of one's own plan, or take the tick back."""

    permission = "pathways.journey.change"
    done_message = "Noted."
    thing: Milestone

    def load(self) -> Milestone:
        visible: Any = Milestone.objects.visible_to(self.actor)
        found: Milestone = self.find(visible.select_related("journey__organisation"), pk=self.kwargs["pk"])
        return found

    def act(self) -> Model:
        return tick(milestone=self.thing, is_done=self.request.POST.get("done") == "yes", by=self.actor, at=self.now)

    def next_page(self) -> str:
        return plan_address(self.thing.journey)


class DatesFile(Door):
    """The dates of one's own plan that are still ahead, as a file for a calendar elsewhere."""

    permission = "pathways.ladder.see"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        host = urlsplit(settings.PORTAL_ADDRESS).hostname
        dates = (
            CalendarDate(uid=f"plan-{row.journey_id}-{row.code}@{host}", title=row.title, on=row.due_on)
            for row in dates_ahead(self.actor)
        )
        text = dates_file(dates, url=f"{settings.PORTAL_ADDRESS}{reverse('pathways:mine')}", at=self.now)
        response = HttpResponse(text, content_type="text/calendar; method=PUBLISH; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="my-dates.ics"'
        return response
