"""Who is or was supported to qualify, and how many stayed afterwards."""

from collections.abc import Iterator
from datetime import date

from django.db.models import DateField, F, Max, OuterRef, QuerySet, Subquery

from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RoleCode
from academy.people.models import JobRole, Post, QualifyingSupport
from academy.people.rules.qualifying import TOWARDS, Qualified, Retention, retention


def listed(actor: Actor) -> QuerySet[QualifyingSupport]:
    """Support in the organisation acted in for its academy and human resources, the newest first."""
    here = actor.organisations_where(*ACADEMY_ROLES, RoleCode.HR) & {actor.organisation_id}
    return QualifyingSupport.objects.filter(organisation_id__in=here).select_related("person", "towards")


def retention_in(organisation_id: int | None, *, on: date) -> list[Retention]:
    """How many of those who qualified with support were still there so many years later. One query."""
    return retention(_qualified(organisation_id), on=on)


def jobs_towards() -> list[JobRole]:
    """The registered jobs support can lead to, by title."""
    return list(JobRole.objects.filter(profession__in=TOWARDS, is_registered=True, withdrawn_on=None).order_by("title"))


def _qualified(organisation_id: int | None) -> Iterator[Qualified]:
    """Each with her last day there: of her posts there, if none goes on."""
    posts = Post.objects.filter(person_id=OuterRef("person_id"), organisation_id=OuterRef("organisation_id")).order_by()
    ended = posts.values("person_id").annotate(last=Max("until_on")).values("last")
    going_on = posts.filter(until_on=None).values("person_id")[:1]
    found = QualifyingSupport.objects.filter(organisation_id=organisation_id, qualified_on__isnull=False)
    last = Subquery(ended, output_field=DateField())
    rows = found.annotate(ended_on=last, goes_on=Subquery(going_on), qualified=F("qualified_on"))
    for qualified_on, ended_on, goes_on in rows.order_by().values_list("qualified", "ended_on", "goes_on"):
        yield Qualified(qualified_on, None if goes_on is not None else ended_on)
