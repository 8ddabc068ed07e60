from datetime import timedelta

import pytest

from academy.development.rules.course_entries import offered_token
from academy.development.selectors.course_entries import offered_drafts
from tests.factories.development import EntryFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def entry_of(author, origin, **said):
    return EntryFactory(author=author, token=offered_token(origin), **{"draft": True, "changed_at": NOW, **said})


def test_open_drafts_are_told_by_what_they_were_offered_from(council):
    draft = entry_of(council.author, "training.booking/1")
    entry_of(council.author, "training.booking/2", draft=False)
    entry_of(council.colleague, "training.booking/3")
    entry_of(council.author, "training.booking/4", changed_at=NOW - timedelta(days=8))
    EntryFactory(author=council.author, draft=True)

    found = offered_drafts(council.by, [f"training.booking/{number}" for number in (1, 2, 3, 4)])

    assert found == {"training.booking/1": draft}


@pytest.mark.parametrize("count", [1, 3])
def test_drafts_cost_one_query_however_many(council, count, django_assert_num_queries):
    origins = [f"training.booking/{number}" for number in range(count)]
    for origin in origins:
        entry_of(council.author, origin)
    actor = council.by

    with django_assert_num_queries(1):
        assert sorted(offered_drafts(actor, origins)) == origins


def test_no_origin_asks_nothing(council, django_assert_num_queries):
    actor = council.by

    with django_assert_num_queries(0):
        assert offered_drafts(actor, []) == {}
