"""A passkey shown at sign-in: allauth's forms, whose refusal speaks of codes, with a sentence about passkeys."""

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm, LoginWebAuthnForm, ReauthenticateWebAuthnForm
from django.core.exceptions import ValidationError

UNKNOWN = "This passkey does not open your account. Try another one, or go another way."


class _Spoken:
    """Says what to do when a passkey is unknown here, was removed, or belongs to somebody else."""

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()
        except ValidationError as refused:
            raise ValidationError(UNKNOWN) from refused


class SignInByPasskey(_Spoken, LoginWebAuthnForm):
    """Instead of e-mail address, password and code."""


class SecondStepByPasskey(_Spoken, AuthenticateWebAuthnForm):
    """Instead of a code, after the password."""


class ConfirmByPasskey(_Spoken, ReauthenticateWebAuthnForm):
    """Instead of the password, before something that protects the account is changed."""
