"""Accepting an invitation: the one way to an account."""

from typing import Any

from allauth.account.utils import perform_login
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.limits import Limited
from academy.identity.actor import Actor
from academy.identity.choices import ActorKind
from academy.people.choices import InvitationState
from academy.people.forms.invitations import PasswordForm
from academy.people.models import Invitation
from academy.people.rules.invitations import state_at
from academy.people.selectors.invitations import facts_of, opened_by
from academy.people.services.invitations import accept, hashed

SESSION_KEY = "invitation"


class OpenInvitation(Limited):
    """Where the link in the mail leads: keeps the token's hash for this browser and takes it out of the address, so
    that neither a log nor a page linked to ever sees it."""

    public = True
    limited_as = "accept_invitation"
    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.session[SESSION_KEY] = hashed(self.kwargs["token"])
        return HttpResponseRedirect(reverse("people:accept_invitation"))


class AcceptInvitation(Limited, FormPage):
    """Says who invites, asks for a password, makes the account and signs in.

    A link that never was, was used, replaced, withdrawn or ran out gets the same answer, which says whom to ask: nobody
    learns by trying which links there are.
    """

    public = True
    limited_as = "accept_invitation"
    form_class = PasswordForm
    template_name = "people/invitation_accept.html"
    thing: Invitation
    is_open = False

    def load(self) -> Invitation | None:
        invitation = opened_by(self.request.session.get(SESSION_KEY, ""))
        if invitation is None or state_at(facts_of(invitation), self.now) != InvitationState.OPEN:
            return None
        self.is_open = True
        return invitation

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().get(request, *args, **kwargs) if self.is_open else self._closed()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().post(request, *args, **kwargs) if self.is_open else self._closed()

    def read(self) -> dict[str, Any]:
        return {"title": f"Welcome, {self.thing.person.short_name}", "invitation": self.thing}

    def act(self, form: PasswordForm) -> Model:
        person = self.thing.person
        by = Actor(
            kind=ActorKind.LINK,
            on=self.today,
            label=person.full_name,
            person_id=person.pk,
            organisation_id=self.thing.organisation_id,
        )
        user = accept(invitation=self.thing, password=form.cleaned_data["password"], by=by, at=self.now)
        del self.request.session[SESSION_KEY]
        perform_login(self.request, user)
        return user

    def next_page(self, made: Model | None) -> str:
        return "/"

    def _closed(self) -> HttpResponse:
        return render(self.request, "people/invitation_closed.html", {"title": "This link does not work"}, status=404)
