from dataclasses import replace

import pytest
from django.apps import apps

from academy.engines.workflow.definitions import Transition
from academy.engines.workflow.soundness import faults
from tests.unit.engines.workflow.leaves import LEAF, Leaf

pytestmark = pytest.mark.usefixtures("leaf_permissions")
OPEN, LET_FALL = LEAF.transitions
GROW = "leaves.leaf.grow"


@pytest.fixture(autouse=True)
def _leaf_is_found(monkeypatch):
    monkeypatch.setattr(apps, "get_model", {"leaves.Leaf": Leaf}.__getitem__)


def test_sound_workflow_has_no_fault():
    assert faults(LEAF) == []


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        (
            {"transitions": (OPEN,)},
            ["Nothing leads out of green, and it is not named as terminal.", "Nothing leads to the state fallen."],
        ),
        ({"transitions": (LET_FALL,)}, ["Nothing leads to the state green."]),
        ({"transitions": (OPEN, LET_FALL, OPEN)}, ["Two transitions are called open."]),
        ({"terminal": ()}, ["Nothing leads out of fallen, and it is not named as terminal."]),
        (
            {"transitions": (OPEN, LET_FALL, Transition("rise", ("fallen",), "bud", GROW))},
            ["fallen is named as terminal, but something leads out of it."],
        ),
        (
            {"transitions": (OPEN, LET_FALL, Transition("dye", ("green", "blue"), "red", GROW))},
            ["dye: there is no state blue.", "dye: there is no state red."],
        ),
        (
            {"transitions": (OPEN, replace(LET_FALL, stamps=("fallen_at",)))},
            ["let_fall: there is no field fallen_at."],
        ),
        (
            {"transitions": (OPEN, replace(LET_FALL, permission="leaves.leaf.fell"))},
            ["let_fall: nobody declares the permission leaves.leaf.fell."],
        ),
    ],
)
def test_fault_of_a_workflow_is_told_in_a_sentence(changed, found):
    assert faults(replace(LEAF, **changed)) == found
