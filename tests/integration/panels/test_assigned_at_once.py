"""Two who ask at the same moment: nobody has a case twice, and nobody more cases than the policy lets her."""

from dataclasses import replace
from pathlib import Path

import pytest

from panels.choices.panels import Seat
from panels.models import Case
from panels.rules.policy import PLAIN
from tests.factories.panels import MemberFactory, PanelPolicyFactory, case_in, seat_of
from tests.factories.people import account_of
from tests.integration.engines.at_once import counted, said_by_two

PREPARATION = """
import os
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import Person, User
from panels.models import Case
from panels.services.assigning import assign
at = timezone.now()
def actor(person_id):
    return actor_for(user=User.objects.get(person_id=person_id), on=timezone.localdate(at))
chair, clerk = actor({chair}), actor({clerk})
member = Person.objects.get(pk={member})
cases = list(Case.objects.select_related("policy", "sitting").order_by("pk"))
"""
ACT = """
try:
    os.mkdir({first!r})
    case, by = cases[0], chair
except FileExistsError:
    case, by = cases[-1], clerk
try:
    print(assign(case=case, person=member, by=by, at=at).state, flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""


@pytest.fixture
def case(transactional_db: None) -> Case:
    policy = PanelPolicyFactory(panel_rules=replace(PLAIN, max_load=1))
    made = case_in("accepted", policy=policy)
    for seat in (Seat.CHAIR, Seat.CLERK):
        account_of(seat_of(made.panel, seat))
    return made


def said(case: Case, folder: Path) -> list[str]:
    """What is said to chair and clerk, each of whom asks the same member: for the first case, and for the last."""
    people = {"chair": seat_of(case.panel).pk, "clerk": seat_of(case.panel, Seat.CLERK).pk}
    preparation = PREPARATION.format(member=MemberFactory(panel=case.panel).person_id, **people)
    return sorted(said_by_two(ACT.format(first=str(folder / "first")), preparation=preparation, folder=folder))


def test_two_who_ask_her_for_one_case_at_once_ask_once(case, tmp_path):
    assert said(case, tmp_path) == ["She has this case already. Choose somebody else.", "asked"]
    assert counted("panels_assignment", "state = 'asked'", folder=tmp_path) == 1


def test_two_who_ask_her_for_two_cases_at_once_give_her_no_more_than_she_may_have(case, tmp_path):
    case_in("accepted", panel=case.panel, policy=case.policy)
    full = "She has 1 case already, the most the policy lets anybody have. Choose somebody else."
    assert said(case, tmp_path) == [full, "asked"]
    assert counted("panels_assignment", "state = 'asked'", folder=tmp_path) == 1
