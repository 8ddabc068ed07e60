"""People are told of a case they see, under the name they may know, and nobody else is."""

import pytest

from academy.engines.audit.commands import command, record
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from panels.choices.cases import CaseKind
from panels.choices.panels import Names
from panels.notices.checking import ACCEPTED
from panels.services.telling import tell
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import TieFactory, case_in, seat_of
from tests.factories.people import NOW, as_actor, holder_of

pytestmark = pytest.mark.django_db


@command("tests.panels.tell")
def told(*, case, to, by, at):
    tell(ACCEPTED, case, to=to, by=by, at=at)
    record(case)


def bodies(case, *people, by=None):
    told(case=case, to=people, by=as_actor(by or seat_of(case.panel, "clerk")), at=NOW)
    return {notice.person_id: notice.body for notice in Notice.objects.all()}


def test_reader_gets_the_name_only_where_she_sees_it():
    case = case_in("accepted", names=Names.BLIND)
    chair, lead = seat_of(case.panel), holder_of(RoleCode.ACADEMY_LEAD, case.organisation)
    found = bodies(case, case.person, chair, lead, lead)
    assert found[case.person_id].startswith("Your case (Step up) is accepted.")
    assert found[chair.pk].startswith(f"The case of Case {case.pk} (Step up)")
    assert found[lead.pk].startswith(f"The case of {case.person.full_name} (Step up)")
    assert Notice.objects.count() == 3


def test_who_does_it_who_is_out_of_it_and_strangers_hear_nothing():
    case = case_in("accepted")
    clerk, chair = seat_of(case.panel, "clerk"), seat_of(case.panel)
    TieFactory(case=case, person=chair)
    stranger = holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory())
    assert bodies(case, clerk, chair, stranger, by=clerk) == {}


def test_nqsw_hears_nothing_of_her_moderation_here():
    case = case_in("accepted", kind=CaseKind.MODERATION)
    assert bodies(case, case.person) == {}
