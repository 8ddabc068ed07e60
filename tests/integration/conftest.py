from collections.abc import Iterator

import pytest
import time_machine

from tests.factories.people import NOW


@pytest.fixture
def frozen() -> Iterator[None]:
    """The day of the tests stands still. Worlds of the test are built after it."""
    with time_machine.travel(NOW, tick=False):
        yield
