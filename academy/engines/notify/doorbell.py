"""Telling the workers at once that there is something to do. Only a convenience: the row is the job, and the task that
runs every minute finds it also when nobody rang."""

import logging
from functools import partial

from celery import current_app
from django.db import transaction
from kombu.exceptions import KombuError

logger = logging.getLogger(__name__)


def ring_on_commit(task: str, row_id: int) -> None:
    """Once the present transaction is committed, send the task with the row's id. A broker that is down is logged."""
    transaction.on_commit(partial(_ring, task, row_id))


def _ring(task: str, row_id: int) -> None:
    try:
        current_app.send_task(task, args=[row_id], retry=False)
    except (KombuError, OSError) as error:
        logger.warning("The broker did not take %s for row %s: %s.", task, row_id, type(error).__name__)
