import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError

from academy.development.choices import EntryState
from academy.development.models import EntryFile
from tests.factories.development import EntryFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"state": "lost"}, "entry_state_known"),
        ({"kind": "podcast"}, "entry_kind_known"),
        ({"way": "osmosis"}, "entry_way_known"),
        ({"title": ""}, "entry_kept_is_complete"),
        ({"started_on": None}, "entry_kept_is_complete"),
        ({"way": ""}, "entry_kept_is_complete"),
        ({"happened": ""}, "entry_kept_is_complete"),
        ({"kept_at": None}, "entry_kept_is_complete"),
        ({"state": EntryState.WITHDRAWN}, "entry_withdrawn_at_a_time"),
        ({"ended_on": date(2026, 11, 9)}, "entry_dates_in_order"),
        ({"state": EntryState.DRAFT, "started_on": None, "ended_on": date(2026, 11, 9)}, "entry_dates_in_order"),
        ({"started_on": date(1969, 12, 31)}, "entry_not_before_1970"),
        ({"hours": Decimal("-0.25")}, "entry_hours_in_range"),
        ({"hours": Decimal("999.25")}, "entry_hours_in_range"),
    ],
)
def test_entry_that_breaks_an_invariant_is_refused_by_the_database(change, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        EntryFactory(**change)


def test_entry_of_the_same_form_and_author_twice_is_refused_by_the_database():
    entry = EntryFactory()
    with pytest.raises(IntegrityError, match=r"entry_form_sent_once|development_entry.token"):
        EntryFactory(author=entry.author, token=entry.token)


def test_entries_of_two_authors_may_bear_the_same_token():
    token = uuid.uuid4()
    assert {EntryFactory(token=token).token, EntryFactory(token=token).token} == {token}


@pytest.mark.parametrize(
    ("made", "expected"),
    [({"draft": True}, (True, False, False)), ({}, (False, True, False)), ({"withdrawn": True}, (False, False, True))],
)
def test_entry_knows_its_state(made, expected):
    entry = EntryFactory(**made)
    assert (entry.is_draft, entry.is_kept, entry.is_withdrawn) == expected
    assert entry.standing.value == entry.state


def test_entry_without_a_title_is_called_so_in_lists():
    assert EntryFactory.build(title="").name == "Without a title yet"


def test_entry_does_not_print_its_title():
    entry = EntryFactory(title="Secret")
    assert str(entry) == f"entry {entry.pk}"
    assert str(EntryFile(entry=entry, file_id=7)) == f"file 7 of entry {entry.pk}"
