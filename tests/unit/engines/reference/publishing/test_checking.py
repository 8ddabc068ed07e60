from datetime import date

import pytest

from academy.engines.reference.publishing.checking import can_begin

TODAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("valid_from", "reason"),
    [
        (TODAY, ""),
        (date(2027, 1, 1), ""),
        (date(2026, 11, 15), "Give today or a day to come: until now something else held."),
    ],
)
def test_policy_does_not_begin_backwards(valid_from, reason):
    assert can_begin(valid_from=valid_from, today=TODAY).reason == reason
