"""A part changes hands by date, and what about the parts needs attention."""

from datetime import date

import pytest

from asye.choices.enrolments import Role
from asye.rules.parts import Holding, attention, can_hand_over, remarks

ON, SINCE = date(2026, 11, 17), date(2026, 9, 7)
TOM = (7, SINCE, "Tom Baines")
HELD = (
    Holding(role=Role.ASSESSOR, person_id=7, name="Tom Baines"),
    Holding(role=Role.MANAGER, person_id=8, name="Helen Prosser"),
    Holding(role=Role.COORDINATOR, person_id=9, name="Joy Adeyemi"),
)
NEEDED = (Role.ASSESSOR, Role.MANAGER, Role.COORDINATOR)


@pytest.mark.parametrize(
    ("before", "to", "from_on", "because", "reason", "field"),
    [
        (TOM, 7, ON, "She moves.", "Tom Baines has this part already. Choose somebody else.", "person"),
        (
            TOM,
            8,
            SINCE,
            "She moves.",
            "Tom Baines has had it since 7 September 2026. Choose a later first day.",
            "from_on",
        ),
        (TOM, 8, ON, " ", "Say why it changes hands. It is shown at the next review.", "because"),
        (None, 8, date(2027, 3, 1), "", "Choose a day within the next three months.", "from_on"),
    ],
)
def test_part_that_cannot_change_hands_like_this_is_refused(before, to, from_on, because, reason, field):
    decision = can_hand_over(before=before, to=to, from_on=from_on, because=because, on=ON)
    assert (decision.allowed, decision.reason, decision.field) == (False, reason, field)


def test_part_goes_to_another_with_a_reason_and_a_vacant_one_without():
    assert can_hand_over(before=TOM, to=8, from_on=date(2026, 9, 8), because="She moves.", on=ON).allowed
    assert can_hand_over(before=None, to=8, from_on=ON, because="", on=ON).allowed


def test_one_person_in_two_parts_is_allowed_and_said():
    both = (*HELD, Holding(role=Role.COORDINATOR, person_id=7, name="Tom Baines"))
    assert remarks(HELD) == []
    said = (
        "Tom Baines is assessor and co-ordinator: a second pair of eyes is missing where dates "
        "and promises are looked at."
    )
    assert remarks(both) == [said]


@pytest.mark.parametrize(
    ("held", "line_manager", "found"),
    [
        (HELD, 8, {}),
        (HELD, None, {}),
        (HELD[:2], 8, {Role.COORDINATOR: "Nobody is the co-ordinator."}),
        (
            (Holding(role=Role.ASSESSOR, person_id=7, name="Tom Baines", belongs=False), *HELD[1:]),
            8,
            {Role.ASSESSOR: "Tom Baines, the assessor, does not work here any more."},
        ),
        (
            (Holding(role=Role.ASSESSOR, person_id=7, name="Tom Baines", is_registered=False), *HELD[1:]),
            8,
            {Role.ASSESSOR: "Tom Baines, the assessor, has no live registration and cannot sign."},
        ),
        (HELD, 5, {Role.MANAGER: "Helen Prosser is not her line manager any more."}),
        (
            (HELD[0], Holding(role=Role.MANAGER, person_id=8, name="Helen Prosser", is_registered=False), HELD[2]),
            8,
            {Role.SUPERVISOR: "Her line manager is no registered social worker, and nobody else supervises her."},
        ),
    ],
)
def test_parts_that_need_somebody_else_say_why(held, line_manager, found):
    assert attention(held, needed=NEEDED, line_manager=line_manager) == found
