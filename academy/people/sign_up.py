"""Who may make an account: nobody but the holder of a live invitation. And what sign-in says when it refuses: allauth's
messages where they do not say what to do."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from academy.engines.access.middleware import actor_signed_in
from academy.identity.models import User

PROOFS = {
    "reauthenticate": "Use my password",
    "mfa_reauthenticate": "Use a code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}


class InvitedOnlyAdapter(DefaultAccountAdapter):
    """Closes allauth's open sign-up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": (
            "E-mail address and password do not belong together. Check both, or ask for a new password."
        ),
        "too_many_login_attempts": "These were too many tries. Wait five minutes, then try again.",
        "rate_limited": "These were too many tries. Wait five minutes, then try again.",
        "enter_current_password": "That is not your present password. Write it again, or ask for a new one.",
        "incorrect_password": "That is not your password. Write it again, or ask for a new one.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: User, **about: Any) -> HttpResponseBase:
        """Where signing in leads: to the second step first, if her roles need one and she has none."""
        response: HttpResponseBase = super().post_login(request, user, **about)
        actor = actor_signed_in(request)
        is_lacking = actor is not None and actor.lacks_second_factor
        return HttpResponseRedirect(reverse("people:second_step")) if is_lacking else response

    def get_reauthentication_methods(self, user: User) -> list[dict[str, str]]:
        """The ways to show that it is still you, in our words."""
        return [{**way, "description": PROOFS[way["id"]]} for way in super().get_reauthentication_methods(user)]


class SecondStepAdapter(DefaultMFAAdapter):
    """Refusals of the second step in sentences that say what to do."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is not right, or it has run out. Write the one your app shows now.",
        "add_email_blocked": "Turn two-step sign-in off first, then change your e-mail address.",
        "cannot_generate_recovery_codes": "Turn two-step sign-in on first: recovery codes stand in for it.",
        "unverified_email": "Confirm your e-mail address first, then turn two-step sign-in on.",
    }

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """What a passkey is called until its owner names it."""
        before = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Passkey {before + 1}" if before else "Passkey"
