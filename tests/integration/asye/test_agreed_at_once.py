"""The last two agree to a change at the same moment: both stand, and the dates move once."""

import pytest

from asye.choices.enrolments import Role
from asye.models import Change
from tests.factories.asye import ChangeFactory, ConsentFactory, year_of
from tests.factories.identity import OrganisationFactory
from tests.factories.people import account_of, staff_of
from tests.integration.engines.at_once import said_by_two

PREPARATION = """
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.identity.models import User
from asye.models import Change
from asye.services.changes import Answer, consent
at = timezone.now()
change = Change.objects.get()
def is_first():
    try:
        open(FIRST, "x").close()
    except FileExistsError:
        return False
    return True
"""
ACT = """
person_id = NQSW if is_first() else MANAGER
by = actor_for(user=User.objects.get(person_id=person_id), on=timezone.localdate(at))
try:
    state = consent(change=change, answer=Answer(agrees=True), by=by, at=at).state
    moved = Event.objects.filter(act="asye.milestone.set").count()
    print(f"{state}: {change.consents.count()} agreed, dates set {moved} times" if moved else state, flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""


@pytest.fixture
def change(transactional_db: None) -> Change:
    organisation = OrganisationFactory()
    manager = staff_of(organisation)
    nqsw, assessor = staff_of(organisation, line_manager=manager), staff_of(organisation)
    for person in (nqsw, manager):
        account_of(person)
    parts = {Role.ASSESSOR: assessor, Role.MANAGER: manager, Role.COORDINATOR: staff_of(organisation)}
    change = ChangeFactory(enrolment=year_of(nqsw, organisation, roles=parts, state="active"))
    for role in (Role.ASSESSOR, Role.COORDINATOR):
        ConsentFactory(change=change, role=role, person=parts[role])
    return change


def test_the_last_two_who_agree_at_once_both_stand_and_the_dates_move_once(change, tmp_path):
    manager = change.enrolment.parts.get(role=Role.MANAGER).person_id
    preparation = f"FIRST = {str(tmp_path / 'first')!r}\nNQSW, MANAGER = {change.person_id}, {manager}\n{PREPARATION}"
    told = sorted(said_by_two(ACT, preparation=preparation, folder=tmp_path))
    assert told[0] == "agreed: 4 agreed, dates set 1 times"
    assert told[1] in ("proposed", "proposed: 4 agreed, dates set 1 times")
