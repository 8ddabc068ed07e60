"""One's own account: how one signs in, and in which organisation one acts."""

from typing import Any, cast

from allauth.mfa.adapter import get_adapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from academy.engines.access.middleware import SESSION_KEY
from academy.engines.access.sessions import prolong, seconds_left
from academy.engines.access.views import Door, Page
from academy.identity.models import Organisation, User
from academy.people.forms.account import OrganisationForm
from academy.people.selectors.places import organisations_of
from academy.people.selectors.second_step import second_step


class Account(Page):
    """E-mail, password, two-step sign-in, and the acting organisation."""

    permission = "people.account.keep"
    section = "account"
    template_name = "people/account.html"

    def read(self) -> dict[str, Any]:
        user = cast(User, self.request.user)
        choices = organisations_of(self.actor)
        return {
            "title": "My account",
            "email": user.email,
            "has_second_step": get_adapter().is_mfa_enabled(user),
            "second_step": second_step(user),
            "organisations": choices,
            "form": OrganisationForm(choices=choices, initial={"organisation": str(self.actor.organisation_id)}),
        }


class SecondStep(Page):
    """Why a role needs a second step at sign-in, and how to set one up. Signing in leads here whoever lacks it."""

    permission = "people.account.keep"
    section = "account"
    template_name = "people/second_step.html"

    def read(self) -> dict[str, Any]:
        is_lacking = self.actor.lacks_second_factor
        title = "Your role needs a second step" if is_lacking else "Your roles are open to you"
        return {"title": title, "is_lacking": is_lacking}


class SwitchOrganisation(Door):
    """Act in another organisation one belongs to; one that is not hers is a 404."""

    permission = "people.account.keep"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        reached = Organisation.objects.filter(pk__in=self.actor.reaches)
        wanted = request.POST.get("organisation", "")
        organisation = self.find(reached, pk=wanted if wanted.isdecimal() else None)
        request.session[SESSION_KEY] = organisation.pk
        messages.success(request, f"You are acting in {organisation.name} now.")
        return HttpResponseRedirect(reverse("people:account"))


class KeepAlive(Door):
    """Prolongs the session and does nothing else. Answers how many seconds it lasts now."""

    permission = "people.account.keep"
    http_method_names = ["post"]

    def signed_out(self) -> HttpResponseBase:
        return HttpResponse(status=401)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        prolong(request.session, at=self.now)
        return JsonResponse({"ends_in": seconds_left(request.session, at=self.now)})
