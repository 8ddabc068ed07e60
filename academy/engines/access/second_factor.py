"""A role opens other people's records only to somebody who signs in with a second factor.

Whoever holds a role, manages somebody or stands in for who does on her day needs one: a passkey or an authenticator
app. Until she has set one up, her roles are put aside: she acts as a colleague without any, so that no list, page or
address can forget the rule, and everything of her own stays open.
"""

from dataclasses import replace

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from academy.identity.actor import Actor
from academy.identity.models import User

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def judged(actor: Actor, *, request: HttpRequest, user: User) -> Actor:
    """The actor as she may act in this request: with her roles put aside while she lacks the second factor they need.

    Costs one query, and only for somebody who has roles.
    """
    if not settings.SECOND_FACTOR_REQUIRED or not (actor.roles or actor.manages or actor.stands_in):
        return actor
    if _vouched_for(request, user) or get_adapter().is_mfa_enabled(user, FACTORS):
        return actor
    return replace(actor, roles=(), manages=frozenset(), stands_in=(), lacks_second_factor=True)


def closed(request: HttpRequest) -> HttpResponse:
    """The answer to somebody whose roles are put aside, where a page is refused or hidden: how to get them back.

    It is the same for a page she might see and for one that does not exist.
    """
    return render(request, "errors/second_factor.html", status=403)


def _vouched_for(request: HttpRequest, user: User) -> bool:
    """Did she come in by the council's sign-in, which asks for its own second factor?"""
    if not settings.OIDC_TRUSTS_FACTOR:
        return False
    return any(record.get("method") == "socialaccount" for record in get_authentication_records(request, user))
