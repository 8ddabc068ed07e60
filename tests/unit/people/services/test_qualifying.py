"""Keeping who is supported to qualify."""

from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.people.choices import Profession, RoleCode
from academy.people.services.qualifying import NOT_YOURS, SupportDetails, begin, qualify, stop
from tests.factories.identity import TODAY
from tests.factories.people import NOW, JobRoleFactory, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db


def refusal(act, **arguments):
    with pytest.raises(Refused) as refused:
        act(**arguments, at=NOW)
    return refused.value.reason


def details(**changes):
    asked = {"route": "apprenticeship", "towards": JobRoleFactory(), "from_on": date(2025, 9, 1)}
    return SupportDetails(**{**asked, **changes})


@pytest.mark.parametrize("profession", [Profession.SOCIAL_WORKER, Profession.OCCUPATIONAL_THERAPIST])
def test_assistant_is_supported_to_qualify_as_either(here, hr, profession, last_act):
    person = staff_of(here)
    support = begin(
        person=person, organisation=here, details=details(towards=JobRoleFactory(profession=profession)), by=hr, at=NOW
    )
    assert (support.person, support.towards.profession, support.is_open) == (person, profession, True)
    assert last_act() == ("people.qualifying.begin", person.pk, [], "", "supported")


def test_support_is_refused_towards_other_jobs_beside_an_open_one_and_to_others(here, hr):
    person = staff_of(here)
    asked = {"person": person, "organisation": here}
    other = details(towards=JobRoleFactory(profession=Profession.SUPPORT_WORKER))
    assert "registered job" in refusal(begin, **asked, details=other, by=hr)
    manager = as_actor(holder_of(RoleCode.SERVICE_MANAGER, here))
    assert refusal(begin, **asked, details=details(), by=manager) == NOT_YOURS
    begin(**asked, details=details(), by=hr, at=NOW)
    assert "supported already" in refusal(begin, **asked, details=details(), by=hr)


@pytest.mark.parametrize(("end", "field"), [(qualify, "qualified_on"), (stop, "stopped_on")])
def test_support_ends_once(here, hr, end, field, last_act):
    person = staff_of(here)
    support = begin(person=person, organisation=here, details=details(), by=hr, at=NOW)
    assert refusal(end, support=support, on=TODAY + timedelta(days=1), by=hr) == "This day is still to come."
    assert refusal(end, support=support, on=TODAY, by=as_actor(person)) == NOT_YOURS
    ended = end(support=support, on=TODAY, by=hr, at=NOW)
    assert (getattr(ended, field), ended.is_open) == (TODAY, False)
    assert last_act()[2:] == ([field], "supported", field.removesuffix("_on"))
    assert refusal(stop, support=support, on=TODAY, by=hr) == "This has ended already."
