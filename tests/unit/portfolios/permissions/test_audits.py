"""Who may begin an audit of somebody's case: every role is asked."""

import pytest

from academy.engines.access.permissions import allows
from academy.people.choices import ACADEMY_ROLES, RoleCode
from tests.factories.identity import OrganisationFactory
from tests.factories.people import DeputyFactory, as_actor, holder_of

AUDITING = {
    *ACADEMY_ROLES,
    RoleCode.PRINCIPAL_SOCIAL_WORKER,
    RoleCode.LEAD_SOCIAL_WORKER,
    RoleCode.SERVICE_MANAGER,
}


def begins(person, council):
    return allows("portfolios.audit.begin", as_actor(person), council.author)


@pytest.mark.parametrize("role", RoleCode.values)
def test_audit_is_begun_by_those_who_answer_for_the_work_there(council, role):
    assert begins(holder_of(role, council.organisation), council) == (role in AUDITING)
    assert not begins(holder_of(role, OrganisationFactory()), council)


def test_audit_is_begun_by_the_line_manager_and_her_deputy_and_by_no_colleague(council):
    assert (begins(council.manager, council), begins(council.colleague, council)) == (True, False)
    DeputyFactory(person=council.manager, deputy=council.colleague, organisation=council.organisation)
    assert begins(council.colleague, council)
