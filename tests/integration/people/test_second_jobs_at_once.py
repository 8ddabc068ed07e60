"""Two decisions on one second job at the same moment: one is made, the other is told what happened."""

import pytest
from django.utils import timezone

from tests.factories.people import account_of
from tests.factories.second_job_world import declared, second_job_council
from tests.integration.engines.at_once import said_by_two

PREPARATION = """
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
from academy.people.models import SecondJob
from academy.people.services.second_job_decisions import allow, refuse
at = timezone.now()
helen = actor_for(user=User.objects.get(person__given_name="Helen"), on=timezone.localdate(at))
job = SecondJob.objects.get()
"""
ACT = """
try:
    allow(job=job, by=helen, at=at)
    print("now", SecondJob.objects.get().state, flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""


@pytest.mark.usefixtures("transactional_db")
def test_second_job_allowed_twice_at_once_is_allowed_once(tmp_path):
    council = second_job_council()
    account_of(council.helen)
    declared(council, from_on=timezone.localdate())

    told = said_by_two(ACT, preparation=PREPARATION, folder=tmp_path)

    assert sorted(told) == ["This second job is allowed. You cannot change it any more.", "now allowed"]
