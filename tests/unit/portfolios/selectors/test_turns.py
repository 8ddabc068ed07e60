"""Whose turn it is in a piece, and since when."""

from datetime import date, timedelta

import pytest

from portfolios.selectors.turns import row_of
from tests.factories import portfolios as made
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def test_feedback_names_what_its_giver_is_and_a_professional_by_name():
    nameless = made.FeedbackFactory().evidence
    named = made.FeedbackFactory(giver="professional", giver_name="Ruth Abara").evidence
    assert [row_of(each).second for each in (nameless, named)] == [
        "a person who draws on care and support",
        "Ruth Abara",
    ]


def test_observer_outside_and_auditor_are_named():
    outside = made.ObservationFactory(observer=None, outsider_name="Gwen Parry").evidence
    audit = made.CaseAuditFactory()
    assert (row_of(outside).second, row_of(audit.evidence).second) == ("Gwen Parry", audit.auditor.full_name)


@pytest.mark.parametrize(("happened_on", "planned_on"), [(None, date(2026, 6, 10)), (date(2026, 6, 11), None)])
def test_observation_has_its_planned_day_until_it_was_held(happened_on, planned_on):
    held = made.ObservationFactory(evidence__happened_on=happened_on).evidence
    assert [row_of(each).planned_on for each in (held, made.evidence_in("draft"))] == [planned_on, None]


@pytest.mark.parametrize(
    ("state", "moment", "on_others", "own"),
    [
        ("draft", "changed_at", False, True),
        ("asked", "asked_at", True, False),
        ("complete", "completed_at", False, False),
        ("withdrawn", "withdrawn_at", False, False),
    ],
)
def test_turn_is_counted_from_the_moment_it_came(state, moment, on_others, own):
    row = row_of(made.evidence_in(state, **{moment: NOW - timedelta(days=3)}))
    assert (row.since, row.waits_on_others, row.is_own_turn) == ((NOW - timedelta(days=3)).date(), on_others, own)
