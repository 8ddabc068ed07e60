from dataclasses import replace

import pytest

from academy.people.rules.next_steps import NextStep, WayIn, next_step

NEW = WayIn(
    awaits_post=True, is_registered_job=False, is_registered=False, has_account=False, is_invited=False, is_here=True
)
WITH_POST = replace(NEW, awaits_post=False, is_registered_job=True)


@pytest.mark.parametrize(
    ("way", "step"),
    [
        (NEW, NextStep.POST),
        (WITH_POST, NextStep.REGISTRATION),
        (replace(WITH_POST, is_registered_job=False), NextStep.INVITATION),
        (replace(WITH_POST, is_registered=True), NextStep.INVITATION),
        (replace(WITH_POST, is_registered=True, is_invited=True), None),
        (replace(WITH_POST, is_registered=True, has_account=True), None),
        (replace(NEW, is_here=False), None),
    ],
    ids=["new", "registered job", "other job", "registered", "invited", "with an account", "left"],
)
def test_next_step_is_the_first_thing_missing(way, step):
    assert next_step(way) == step
