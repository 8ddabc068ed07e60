"""Processes of a portal whose only duty is a sweep: `python -m tests.integration.engines.reminders.worker what`.

`prepare` makes five people who are to be reminded, by mail at any hour. `work` is a worker; with STUCK in its
environment it never gets beyond its third digest, and writes so into that file. `ring` is what beat does.
"""

import os
import sys
import time
from datetime import time as clock
from datetime import timedelta
from pathlib import Path

import django

PEOPLE = 5


def prepare():
    from django.utils import timezone

    from tests.factories.identity import OrganisationFactory
    from tests.factories.people import RegistrationFactory, staff_of
    from tests.factories.reminders import PreferencesFactory

    here, soon = OrganisationFactory(), timezone.localdate() + timedelta(days=10)
    for _ in range(PEOPLE):
        person = staff_of(here)
        RegistrationFactory(person=person, expires_on=soon)
        PreferencesFactory(person=person, quiet_from=clock(0), quiet_until=clock(0), quiet_at_weekends=False)


def stuck_in_the_third(path):
    """Everything of the third digest is written, nothing of it committed, when its worker stops moving."""
    from academy.engines.reminders.services import digests

    record, calls = digests.record, []

    def never_ending(digest, **said):
        calls.append(digest)
        if len(calls) == 3:
            Path(path).write_text("stuck")
            time.sleep(600)
        return record(digest, **said)

    digests.record = never_ending


def main(what):
    django.setup()
    from academy.config.celery import app

    if what == "prepare":
        prepare()
    elif what == "ring":
        app.send_task("academy.engines.reminders.tasks.sweep_reminders")
        app.send_task("academy.engines.notify.tasks.send_due_mail")
    else:
        if "STUCK" in os.environ:
            stuck_in_the_third(os.environ["STUCK"])
        app.worker_main(["worker", "--concurrency=1", "--loglevel=WARNING", "--without-mingle", "--without-gossip"])


if __name__ == "__main__":
    main(sys.argv[1])
