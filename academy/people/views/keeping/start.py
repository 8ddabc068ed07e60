"""The way into the settings: what asks for attention, and the people kept."""

from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.people.forms.keeping.lists import KeptForm
from academy.people.selectors.directory import cards_of
from academy.people.selectors.keeping import LEFT, QUESTIONS, counts, kept_wanted, teams_kept
from academy.people.views.keeping.base import InOrganisation, settings_crumbs
from academy.ui.lists import Tally
from academy.ui.navigation import SETTINGS

PER_PAGE = 25


class Start(InOrganisation, Page):
    """What the actor may keep, with counts that open lists."""

    permission = "people.people.keep"
    template_name = "people/keeping/start.html"

    def read(self) -> dict[str, Any]:
        people = reverse("settings:people")
        teams = teams_kept(self.actor).filter(until_on=None).count()
        return {
            "title": "Settings",
            "caption": self.organisation.name,
            "tallies": [
                Tally(count=count, words=question.words, url=f"{people}?show={question.code}")
                for question, count in counts(self.actor)
            ],
            "places": [Tally(count=teams, words="teams", url=reverse("settings:places"))],
            "keeps_all": allows("people.organisation.keep", self.actor),
            "elsewhere": SETTINGS.places(actor=self.actor, section=""),
        }


class KeptPeople(InOrganisation, Page):
    """The people kept, asked by name, team and question; 25 a page."""

    permission = "people.people.keep"
    template_name = "people/keeping/people.html"

    def read(self) -> dict[str, Any]:
        teams = [(str(team.pk), team.name) for team in teams_kept(self.actor)]
        questions = [(question.code, question.words.capitalize()) for question in (*QUESTIONS[1:], LEFT)]
        form = KeptForm(self.request.GET, teams=teams, questions=questions)
        page = Paginator(kept_wanted(self.actor, **form.wanted), PER_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "People kept here",
            "caption": self.organisation.name,
            "form": form,
            "page": page,
            "cards": cards_of(list(page.object_list), self.actor),
            "keeps_all": allows("people.organisation.keep", self.actor),
            "crumbs": settings_crumbs(("People", "")),
        }
