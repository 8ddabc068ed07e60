"""Every declared workflow is sound, and every column of states has one (architecture 6)."""

import pytest
from django.apps import apps
from django.db.models import CheckConstraint, Q

from academy.engines.workflow.definitions import Workflow, declared
from academy.engines.workflow.soundness import faults

WORKFLOWS = list(declared())
COLUMNS = {(workflow.model_label, workflow.field) for workflow in WORKFLOWS}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.model_label)
def test_workflow_is_sound(workflow: Workflow):
    assert faults(workflow) == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.model_label)
def test_column_of_states_refuses_every_other_word(workflow: Workflow):
    model = apps.get_model(workflow.model_label)
    known = Q(**{f"{workflow.field}__in": workflow.choices.values})
    conditions = [each.condition for each in model._meta.constraints if isinstance(each, CheckConstraint)]

    assert conditions.count(known) == 1


def test_every_column_of_states_has_a_workflow():
    found = {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if field.name == "state"
    }

    assert found == {column for column in COLUMNS if column[1] == "state"}
