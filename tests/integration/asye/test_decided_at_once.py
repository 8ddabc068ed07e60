"""Two processes at the same moment: a year is decided once."""

from pathlib import Path

import pytest

from asye.choices.enrolments import Role
from asye.models import Enrolment
from tests.factories.asye import AsyePolicyFactory, year_of
from tests.factories.asye_ending import decider_of, moderated, ripe
from tests.factories.identity import OrganisationFactory
from tests.factories.people import account_of, staff_of
from tests.integration.engines.at_once import said_by_two

PREPARATION = """
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
from asye.models import Enrolment, Part
from asye.rules.decision import Decision
from asye.services.deciding import decide
at = timezone.now()
year = Enrolment.objects.select_related("policy").get()
def actor(person_id):
    return actor_for(user=User.objects.get(person_id=person_id), on=timezone.localdate(at))
by = actor({who})
decision = Decision(outcome="pass", confirmed_on=timezone.localdate(at), words="I read it.")
"""
ACT = """
try:
    {act}
    print("done", flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""


@pytest.fixture
def year(transactional_db: None) -> Enrolment:
    organisation = OrganisationFactory()
    assessor = staff_of(organisation)
    account_of(assessor)
    nqsw = staff_of(organisation)
    return ripe(year_of(nqsw, organisation, roles={Role.ASSESSOR: assessor}, policy=AsyePolicyFactory()))


def said(act: str, who: int, folder: Path) -> list[str]:
    preparation = PREPARATION.format(who=who)
    return sorted(said_by_two(ACT.format(act=act), preparation=preparation, folder=folder))


def test_a_year_decided_twice_at_once_is_decided_once(year, tmp_path):
    decider = decider_of(year.organisation)
    account_of(decider)
    moderated(year)
    told = said("decide(enrolment=year, decision=decision, by=by, at=at)", decider.pk, tmp_path)
    assert (told.count("done"), len(told)) == (1, 2)
    assert told[0].startswith(("This enrolment is decided.", "Somebody else has just changed this enrolment."))
