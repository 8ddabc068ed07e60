from dataclasses import replace

import pytest

from panels.rules.moderating import Putting, can_put

OPEN = Putting(
    waits=True,
    with_panel=False,
    is_moderation=True,
    takes_cases=True,
    is_joint=False,
    services=("adults",),
)


def test_a_year_that_waits_is_put_to_a_sitting_that_takes_cases():
    assert can_put(OPEN).allowed


@pytest.mark.parametrize(
    ("changed", "field", "begins"),
    [
        ({"waits": False}, None, "This year waits for no moderation"),
        ({"with_panel": True}, None, "This recommendation is with a panel"),
        ({"is_moderation": False}, "sitting", "Choose a sitting of ASYE moderation"),
        ({"takes_cases": False}, "sitting", "Choose a sitting of ASYE moderation"),
        ({"is_joint": True}, "sitting", "Adults’ and children’s years come before this panel together"),
    ],
)
def test_what_keeps_it_from_a_sitting_is_said(changed, field, begins):
    found = can_put(replace(OPEN, **changed))
    assert (found.allowed, getattr(found, "field"), found.reason.startswith(begins)) == (False, field, True)


@pytest.mark.parametrize("services", [("adults", "children"), ("",), ("", "adults")])
def test_a_joint_panel_speaks_for_both_services(services):
    assert can_put(replace(OPEN, is_joint=True, services=services)).allowed
