"""Who has never handed a review in."""

import pytest

from panels.selectors.first_time import first_timers, is_first_time
from tests.factories.identity import PersonFactory
from tests.factories.panels import AssignmentFactory, case_in

pytestmark = pytest.mark.django_db


def test_first_time_is_who_handed_no_review_in_but_of_this_case():
    case = case_in("reviews_in")
    new, here, before, asked, looked = (PersonFactory() for _ in range(5))
    AssignmentFactory(case=case, person=here, state="done")
    AssignmentFactory(person=before, state="done")
    AssignmentFactory(person=asked, state="accepted")
    AssignmentFactory(person=looked, state="done", kind="look")
    everybody = [each.pk for each in (new, here, before, asked, looked)]
    assert first_timers(everybody) == {new.pk, asked.pk, looked.pk}
    assert first_timers(everybody, but=case.pk) == {new.pk, here.pk, asked.pk, looked.pk}
    assert [is_first_time(here.pk), is_first_time(here.pk, but=case.pk)] == [False, True]
