"""The thing a document is made of, found by the model its kind names."""

from django.apps import apps
from django.db.models import Model

from academy.engines.documents.declarations import DocumentKind


def subject_of(kind: DocumentKind, subject_id: int | None) -> Model | None:
    """The thing, or None for a kind that is made of none. Raises DoesNotExist for one that is gone."""
    if not kind.subject or subject_id is None:
        return None
    found: Model = apps.get_model(kind.subject)._default_manager.get(pk=subject_id)
    return found
