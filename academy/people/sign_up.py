"""Who may make an account: nobody but the holder of a live invitation."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitedOnlyAdapter(DefaultAccountAdapter):
    """Closes allauth's open sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
