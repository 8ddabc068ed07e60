"""Kinds of organisation and of actor. Codes are stored; wording may change."""

from django.db.models import TextChoices


class OrganisationKind(TextChoices):
    COUNCIL = "council", "Council"
    UNIVERSITY = "university", "University"
    PROVIDER = "provider", "Care provider"
    PARTNER = "partner", "Partner agency"
    PARTNERSHIP = "partnership", "Partnership of organisations"


class ActorKind(TextChoices):
    USER = "user", "Signed-in person"
    LINK = "link", "Person with a one-time link"
    TOKEN = "token", "Other system"
    SYSTEM = "system", "The portal itself"
