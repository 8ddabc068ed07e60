from datetime import timedelta

import pytest

from academy.engines.links.rules import LinkFacts, LinkState, hashed, state_at
from tests.factories.people import NOW

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (LinkFacts(NOW + SECOND), LinkState.OPEN),
        (LinkFacts(NOW), LinkState.EXPIRED),
        (LinkFacts(NOW + SECOND, spent_at=NOW), LinkState.SPENT),
        (LinkFacts(NOW, spent_at=NOW), LinkState.SPENT),
        (LinkFacts(NOW + SECOND, withdrawn_at=NOW), LinkState.WITHDRAWN),
        (LinkFacts(NOW, withdrawn_at=NOW), LinkState.WITHDRAWN),
    ],
)
def test_link_stands_open_up_to_its_last_moment_unless_spent_or_withdrawn(facts, state):
    assert state_at(facts, NOW) is state


def test_token_is_stored_as_its_sha256():
    assert hashed("secret") == "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"
