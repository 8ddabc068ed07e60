from datetime import date, timedelta

import pytest

from academy.people.models import RoleHolding
from academy.people.querysets import holds_on
from academy.people.selectors.written_once import WrittenOnce
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.people import RoleHoldingFactory

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - timedelta(days=1)


def test_query_is_written_once_and_asked_about_each_person_and_day(django_assert_num_queries):
    helen, ruth = PersonFactory(), PersonFactory()
    of_helen, of_ruth = RoleHoldingFactory(person=helen, until_on=YESTERDAY), RoleHoldingFactory(person=ruth)
    written: list[tuple[int, date]] = []

    def held(person_id, on):
        written.append((person_id, on))
        return RoleHolding.objects.filter(holds_on(on), person_id=person_id).values_list("pk", "role")

    query = WrittenOnce(held)
    with django_assert_num_queries(3):
        found = [query.rows(*asked) for asked in ((helen.pk, YESTERDAY), (helen.pk, TODAY), (ruth.pk, TODAY))]

    assert found == [[(of_helen.pk, of_helen.role)], [], [(of_ruth.pk, of_ruth.role)]]
    assert len(written) == 1
