"""The check constraint of a state column."""

from django.db.models import CheckConstraint, Q, TextChoices


def state_known(choices: type[TextChoices], *, name: str, field: str = "state") -> CheckConstraint:
    """Refuses a row whose state is none of the choices."""
    return CheckConstraint(condition=Q(**{f"{field}__in": choices.values}), name=name)
