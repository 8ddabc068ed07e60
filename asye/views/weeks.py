"""Her weeks: one is said in two taps, and corrected for four weeks."""

from datetime import date
from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.guard.pages import GuardedPage
from academy.people.rules.spans import in_words
from asye.forms.weeks import WeekForm
from asye.selectors.weeks import WeekAsked, open_weeks, week_of
from asye.services.weeks import answer_week
from asye.views.doors import YearDoor


class WeekPage(GuardedPage, YearDoor, FormPage):
    """One week of one's own year; the small form of the record and of home is sent here, too."""

    permission = "asye.week.answer"
    template_name = "asye/weeks/week.html"
    form_class = WeekForm
    done_message = "Noted. You can correct it for four weeks."

    @cached_property
    def asked(self) -> WeekAsked:
        try:
            week = date.fromisoformat(self.kwargs["week"])
        except ValueError:
            raise Http404 from None
        found = week_of(self.thing, week, on=self.today)
        if found is None:
            raise Http404
        return found

    def form_arguments(self) -> dict[str, Any]:
        return {"asked": self.asked}

    def read(self) -> dict[str, Any]:
        title = f"The week from {in_words(self.asked.week_on)}"
        others = [
            (week, is_said, reverse("asye:week", args=[self.thing.pk, week.isoformat()]))
            for week, is_said in open_weeks(self.thing, on=self.today)
            if week != self.asked.week_on
        ]
        return {
            **self.of_year(),
            "title": title,
            "caption": "Your ASYE",
            "asked": self.asked,
            "others": others,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (title, "")],
        }

    def act(self, form: WeekForm) -> Model:
        return answer_week(enrolment=self.thing, said=form.said, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()
