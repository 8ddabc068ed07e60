"""Who reads and who publishes policies: every role against every permission, here and of another organisation."""

import pytest

from academy.engines.access.permissions import allows
from academy.engines.reference.publishing.kinds import published_kinds
from academy.people.choices import RoleCode
from tests.factories.coaching import CoachingTermsFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db
PUBLISHING = ("desk.policy.publish", *sorted({kind.permission for kind in published_kinds()}))
READERS = {RoleCode.ACADEMY_LEAD, RoleCode.ACADEMY_STAFF}


@pytest.mark.parametrize("role", RoleCode.values)
def test_the_academy_reads_and_its_lead_publishes(role):
    actor = as_actor(holder_of(role, OrganisationFactory()))
    assert allows("desk.policy.see", actor) is (role in READERS)
    assert {code: allows(code, actor) for code in PUBLISHING} == dict.fromkeys(
        PUBLISHING, role == RoleCode.ACADEMY_LEAD
    )


def test_who_holds_no_role_does_neither():
    actor = as_actor(staff_of(OrganisationFactory()))
    assert [allows(code, actor) for code in ("desk.policy.see", *PUBLISHING)] == [False] * (1 + len(PUBLISHING))


def test_lead_publishes_nothing_of_another_organisation_and_nothing_for_all():
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()))
    things = (CoachingTermsFactory(organisation=OrganisationFactory()), CoachingTermsFactory(organisation=None))
    assert [allows(code, lead, thing) for code in PUBLISHING for thing in things] == [False] * 2 * len(PUBLISHING)
