"""The composition root: settings, addresses, the task queue. Imported by nobody below it."""

# Celery finds its app through this name when Django starts, so that `shared_task` binds to our settings.
from academy.config.celery import app as celery_app

__all__ = ["celery_app"]
