"""A purpose of links that exists in tests only, and links for it."""

from datetime import timedelta
from typing import Any

from academy.engines.links.declarations import LinkPurpose
from academy.engines.links.models import Link
from academy.engines.links.rules import hashed
from academy.identity.models import Organisation
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW

GREET = LinkPurpose("tests-greet", "Say hello", "greet")


def link_to(token: str = "secret", *, subject: Organisation | None = None, **said: Any) -> Link:
    """A stored link with this token, made at NOW for 30 days unless something else is said."""
    subject = subject or OrganisationFactory()
    given = {
        "purpose": GREET.name,
        "subject_label": subject._meta.label_lower,
        "subject_id": str(subject.pk),
        "holder_name": "Rosa Whitlock",
        "holder_email": "rosa@hospice.example",
        "token_hash": hashed(token),
        "made_at": NOW,
        "expires_at": NOW + timedelta(days=30),
    }
    return Link.objects.create(**{**given, **said})
