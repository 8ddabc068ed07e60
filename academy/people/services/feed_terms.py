"""The terms a row of the HR system's table asks for, with what the row does not say kept as it is."""

from academy.identity.models import Person
from academy.people.models import Grade, JobRole, Team, Terms
from academy.people.rules.feed_rows import Wanted
from academy.people.services.terms import TermsDetails

REASON = "From the HR system"


def details_of(wanted: Wanted, present: Terms | None = None) -> TermsDetails:
    """The details of new terms. Level, job title and spinal point stay as long as grade and job do."""
    same_grade = present is not None and present.grade_id == wanted.grade_id
    same_job = present is not None and present.job_role_id == wanted.job_role_id
    point = wanted.spinal_point
    if point is None and present is not None and same_grade:
        point = present.spinal_point
    return TermsDetails(
        team=Team.objects.select_related("service").get(pk=wanted.team_id),
        job_role=JobRole.objects.get(pk=wanted.job_role_id),
        job_title=present.job_title if present is not None and same_job else "",
        grade=Grade.objects.filter(pk=wanted.grade_id).first(),
        level=present.level if present is not None and same_grade else None,
        spinal_point=point,
        fte=wanted.fte,
        line_manager=Person.objects.filter(pk=wanted.line_manager_id).first(),
        reason=REASON,
    )
