"""Two processes at the same moment: her year begins once."""

from pathlib import Path

from asye.services.enrolments import UNDER_WAY
from tests.factories.asye_enrolling import council
from tests.factories.people import account_of
from tests.integration.engines.at_once import said_by_two

PREPARATION = """
from dataclasses import replace
from datetime import date
from decimal import Decimal
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import Person, User
from asye.choices.enrolments import Role
from asye.services.enrolments import Details, enrol
at = timezone.now()
person = Person.objects.get(pk={nqsw})
by = actor_for(user=User.objects.get(person_id={coordinator}), on=timezone.localdate(at))
details = Details(
    starts_on=timezone.localdate(at),
    qualified_on=date(2026, 7, 1),
    fte=Decimal("1.00"),
    people={{Role.ASSESSOR: {assessor}, Role.COORDINATOR: {coordinator}}},
)
"""
ACT = """
try:
    enrol(person=person, details=details, by=by, at=at)
    print("done", flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""


def test_she_is_enrolled_once_by_two_at_the_same_moment(transactional_db: None, tmp_path: Path) -> None:
    here = council()
    account_of(here.coordinator)
    who = {"nqsw": here.nqsw.pk, "coordinator": here.coordinator.pk, "assessor": here.assessor.pk}
    told = sorted(said_by_two(ACT, preparation=PREPARATION.format(**who), folder=tmp_path))
    assert told == [UNDER_WAY, "done"]
