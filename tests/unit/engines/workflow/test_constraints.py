from django.db.models import Q

from academy.engines.workflow.constraints import state_known
from tests.unit.engines.workflow.leaves import LeafState


def test_constraint_takes_in_every_state_and_no_other():
    constraint = state_known(LeafState, name="leaf_phase_known", field="phase")

    assert (constraint.name, constraint.condition) == ("leaf_phase_known", Q(phase__in=["bud", "green", "fallen"]))
