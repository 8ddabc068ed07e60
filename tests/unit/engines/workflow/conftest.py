import pytest

from academy.engines.access import permissions
from tests.unit.engines.workflow import leaves


@pytest.fixture
def leaf_permissions(monkeypatch):
    """The permissions of leaves are known for one test only: they are no business of the portal's matrix."""
    for permission in leaves.PERMISSIONS:
        monkeypatch.setitem(permissions._declared, permission.code, permission)


@pytest.fixture
def leaf_table(db, leaf_permissions):
    leaves.make_table()
    leaves.told.clear()
