"""What waits of agreements, for each in turn; as many queries for three as for one."""

from datetime import timedelta

import pytest

from academy.development.services.versions import latest_version
from asye.choices.enrolments import Role
from asye.models import Agreement
from asye.selectors.agreements_waiting import signing_waiting
from asye.worklist.agreements import _needs, _signing, _writing
from tests.factories.asye import AgreementFactory, year_of
from tests.factories.asye_agreements import sent_agreement, signs, whole_agreement
from tests.factories.development import kept_by
from tests.factories.people import NOW, TODAY, DeputyFactory, staff_of


def lines(find, actor):
    return [item.what for item in find(actor, TODAY)]


def test_needs_wait_for_her_then_writing_for_who_assesses(world):
    agreement = AgreementFactory(enrolment=world.year)
    assert lines(_needs, world.acting("nqsw")) == ["Hand in what you need to learn in your ASYE"]
    assert lines(_writing, world.acting("assessor")) == []
    agreement.delete()
    whole_agreement(world.year, assessor=world.assessor)

    assert lines(_needs, world.acting("nqsw")) == []
    name = world.nqsw.full_name
    for who in ("assessor", "practice_assessor"):
        assert lines(_writing, world.acting(who)) == [f"Write the ASYE agreement with {name}"]
    assert lines(_writing, world.acting("manager")) == []


def test_signing_waits_for_each_until_she_has(world):
    agreement = sent_agreement(world.year, assessor=world.assessor)
    name = world.nqsw.full_name
    assert lines(_signing, world.acting("nqsw")) == ["Sign your ASYE agreement"]
    for who in ("assessor", "manager", "coordinator"):
        assert lines(_signing, world.acting(who)) == [f"Sign the ASYE agreement of {name}"]
    for who in ("practice_assessor", "colleague"):
        assert lines(_signing, world.acting(who)) == []

    signs(agreement, world.nqsw)
    assert lines(_signing, world.acting("nqsw")) == []


def test_who_stands_in_for_the_manager_is_asked_to_sign_while_she_does(world):
    sent_agreement(world.year, assessor=world.assessor)
    deputy = DeputyFactory(person=world.manager, deputy=world.colleague, organisation=world.organisation)
    assert lines(_signing, world.acting("colleague")) == [f"Sign the ASYE agreement of {world.nqsw.full_name}"]

    deputy.until_on = TODAY - timedelta(days=1)
    deputy.save()
    assert lines(_signing, world.acting("colleague")) == []


@pytest.mark.parametrize("many", [1, 3])
def test_agreements_to_sign_take_three_queries(world, many, django_assert_num_queries):
    for _ in range(many):
        year = year_of(staff_of(world.organisation), world.organisation, roles={Role.MANAGER: world.manager})
        version = sent_version(year)
        Agreement.objects.create(enrolment=year, state="signing", met_on=TODAY, **version)
    actor = world.acting("manager")

    with django_assert_num_queries(3):
        assert len(signing_waiting(actor)) == many


def sent_version(year):
    """Her needs as they were handed in."""
    entry = kept_by(year.person)
    return {"needs": latest_version(entry=entry, at=NOW), "needs_at": NOW, "made_at": NOW, "changed_at": NOW}
