"""A person and her worker in a process of its own: `python -m tests.integration.engines.imports.clerk STEP`.

`upload` makes her, her file of 1,200 entries and the job that checks it; `check` and `take-in` do what a worker does.
With KILLED_AFTER the process is killed outright by itself once it has written so many rows.
"""

import os
import signal
import sys
from datetime import UTC, datetime, timedelta

import django

AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
ROWS = 1_200


def upload():
    from django.core.files.base import ContentFile

    from academy.development.imports import ENTRIES
    from academy.engines.imports.services import imports
    from tests.factories.identity import OrganisationFactory
    from tests.factories.people import as_actor, staff_of

    head = "title,started_on,way,happened,kept\n"
    rows = "".join(f"Visit {number},12/11/2026,By experience,A visit.,yes\n" for number in range(ROWS))
    author = staff_of(OrganisationFactory())
    file = ContentFile((head + rows).encode(), name="entries.csv")
    imports.upload(kind=ENTRIES, file=file, by=as_actor(author), at=AT)


def work(minute):
    """Do the job that is due, six minutes later each time: whoever had it before is silent."""
    from academy.engines.imports.models import Import
    from academy.engines.jobs.running import run

    run(Import.objects.get().job_id, clock=lambda: AT + timedelta(minutes=minute))


def take_in(minute):
    from academy.engines.imports.models import Import
    from academy.engines.imports.services.imports import ask_to_take_in
    from academy.identity.models import User
    from tests.factories.people import as_actor

    held = Import.objects.get()
    if held.asked_at is None:
        owner = User.objects.get(person=held.owner).person
        ask_to_take_in(upload=held, by=as_actor(owner), at=AT + timedelta(minutes=minute))
    work(minute)


def killed_after(model, rows):
    """The next process is killed outright when it has written so many rows of the model."""
    written = []
    whole = model.objects.bulk_create

    def bulk_create(objects, **options):
        made = whole(list(objects), **options)
        written.extend(made)
        if len(written) >= rows:
            os.kill(os.getpid(), signal.SIGKILL)
        return made

    model.objects.bulk_create = bulk_create


def main(step, minute):
    django.setup()
    from academy.development.models import Entry
    from academy.engines.imports.models import ImportRow

    if "KILLED_AFTER" in os.environ:
        killed_after({"check": ImportRow, "take-in": Entry}[step], int(os.environ["KILLED_AFTER"]))
    {"upload": lambda minute: upload(), "check": work, "take-in": take_in}[step](minute)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
