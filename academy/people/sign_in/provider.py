"""Sign-in by the council's identity provider (OpenID Connect): opens accounts that exist, makes none."""

from typing import Any

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.crypto import constant_time_compare

from academy.identity.models import User
from academy.people.sign_in.asking import ProviderSession
from academy.people.sign_in.council import CouncilProvider


class CouncilSignInAdapter(DefaultSocialAccountAdapter):
    """An account is found by the provider's own id of the person, and the first time by her e-mail address.

    The address counts when the provider says that it is verified, or when it belongs to one of OIDC_VERIFIED_DOMAINS
    and the provider does not deny it; where such domains are named, no other address counts. Nothing the provider tells
    about somebody is kept but that id.
    """

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def get_requests_session(self) -> requests.Session:
        return ProviderSession()

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> CouncilProvider:
        """The one there is, with its nonce and its checked signature."""
        return CouncilProvider(request, app=super().get_provider(request, provider, client_id).app)

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[User, str] | None:
        for address in sociallogin.email_addresses:
            address.verified = is_verified(address.email, said=_claims(sociallogin).get("email_verified"))
        found: tuple[User, str] | None = super().authenticate_by_email(sociallogin)
        return found

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse what is no sign-in, what another browser asked for, and an answer put together from two people's."""
        is_login = sociallogin.state.get("process") == AuthProcess.LOGIN
        if not (is_login and _is_about_one(sociallogin) and _is_answer_to_this_browser(sociallogin)):
            raise ImmediateHttpResponse(render(request, "socialaccount/authentication_error.html", status=401))
        sociallogin.account.extra_data = {}
        if sociallogin.account.pk:
            sociallogin.account.save(update_fields=["extra_data"])


def is_verified(email: str, *, said: object) -> bool:
    """Does an address count as the person's own? `said` is the provider's claim about it: True, False or nothing."""
    domains = settings.OIDC_VERIFIED_DOMAINS
    if not domains:
        return said is True
    return email.rpartition("@")[2].lower() in domains and said in (True, None)


def _claims(sociallogin: SocialLogin) -> dict[str, Any]:
    told: dict[str, Any] = sociallogin.account.extra_data
    claims: dict[str, Any] = told.get("userinfo") or told.get("id_token") or {}
    return claims


def _is_answer_to_this_browser(sociallogin: SocialLogin) -> bool:
    """Does the signed answer bring back the nonce that this session sent, and not somebody else's or an old one?"""
    sent = sociallogin.state.get("nonce")
    told = sociallogin.account.extra_data.get("id_token", {}).get("nonce")
    return isinstance(sent, str) and isinstance(told, str) and constant_time_compare(sent, told)


def _is_about_one(sociallogin: SocialLogin) -> bool:
    """Do the provider's two answers, the signed one and the one asked for afterwards, name the same person?"""
    told = sociallogin.account.extra_data
    subjects = {told[part].get("sub") for part in ("userinfo", "id_token") if part in told}
    return len(subjects) == 1 and "id_token" in told
