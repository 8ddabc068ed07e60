"""Where a version comes from. Codes are stored; wording may change."""

from django.db.models import TextChoices


class Origin(TextChoices):
    SHIPPED = "shipped", "Comes with the portal"
    PUBLISHED = "published", "Published by a lead"
