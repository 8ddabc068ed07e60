"""Who may make an account: nobody but the holder of a live invitation. And what sign-in says when it refuses: allauth's
messages where they do not say what to do."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest


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


class SecondStepAdapter(DefaultMFAAdapter):
    """Refusals of the second step in sentences that say what to do."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is not right, or it has run out. Write the one your app shows now.",
        "add_email_blocked": "Turn two-step sign-in off first, then change your e-mail address.",
    }
