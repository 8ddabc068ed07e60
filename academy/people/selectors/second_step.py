"""What signing in asks for beside the password."""

from allauth.mfa.models import Authenticator

from academy.identity.models import User

APP, PASSKEY = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN


def second_step(user: User) -> str:
    """What is asked of the account beside its password, in a sentence. One query."""
    kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    if {APP, PASSKEY} <= kinds:
        return "On. A passkey or a code from your authenticator app is asked for."
    if PASSKEY in kinds:
        return "On. A passkey is asked for."
    return "On. A code from your authenticator app is asked for." if APP in kinds else "Off."
