"""Kinds and origins of organisations, and kinds of actor. Codes are stored; wording may change."""

from django.db.models import TextChoices


class OrganisationKind(TextChoices):
    COUNCIL = "council", "Council"
    UNIVERSITY = "university", "University"
    PROVIDER = "provider", "Care provider"
    PARTNER = "partner", "Partner agency"
    PARTNERSHIP = "partnership", "Partnership of organisations"


class OrganisationOrigin(TextChoices):
    """Who says what an organisation is: a file of reference data, or the pages; the same codes as the origin of a
    version, whose engine stands above this app."""

    SHIPPED = "shipped", "Comes with the portal"
    PUBLISHED = "published", "Added or changed on a page"


class ActorKind(TextChoices):
    USER = "user", "Signed-in person"
    LINK = "link", "Person with a one-time link"
    TOKEN = "token", "Other system"
    SYSTEM = "system", "The portal itself"
