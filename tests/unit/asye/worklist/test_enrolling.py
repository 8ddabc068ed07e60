"""Who runs the programme is told of newly qualified colleagues without a year, in one line."""

from datetime import date

import pytest

from academy.engines.worklist.providers import declared
from academy.people.models import JobRole
from asye.services.enrolments import enrol
from tests.factories.asye_enrolling import NEW, council
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor, staff_of

pytestmark = pytest.mark.django_db


def lines_for(actor):
    [provider] = [each for each in declared() if each.key == "asye.enrolling"]
    return [(item.what, item.why, item.url) for item in provider.find(actor, TODAY)]


def test_who_runs_the_programme_is_told_in_one_line_until_they_are_enrolled(django_assert_num_queries):
    here = council()
    assert lines_for(here.by) == [
        (
            f"Enrol {here.nqsw.full_name} in the ASYE",
            "In a newly qualified post without a year, since 1 September 2026.",
            f"/asye/enrol/{here.nqsw.pk}/",
        )
    ]
    job = JobRole.objects.get(code=NEW)
    staff_of(here.organisation, since=date(2026, 10, 5), job_role=job)
    staff_of(here.organisation, since=date(2026, 12, 1), job_role=job)
    [(what, why, url)] = lines_for(here.by)
    assert (what, url) == ("Enrol 2 newly qualified social workers", "/asye/enrol/")
    assert why.endswith("since 1 September 2026.")
    manager = as_actor(here.manager)
    with django_assert_num_queries(0):
        assert lines_for(manager) == []


def test_nothing_waits_once_she_is_enrolled():
    here = council()
    enrol(person=here.nqsw, details=here.details(), by=here.by, at=NOW)
    assert lines_for(here.by) == []
