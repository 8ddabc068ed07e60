from collections.abc import Iterator

import pytest
from django.db import connection

from tests.integration.engines.at_once import said_by_two
from tests.unit.engines.workflow import leaves
from tests.unit.engines.workflow.leaves import Leaf

PREPARATION = """
from datetime import UTC, datetime
from academy.engines.access import permissions
from academy.engines.audit.commands import Refused, command
from academy.engines.workflow import moves
from academy.identity.actor import Actor
from tests.unit.engines.workflow import leaves
permissions._declared.update({each.code: each for each in leaves.PERMISSIONS})
at = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
by = Actor.system("tests", on=at.date())
leaf = leaves.Leaf.objects.get()
@command("tests.leaf.open")
def open_leaf(*, by, at):
    moves.apply(leaves.LEAF, "open", leaf, by=by, at=at)
"""
ACT = """
try:
    open_leaf(by=by, at=at)
    print("moved", flush=True)
except Refused as refusal:
    print(refusal.reason, flush=True)
"""


@pytest.fixture
def leaf(transactional_db) -> Iterator[Leaf]:
    leaves.make_table()
    yield Leaf.objects.create()
    with connection.schema_editor() as editor:
        editor.delete_model(Leaf)


def test_of_two_moves_at_once_one_is_made_and_one_refused(leaf, tmp_path):
    said = said_by_two(ACT, preparation=PREPARATION, folder=tmp_path)

    assert sorted(said) == ["This leaf is green. You cannot change it any more.", "moved"]
