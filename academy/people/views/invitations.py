"""Inviting people to make an account, by those who keep them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door, Page
from academy.engines.audit.commands import Refused
from academy.identity.models import Organisation, Person
from academy.people.forms.invitations import InvitationForm, WithdrawForm
from academy.people.models import Invitation
from academy.people.selectors import invitations as selectors
from academy.people.selectors.people import visible_to
from academy.people.services.invitations import resend, send, withdraw

PER_PAGE = 25


class Invitations(Page):
    """Invitations that wait or ran out; with `?all=1` every one."""

    permission = "people.invitation.keep"
    section = "people"
    template_name = "people/invitations.html"

    def read(self) -> dict[str, Any]:
        shows_all = "all" in self.request.GET
        found = selectors.visible_to(self.actor)
        found = found if shows_all else selectors.unended(found)
        page = Paginator(found, PER_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "Invitations",
            "intro": "An invitation works once. One that ran out can be sent again, with a new link.",
            "page": page,
            "lines": selectors.lines_of(list(page.object_list), self.now),
            "shows_all": shows_all,
            "crumbs": [("People", reverse("people:directory")), ("Invitations", "")],
        }


class SendInvitation(FormPage):
    """Invite one person, at the address her record has or another."""

    permission = "people.invitation.send"
    section = "people"
    form_class = InvitationForm
    intro = "She gets a mail with a link to choose a password. The link works once."
    done_message = "The invitation is on its way."
    thing: Person

    def load(self) -> Person:
        person: Person = self.find(visible_to(self.actor), pk=self.kwargs["pk"])
        return person

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"email": self.thing.work_email}}

    def read(self) -> dict[str, Any]:
        return {"title": f"Invite {self.thing.full_name}", "cancel_url": self.thing.get_absolute_url()}

    def act(self, form: InvitationForm) -> Model:
        organisation = Organisation.objects.get(pk=self.actor.organisation_id)
        email = form.cleaned_data["email"]
        return send(person=self.thing, organisation=organisation, email=email, by=self.actor, at=self.now)


class ResendInvitation(Door):
    """Send an invitation again."""

    permission = "people.invitation.keep"
    http_method_names = ["post"]
    thing: Invitation

    def load(self) -> Invitation:
        invitation: Invitation = self.find(selectors.visible_to(self.actor), pk=self.kwargs["pk"])
        return invitation

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            resend(invitation=self.thing, by=self.actor, at=self.now)
        except Refused as refused:
            messages.error(request, refused.reason)
        else:
            messages.success(request, f"The invitation is on its way to {self.thing.person.full_name} again.")
        return HttpResponseRedirect(self.thing.get_absolute_url())


class WithdrawInvitation(FormPage):
    """Take an invitation back, after one question."""

    permission = "people.invitation.keep"
    section = "people"
    form_class = WithdrawForm
    done_message = "The invitation is withdrawn. Its link works no more."
    thing: Invitation

    def load(self) -> Invitation:
        invitation: Invitation = self.find(selectors.visible_to(self.actor), pk=self.kwargs["pk"])
        return invitation

    def read(self) -> dict[str, Any]:
        name = self.thing.person.full_name
        return {
            "title": f"Withdraw the invitation of {name}?",
            "intro": "The link in the mail stops working at once. You can invite her again later.",
            "cancel_url": self.thing.get_absolute_url(),
        }

    def act(self, form: WithdrawForm) -> Model:
        return withdraw(invitation=self.thing, by=self.actor, at=self.now)
