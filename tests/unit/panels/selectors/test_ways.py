"""From where panels are opened each is shown the ways she may go."""

import pytest

from academy.people.choices import RoleCode
from panels.selectors.ways import ways_for
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, holder_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (RoleCode.ACADEMY_LEAD, {"panels:staff-file", "panels:eligible", "panels:load", "panels:set-up"}),
        (RoleCode.HR, {"panels:staff-file", "panels:eligible"}),
        (RoleCode.SERVICE_MANAGER, {"panels:eligible"}),
        (RoleCode.PANEL_CLERK, set()),
    ],
)
def test_ways_are_shown_to_who_may_go_them(role, shown):
    actor = as_actor(holder_of(role, OrganisationFactory()))
    ways = list(ways_for(actor))
    known = {"panels:staff-file", "panels:eligible", "panels:load", "panels:set-up"}
    assert {way.url_name for way in ways} & known == shown
    assert [way.url.startswith("/panels/") for way in ways] == [True] * len(ways)
