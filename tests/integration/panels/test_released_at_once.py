"""Two processes at the same moment: what a sitting decided is told once."""

import pytest

from academy.people.choices import RoleCode
from tests.factories.panels_outcomes import decided, lettered, sat
from tests.factories.people import account_of, holder_of
from tests.integration.engines.at_once import counted, said_by_two

PREPARATION = """
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
from panels.models import Meeting
from panels.services.releasing import release
at = timezone.now()
meeting = Meeting.objects.get()
by = actor_for(user=User.objects.get(person_id={who}), on=timezone.localdate(at))
"""
ACT = """
try:
    release(meeting=meeting, by=by, at=at)
    print("told", flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""


@pytest.mark.usefixtures("transactional_db")
def test_a_sitting_told_twice_at_once_is_told_once(tmp_path):
    meeting = sat()
    lead = holder_of(RoleCode.ACADEMY_LEAD, meeting.panel.organisation)
    account_of(lead)
    for _ in range(2):
        lettered(decided(meeting))
    found = said_by_two(ACT, preparation=PREPARATION.format(who=lead.pk), folder=tmp_path)
    assert sorted(found) == ["These decisions were told already.", "told"]
    assert counted("notify_notice", "kind = 'panels.outcome.released'", folder=tmp_path) == 2
    assert counted("audit_event", "act = 'panels.meeting.release'", folder=tmp_path) == 1
