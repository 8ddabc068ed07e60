"""How training is decided, as reference data: one policy for all, and those of organisations of their own."""

from academy.engines.reference.declarations import Kind, declare
from academy.training.schema.policy import TrainingPolicyFile
from academy.training.services.policies import load, withdraw_policy

TRAINING_POLICIES = Kind(
    name="training.policy",
    app="training",
    folder="training_policies",
    schema=TrainingPolicyFile,
    key=lambda file: file.key,
    after=("people.organisation",),
    load=load,
    withdraw=withdraw_policy,
)

declare(TRAINING_POLICIES)
