"""Asking the council's identity provider: one that does not answer, or answers nonsense, is a sentence on a page and
not an error of ours."""

from typing import Any

import requests
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.shortcuts import render

DISCOVERY = "/.well-known/openid-configuration"
NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")


class ProviderSession(requests.Session):
    """Asks the provider, for a few seconds at most. Whatever it asks, no answer raises the page that says so.

    The discovery document has to name every address sign-in needs, and has to be the issuer's own.
    """

    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        kwargs["timeout"] = settings.SOCIALACCOUNT_REQUESTS_TIMEOUT
        try:
            answer = super().request(*args, **kwargs)
            is_sound = answer.status_code < 500 and _is_readable(answer)
        except requests.RequestException as failed:
            raise _no_answer() from failed
        if not is_sound:
            raise _no_answer()
        return answer


def _is_readable(answer: requests.Response) -> bool:
    """Is the answer an object of JSON and, if it is the discovery document, a whole one?"""
    said = answer.json()
    if not isinstance(said, dict):
        return False
    if not answer.url.endswith(DISCOVERY):
        return True
    is_own = str(said.get("issuer", "")).rstrip("/") == settings.OIDC_ISSUER
    return is_own and all(isinstance(said.get(name), str) for name in NEEDED)


def _no_answer() -> ImmediateHttpResponse:
    return ImmediateHttpResponse(render(context.request, "socialaccount/no_answer.html", status=503))
