from datetime import date
from types import SimpleNamespace

import pytest

from academy.development.rules.audits import can_lock, can_share, is_different


@pytest.mark.parametrize(("supervisor", "allowed"), [(None, False), (7, True)])
def test_audit_is_shared_with_somebody(supervisor, allowed):
    assert can_share(SimpleNamespace(supervisor_id=supervisor)).allowed is allowed


@pytest.mark.parametrize(("on", "allowed"), [(None, False), (date(2026, 11, 16), True)])
def test_audit_is_locked_after_a_talk(on, allowed):
    assert can_lock(SimpleNamespace(discussed_on=on)).allowed is allowed


@pytest.mark.parametrize(
    ("own", "hers", "different"), [(None, 2, False), (2, None, False), (2, 2, False), (2, 3, True), (4, 1, True)]
)
def test_views_differ_where_both_said_and_said_otherwise(own, hers, different):
    assert is_different(SimpleNamespace(own_rating=own, supervisor_rating=hers)) is different
