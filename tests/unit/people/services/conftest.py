"""An organisation with a team, a keeper of its people, and what an act leaves in the audit."""

from collections.abc import Callable

import pytest

from academy.engines.audit.models import Event
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.models import Team
from tests.factories.identity import OrganisationFactory
from tests.factories.people import TeamFactory, as_actor, holder_of

LastAct = Callable[[], tuple[str, int | None, list[str], str, str]]


@pytest.fixture
def here(db: None) -> Organisation:
    return OrganisationFactory(name="Bristol City Council", short_name="Bristol", slug="bristol")


@pytest.fixture
def team(here: Organisation) -> Team:
    return TeamFactory(service__organisation=here, name="South Locality")


@pytest.fixture
def hr(here: Organisation) -> Actor:
    return as_actor(holder_of("hr", here))


@pytest.fixture
def last_act() -> LastAct:
    """The newest event: act, whose record, changed fields, from which state to which."""

    def newest() -> tuple[str, int | None, list[str], str, str]:
        event = Event.objects.latest("pk")
        return event.act, event.about_id, event.changed, event.from_state, event.to_state

    return newest
