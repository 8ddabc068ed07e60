"""Background work of people."""

from celery import shared_task
from django.utils import timezone

from academy.people.services.vacancies import turn


@shared_task
def turn_vacancies() -> int:
    """Once an hour: open and close vacancies on their days."""
    now = timezone.now()
    return turn(on=timezone.localdate(now), at=now)
