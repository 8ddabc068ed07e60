"""The address of one decision as a mail to its decider carries it: signed, asks for sign-in, and grants nothing itself.

Whoever opens it signs in first, and then decides only what is hers anyway.
"""

from django.core import signing
from django.urls import reverse

from academy.training.models import RequestStage

_SALT = "academy.training.decision"


def decision_url(stage: RequestStage) -> str:
    """The path of the page on which this one decision is made."""
    return reverse("training:decision", args=[signing.Signer(salt=_SALT).sign_object(stage.pk)])


def stage_of(token: str) -> int | None:
    """The id of the decision a path was made for; None for one that nobody signed."""
    try:
        found = signing.Signer(salt=_SALT).unsign_object(token)
    except signing.BadSignature:
        return None
    return found if isinstance(found, int) else None
