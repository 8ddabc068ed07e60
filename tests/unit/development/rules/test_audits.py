from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from academy.development.rules.audits import can_lock, can_share, is_different

ON = date(2026, 11, 16)
AT = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("supervisor", "allowed"), [(None, False), (7, True)])
def test_audit_is_shared_with_somebody(supervisor, allowed):
    assert can_share(SimpleNamespace(supervisor_id=supervisor)).allowed is allowed


@pytest.mark.parametrize(
    ("on", "signed", "reason"),
    [
        (None, (AT, AT), "Talk about it first, and write down on which day you did."),
        (ON, (None, None), "Both sign it first."),
        (ON, (AT, None), "Both sign it first."),
        (ON, (None, AT), "Both sign it first."),
        (ON, (AT, AT), ""),
    ],
)
def test_audit_is_locked_after_a_talk_both_signed(on, signed, reason):
    audit = SimpleNamespace(discussed_on=on, person_signed_at=signed[0], supervisor_signed_at=signed[1])

    assert can_lock(audit).reason == reason


@pytest.mark.parametrize(
    ("own", "hers", "different"), [(None, 2, False), (2, None, False), (2, 2, False), (2, 3, True), (4, 1, True)]
)
def test_views_differ_where_both_said_and_said_otherwise(own, hers, different):
    assert is_different(SimpleNamespace(own_rating=own, supervisor_rating=hers)) is different
