"""The list of breaches stands with what the academy keeps, for those who oversee."""

import pytest

from academy.people.choices import RoleCode
from academy.ui.navigation import SETTINGS
from portfolios.querysets.taken_in import OVERSEERS
from tests.factories.people import as_actor, holder_of


@pytest.mark.parametrize("role", RoleCode.values)
def test_breaches_are_found_by_those_who_oversee(council, role):
    actor = as_actor(holder_of(role, council.organisation))
    urls = {place.label: place.url for place in SETTINGS.places(actor=actor, section="")}

    assert urls.get("Breaches of confidentiality") == ("/portfolio/breaches/" if role in OVERSEERS else None)
