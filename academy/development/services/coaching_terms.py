"""The terms of coaching: loading those that come with the portal, and publishing an organisation's own."""

from datetime import date, datetime
from typing import Any

from academy.development.models import CoachingTerms
from academy.development.schema.coaching import TermsFile
from academy.engines.audit.commands import command
from academy.engines.reference.changes import Change
from academy.engines.reference.publishing.own import publish_own
from academy.engines.reference.services.policies import load_own, withdraw_own
from academy.engines.reference.writing import checksum
from academy.identity.actor import Actor
from academy.identity.models import Organisation


def load_terms(file: TermsFile, *, on: date) -> list[Change]:
    """Write one edition of terms. Raises BadFile for an edition a person published, and for an unknown organisation."""
    return load_own(CoachingTerms, file, _columns(file))


def withdraw_terms(key: str, *, on: date) -> list[Change]:
    """End from that day the edition of a file that was taken away."""
    return withdraw_own(CoachingTerms, key, on=on)


@command("development.coaching_terms.publish")
def publish_terms(*, organisation: Organisation, content: TermsFile, by: Actor, at: datetime) -> CoachingTerms:
    """Give an organisation its own terms from a day on. Who signed before stays under the terms she signed.

    Refuses anybody but the organisation's academy lead, a code used before, and a first day others begin on.
    """
    terms = CoachingTerms(organisation=organisation, code=content.code)
    return publish_own(terms, _columns(content), permission="development.policy.publish", by=by, at=at)


def said_by_terms(terms: CoachingTerms) -> dict[str, Any]:
    """What terms say in the words of their file, without the head."""
    return {"title": terms.title, **terms.content}


def _columns(file: TermsFile) -> dict[str, Any]:
    return {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "title": file.title,
        "content": file.model_dump(mode="json", include={"usual", "parts"}),
        "checksum": checksum(file),
    }
