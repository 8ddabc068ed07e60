"""Roles held beside the job, and deputies."""

from typing import Any

from django.db.models import Model

from academy.people.forms.keeping.dated import DeputyForm, EndForm, PublicForm, RoleForm, gives_reserved
from academy.people.selectors.terms_choices import scopes
from academy.people.services import deputies, roles
from academy.people.views.keeping.base import PersonForm, RowForm


class GiveRole(PersonForm):
    form_class = RoleForm
    title = "Give a role"
    done_message = "The role is given."

    def form_arguments(self) -> dict[str, Any]:
        held = {role.code for role in self.actor.roles if role.organisation_id == self.organisation.pk}
        return {"scopes": scopes(self.organisation.pk, self.today), "gives_reserved": gives_reserved(held)}

    def act(self, form: RoleForm) -> Model:
        return roles.give(
            person=self.person,
            details=form.details(self.organisation),
            from_on=form.cleaned_data["from_on"],
            until_on=form.cleaned_data["until_on"],
            by=self.actor,
            at=self.now,
        )


class EndRole(RowForm):
    rows = "role_holdings"
    form_class = EndForm
    title = "End this role"
    done_message = "The role ends after that day."

    def act(self, form: EndForm) -> Model:
        return roles.end(holding=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class ShowRole(RowForm):
    """Whether she is named on the academy's public page."""

    rows = "role_holdings"
    form_class = PublicForm
    title = "Show on the academy's public page"
    intro = "Everybody can read that page without signing in. Ask her first."
    done_message = "The public page is as you answered."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"is_public": self.thing.is_public}}

    def act(self, form: PublicForm) -> Model:
        return roles.show(holding=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class NameDeputy(PersonForm):
    form_class = DeputyForm
    title = "Name a deputy"
    intro = "The deputy may act for her over this time. Both names stay on what she does."
    done_message = "The deputy is named."

    def form_arguments(self) -> dict[str, Any]:
        return {"find": self.find_colleagues}

    def act(self, form: DeputyForm) -> Model:
        given = {name: form.cleaned_data[name] for name in ("deputy", "from_on", "until_on")}
        return deputies.name(person=self.person, organisation=self.organisation, by=self.actor, at=self.now, **given)


class EndDeputy(RowForm):
    rows = "deputies"
    form_class = EndForm
    title = "End this deputy's time"
    done_message = "The deputy stands in until that day."

    def act(self, form: EndForm) -> Model:
        return deputies.end(row=self.thing, by=self.actor, at=self.now, **form.cleaned_data)
