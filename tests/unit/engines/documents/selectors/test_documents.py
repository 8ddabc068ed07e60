import pytest

from academy.engines.documents.selectors.documents import documents_about, documents_under_way
from academy.engines.documents.services.documents import order
from academy.engines.jobs.models import Job
from tests.factories.documents import MADE_AT, issued
from tests.factories.identity import PersonFactory, actor_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [1, 3])
def test_documents_about_are_ones_own_of_the_kind_in_one_query(kind, number, django_assert_num_queries):
    person = PersonFactory()
    mine = [issued(person) for _ in range(number)]
    issued(person, kind="tests.other")
    issued(PersonFactory(), made_by=person)
    with django_assert_num_queries(1):
        found = documents_about(actor_of(person), "tests.letter")
        assert [each.file.original_name for each in found] == ["letter.pdf"] * number
    assert found == mine[::-1]


def test_documents_under_way_are_the_actors_and_not_over(kind):
    by = actor_of()
    waiting = order(kind=kind, by=by, at=MADE_AT, choices={"part": "1"})
    over = order(kind=kind, by=by, at=MADE_AT, choices={"part": "2"})
    order(kind=kind, by=actor_of(), at=MADE_AT, choices={})
    Job.objects.filter(pk=over.pk).update(status="failed", finished_at=MADE_AT, reason="No.")
    assert documents_under_way(by) == [waiting]
