"""Completions as facts: all of somebody's, or those that are asked for."""

import pytest

from academy.engines.facts.keys import COMPLETION, keyed
from academy.training.selectors.completions import completion_facts
from tests.factories.completions import CompletionFactory
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db
LAW, RISK = keyed(COMPLETION, "bristol/law"), keyed(COMPLETION, "bristol/risk")


@pytest.mark.parametrize(
    ("keys", "found"), [([COMPLETION], {LAW, RISK}), ([LAW], {LAW}), ([COMPLETION, LAW], {LAW, RISK})]
)
def test_family_asks_for_everything_and_a_key_for_one_course(keys, found, django_assert_num_queries):
    her, council = PersonFactory(), OrganisationFactory(slug="bristol")
    for code in ("law", "risk"):
        CompletionFactory(person=her, course=CourseFactory(organisation=council, code=code))
    CompletionFactory(course=CourseFactory(organisation=council, code="theirs"))

    with django_assert_num_queries(1):
        facts = list(completion_facts([her.pk], on=TODAY, keys=keys))

    assert {fact.key for fact in facts} == found
    assert {fact.person for fact in facts} == {her.pk}
