"""The renewal season of the people somebody answers for, and the gentle reminder."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode

from academy.development.forms.season import SeasonFilters
from academy.development.rules.renewals import cycle_of
from academy.development.rules.requirements import when_sentence
from academy.development.selectors.regulators import asks_in_force
from academy.development.selectors.season import (
    FINISHED,
    Season,
    called_and_missing,
    people_in,
    rows_of,
    tallies_of,
)
from academy.development.selectors.team_balance import team_balance
from academy.development.services.nudges import nudge
from academy.engines.access.views import Door, Page
from academy.engines.audit.commands import Refused
from academy.identity.models import Person
from academy.ui.lists import Tally

ON_A_PAGE = 25


class SeasonPage(Page):
    """Who has noted what, by acts and counts.

    Reading it is not written to the audit: like the directory it is a list of many people and opens nobody's record; it
    shows the days people noted for their manager to see, and numbers.
    """

    permission = "development.season.see"
    section = "year"
    template_name = "development/season.html"

    @cached_property
    def filters(self) -> SeasonFilters:
        return SeasonFilters(self.request.GET, asked=asks_in_force(self.actor.on), manages=bool(self.actor.manages))

    def read(self) -> dict[str, Any]:
        asks = self.filters.asks
        content = {
            "title": "Renewal season",
            "crumbs": [("My year", "/cpd/"), ("Renewal season", "")],
            "team": team_balance(self.actor),
        }
        if asks is None:
            return {**content, "filters": self.filters, "season": None}
        cycle = cycle_of(asks, self.actor.on)
        season = Season(self.actor, asks, cycle, own_team=self.filters.is_own_team)
        return {
            **content,
            "filters": self.filters,
            "season": season,
            "sentence": when_sentence(cycle, self.actor.on),
            **self._people(season),
        }

    def _people(self, season: Season) -> dict[str, Any]:
        chosen = self.filters.chosen
        name, show = chosen.get("q", ""), chosen.get("show", "")
        people = people_in(season)
        found = called_and_missing(people, season, name=name, show=show)
        page = Paginator(found, ON_A_PAGE).get_page(self.request.GET.get("page"))
        counts = tallies_of(called_and_missing(people, season, name=name, show=""), season)
        return {
            "page": page,
            "rows": rows_of(list(page.object_list), season),
            "tallies": self._tallies(season, counts, show=show),
        }

    def _tallies(self, season: Season, counts: dict[str, int], *, show: str) -> list[Tally]:
        words = {"": ("all", "registered"), FINISHED: (FINISHED, "have noted everything")}
        words |= {act.code: (act.code, f"without {act.short_name}") for act in season.asks.acts}
        asked = {key: value for key, value in self.filters.chosen.items() if key != "show"}
        return [
            Tally(
                count=counts[key],
                words=said,
                url=f"?{urlencode({**asked, 'show': code} if code else asked)}",
                is_current=code == show,
            )
            for code, (key, said) in words.items()
        ]


class NudgeColleague(Door):
    """Remind one colleague; then back to the season, where a refusal is said."""

    permission = "development.season.nudge"
    http_method_names = ["post"]
    thing: Person

    @cached_property
    def season(self) -> Season:
        asks = asks_in_force(self.actor.on).get(self.kwargs["regulator"])
        if asks is None:
            raise Http404
        return Season(self.actor, asks, cycle_of(asks, self.actor.on))

    def load(self) -> Person:
        found: Person = self.find(people_in(self.season), pk=self.kwargs["pk"])
        return found

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            nudge(person=self.thing, regulator=self.season.asks.regulator, by=self.actor, at=self.now)
        except Refused as refused:
            messages.warning(request, refused.reason)
        else:
            messages.success(request, f"{self.thing.full_name} is reminded, and told that it was you.")
        asked = urlencode({"regulator": self.season.asks.regulator})
        return HttpResponseRedirect(f"{reverse('development:season')}?{asked}")
