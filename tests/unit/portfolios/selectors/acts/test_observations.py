"""What can be done now with an observation, state by state."""

import pytest

from portfolios.selectors.acts import acts_of
from tests.factories.people import as_actor
from tests.factories.portfolios import ObservationFactory, evidence_in

OUTSIDE = {"observer": None, "outsider_name": "Rosa Whitlock"}


def offered(evidence, actor):
    """The last part of each address; "!" behind the one to do now."""
    start = f"/portfolio/observations/{evidence.pk}/"
    return [act.url.removeprefix(start).rstrip("/") + "!" * act.is_primary for act in acts_of(evidence, actor)]


@pytest.mark.parametrize(
    ("state", "own", "outside", "observers"),
    [
        ("draft", ["plan!"], ["plan/outside!"], []),
        ("asked", ["move", "call-back"], ["send-again", "move", "call-back"], ["write!", "decline"]),
        ("answered", ["reflect!"], ["reflect!"], []),
        ("reflected", [], ["send-again"], ["judge!"]),
        ("complete", [], [], []),
    ],
)
def test_acts_of_each_state(council, state, own, outside, observers):
    def made(**said):
        piece = evidence_in(state, person=council.author, organisation=council.organisation, kind="observation")
        return ObservationFactory(evidence=piece, **said).evidence

    inside = made(observer=council.manager)

    assert offered(inside, council.by) == [*own, "withdraw"]
    assert offered(made(**OUTSIDE), council.by) == [*outside, "withdraw"]
    assert (offered(inside, council.managing), offered(inside, as_actor(council.colleague))) == (observers, [])


def test_withdrawn_nothing_is_offered(council):
    piece = evidence_in("withdrawn", person=council.author, organisation=council.organisation, kind="observation")

    assert offered(ObservationFactory(evidence=piece, observer=council.manager).evidence, council.by) == []
