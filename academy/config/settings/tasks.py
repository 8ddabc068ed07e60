"""Background work and mail. The broker is only a doorbell: the database row is the job."""

import environ

from academy.config import broker, env

_environment = env.read()

broker.register()
CELERY_BROKER_URL = _environment.broker_url
CELERY_BROKER_TRANSPORT_OPTIONS = (
    broker.filesystem_options(_environment.var / "broker") if CELERY_BROKER_URL.startswith("filesystem") else {}
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = "Europe/London"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_SEND_TASK_EVENTS = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE_FILENAME = str(_environment.var / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "due-jobs": {"task": "academy.engines.jobs.tasks.ring_due_jobs", "schedule": 60.0},
    "due-mail": {"task": "academy.engines.notify.tasks.send_due_mail", "schedule": 60.0},
    "due-reminders": {"task": "academy.engines.reminders.tasks.sweep_reminders", "schedule": 60 * 60.0},
    "expired-drafts": {"task": "academy.engines.drafts.tasks.expire_drafts", "schedule": 24 * 60 * 60.0},
    "old-imports": {"task": "academy.engines.imports.tasks.forget_old_imports", "schedule": 24 * 60 * 60.0},
    "new-starters": {"task": "academy.development.tasks.begin_inductions", "schedule": 24 * 60 * 60.0},
    "needless-names": {"task": "academy.development.tasks.scrub_names", "schedule": 24 * 60 * 60.0},
    "vacancies-of-the-day": {"task": "academy.people.tasks.turn_vacancies", "schedule": 60 * 60.0},
    "unanswered-decisions": {"task": "academy.training.tasks.send_up_decisions", "schedule": 60 * 60.0},
    "old-access-needs": {"task": "academy.training.tasks.forget_access_needs", "schedule": 24 * 60 * 60.0},
    "offered-places": {"task": "academy.training.tasks.sweep_places", "schedule": 5 * 60.0},
    "journeys-reached": {"task": "pathways.tasks.close_reached_journeys", "schedule": 24 * 60 * 60.0},
    "asye-pauses": {"task": "asye.tasks.begin_and_end_pauses", "schedule": 60 * 60.0},
    "asye-promises": {"task": "asye.tasks.tell_of_promises", "schedule": 24 * 60 * 60.0},
    "asye-sight": {"task": "asye.tasks.keep_sight", "schedule": 24 * 60 * 60.0},
    "panels-ties": {"task": "panels.tasks.read_ties", "schedule": 24 * 60 * 60.0},
    "stray-files": {"task": "academy.engines.files.tasks.sweep_files", "schedule": 24 * 60 * 60.0},
}

globals().update(environ.Env.email_url_config(_environment.email_url))
EMAIL_TIMEOUT = 30  # seconds; well below the time after which another worker takes a mail over
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _environment.from_address
