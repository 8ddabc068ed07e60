"""The job that makes a document: reads what fills it, sets the pages, issues them once."""

from datetime import datetime, timedelta

from django.utils import timezone

from academy.engines.access.actors import actor_for
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import MAKE, Asked, DocumentKind, kind_called
from academy.engines.documents.models import Issued
from academy.engines.documents.notices import MADE, MadeContext
from academy.engines.documents.rendering import render, room
from academy.engines.documents.rules.codes import code_for
from academy.engines.documents.selectors.subjects import subject_of
from academy.engines.documents.services.documents import issue
from academy.engines.files.models import StoredFile
from academy.engines.jobs.declarations import JobKind, declare
from academy.engines.jobs.models import Job
from academy.engines.jobs.progress import Progress
from academy.engines.notify.services.notices import send
from academy.identity.actor import Actor
from academy.identity.models import User

# Whoever waited this long has left the page: she is told in her inbox.
LONG = timedelta(minutes=1)


def make(job: Job, progress: Progress) -> StoredFile:
    """Make what the job orders, or give what it made before. Nothing is held open while the pages are set."""
    made = Issued.objects.filter(order=job.uid).select_related("file").first()
    if made is not None:
        return made.file
    at = progress.clock()
    kind, by = kind_called(job.arguments["kind"]), _owner(job, progress)
    asked = _asked(job, kind, by=by, at=at)
    progress.tell(5, "Reading the record")
    content = kind.build(asked)
    with room() as target:
        rendered = render(kind, content, target, tell=progress.tell)
        progress.tell(95, "Keeping the file")
        issued = issue(
            kind=kind, asked=asked, content=content, rendered=rendered, order=job.uid, by=by, at=progress.clock()
        )
    _tell_if_long(job, issued, by=by, progress=progress)
    return issued.file


def _asked(job: Job, kind: DocumentKind, *, by: Actor, at: datetime) -> Asked:
    """What was ordered. Whoever may no longer have it is refused: she may have waited while that changed."""
    said = job.arguments
    subject = subject_of(kind, said.get("subject"))
    if subject is not None and not allows(kind.permission, by, subject):
        raise Refused("You may no longer read what this document is made of, so nothing was made.")
    choices = dict(each.split(":", 1) for each in said["choices"])
    code = code_for(job.uid, taken=_Codes())
    return Asked(person_id=said["person"], by=by, at=at, choices=choices, subject_id=said.get("subject"), code=code)


class _Codes:
    """The codes other documents carry."""

    def __contains__(self, code: object) -> bool:
        return Issued.objects.filter(code=code).exists()


def _owner(job: Job, progress: Progress) -> Actor:
    user = User.objects.filter(person_id=job.owner_id, is_active=True).select_related("person").first()
    if user is None:
        raise Refused("The account that asked for it is closed, so nothing was made.")
    return actor_for(user=user, on=timezone.localdate(progress.clock()), organisation_id=job.organisation_id)


def _tell_if_long(job: Job, issued: Issued, *, by: Actor, progress: Progress) -> None:
    at = progress.clock()
    if at - job.asked_at >= LONG:
        context = MadeContext(url=issued.get_absolute_url(), document=issued.title)
        send(kind=MADE, to=issued.made_by, context=context, by=by, at=at)


declare(JobKind(MAKE, "Your document", run=make))
