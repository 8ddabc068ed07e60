"""Services and teams: the list, adding, changing, ending."""

from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Page
from academy.engines.audit.models import Event
from academy.people.forms.keeping.dated import EndForm
from academy.people.forms.keeping.places import EndServiceForm, MoveTeamForm, ServiceForm, TeamForm, TeamNameForm
from academy.people.models import Service, Team
from academy.people.selectors.changes import changes_of
from academy.people.selectors.keeping import teams_kept
from academy.people.selectors.kept_places import places_kept, services_kept
from academy.people.services import services, team_moves, teams
from academy.people.views.keeping.base import InOrganisation, settings_crumbs
from academy.people.views.keeping.changes import ChangesPage

PLACES = "Services and teams"


class Places(InOrganisation, Page):
    """Services with their teams and how many people are in each."""

    permission = "people.organisation.keep"
    template_name = "people/keeping/places.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": PLACES,
            "caption": self.organisation.name,
            "services": places_kept(self.actor),
            "crumbs": settings_crumbs((PLACES, "")),
        }


class PlaceForm(InOrganisation, FormPage):
    """One form and one act about a place; afterwards the list."""

    permission = "people.organisation.keep"

    def read(self) -> dict[str, Any]:
        back = reverse("settings:places")
        return {
            "caption": str(self.thing or self.organisation),
            "cancel_url": back,
            "crumbs": settings_crumbs((PLACES, back), (self.title, "")),
        }

    def next_page(self, made: Model | None) -> str:
        return reverse("settings:places")


class AddService(PlaceForm):
    form_class = ServiceForm
    title = "Add a service"
    done_message = "The service is added."

    def act(self, form: ServiceForm) -> Model:
        return services.add(organisation=self.organisation, by=self.actor, at=self.now, **form.cleaned_data)


class OneService(PlaceForm):
    thing: Service

    def load(self) -> Model:
        service: Service = self.find(services_kept(self.actor), pk=self.kwargs["pk"])
        return service


class ChangeService(OneService):
    form_class = ServiceForm
    title = "Change a service"
    done_message = "The service is as you wrote it."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"name": self.thing.name, "kind": self.thing.kind}}

    def act(self, form: ServiceForm) -> Model:
        return services.change(service=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class EndService(OneService):
    form_class = EndServiceForm
    title = "End a service"
    intro = "Its teams end first. What was written about it stays."
    done_message = "The service ends on that day."

    def act(self, form: EndServiceForm) -> Model:
        return services.end(service=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class AddTeam(PlaceForm):
    form_class = TeamForm
    title = "Add a team"
    done_message = "The team is added."

    def form_arguments(self) -> dict[str, Any]:
        present = services_kept(self.actor).filter(withdrawn_on=None)
        return {
            "services": [(str(service.pk), service.name) for service in present],
            "initial": {"service": self.request.GET.get("service", ""), "from_on": self.today},
        }

    def act(self, form: TeamForm) -> Model:
        given = form.cleaned_data
        service = services_kept(self.actor).get(pk=given["service"])
        return teams.add(service=service, name=given["name"], from_on=given["from_on"], by=self.actor, at=self.now)


class OneTeam(PlaceForm):
    thing: Team

    def load(self) -> Model:
        team: Team = self.find(teams_kept(self.actor), pk=self.kwargs["pk"])
        return team


class RenameTeam(OneTeam):
    form_class = TeamNameForm
    title = "Rename a team"
    done_message = "The team has its new name."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"name": self.thing.name}}

    def act(self, form: TeamNameForm) -> Model:
        return teams.rename(team=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class EndTeam(OneTeam):
    """Ends when nobody is in it; the page says who still is."""

    form_class = EndForm
    template_name = "people/keeping/end_team.html"
    title = "End a team"
    intro = "A team ends when everybody in it has moved or left."
    done_message = "The team ends after that day."

    def act(self, form: EndForm) -> Model:
        return teams.end(team=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class MoveTeam(OneTeam):
    """To another service of the organisation; its people and roles go with it."""

    form_class = MoveTeamForm
    title = "Move a team to another service"
    intro = (
        "From that day on the team is part of the other service. Its people and the roles that hold for it go with it. "
        "What it was until then stays written as it was."
    )
    done_message = "The team moves on that day."

    def form_arguments(self) -> dict[str, Any]:
        others = services_kept(self.actor).filter(withdrawn_on=None).exclude(pk=self.thing.service_id)
        return {"services": [(str(service.pk), service.name) for service in others]}

    def act(self, form: MoveTeamForm) -> Model:
        given = form.cleaned_data
        return team_moves.move(
            team=self.thing,
            service=services_kept(self.actor).get(pk=given["service"]),
            from_on=given["from_on"],
            note=given["note"],
            by=self.actor,
            at=self.now,
        )


class TeamChanges(ChangesPage):
    """What was changed about a team, by whom and when."""

    crumb = (PLACES, "settings:places")
    thing: Team

    def load(self) -> Model:
        team: Team = self.find(teams_kept(self.actor), pk=self.kwargs["pk"])
        return team

    def changes(self) -> QuerySet[Event]:
        return changes_of(self.thing)
