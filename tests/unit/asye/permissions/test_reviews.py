"""Who assesses a stage, names evidence and writes plans."""

import pytest

from academy.engines.access.permissions import allows
from tests.factories.asye_reviews import scheduled


@pytest.mark.parametrize(
    ("permission", "allowed"),
    [
        ("asye.review.assess", {"assessor", "practice_assessor"}),
        ("asye.review.cite", {"nqsw", "assessor", "practice_assessor"}),
        ("asye.plan.write", {"nqsw", "assessor", "practice_assessor", "manager", "coordinator"}),
    ],
)
def test_each_permission_is_given_to_these_parts_and_no_other(world, permission, allowed):
    review = scheduled(world.year)
    names = ("nqsw", "assessor", "practice_assessor", "manager", "coordinator", "colleague")
    assert {name for name in names if allows(permission, world.acting(name), review)} == allowed
