"""What pieces somebody verifies say of themselves, beside their account."""

from datetime import date

import pytest

from portfolios.selectors.piece_kinds import facts_of
from tests.factories import portfolios as made
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def said(**columns):
    return [(fact.label, fact.text) for fact in facts_of(made.evidence_in(**columns))]


def test_work_says_which_record_was_opened_and_when():
    signer = made.PersonFactory()
    seen = {"record_kind": "plan", "record_seen_on": date(2026, 11, 10), "signed_by": signer, "signed_at": NOW}
    assert said(state="complete", kind="work", **seen) == [
        ("Record opened", "A plan for care, support or a child"),
        ("Opened on", "10 November 2026"),
        ("What was seen", "Matched what is told here; nothing was uploaded"),
        ("Seen and verified by", signer.full_name),
    ]


@pytest.mark.parametrize(
    ("columns", "facts"),
    [
        ({"state": "draft"}, []),
        ({"state": "complete"}, [("Verified", "By nobody; kept as it is")]),
        ({"state": "complete", "kind": "supervision"}, [("Verified", "Signed by both in supervision")]),
        (
            {"state": "complete", "kind": "certificate", "known_as": "completion:1"},
            [("Known from", "The portal’s own record"), ("Verified", "By nobody; kept as it is")],
        ),
    ],
)
def test_piece_kept_alone_says_so(columns, facts):
    assert said(**columns) == facts
