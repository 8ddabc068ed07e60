"""Completions as facts: all of somebody's, or those that are asked for, with the awards and credits they gave."""

from datetime import date
from decimal import Decimal

import pytest

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import COMPLETION, keyed
from academy.training.selectors.completions import completion_facts
from tests.factories.completions import HELD_ON, CompletionFactory
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db
LAW, RISK = keyed(COMPLETION, "bristol/law"), keyed(COMPLETION, "bristol/risk")


@pytest.fixture
def bristol():
    return OrganisationFactory(slug="bristol")


@pytest.fixture
def bia(bristol):
    return CourseFactory(organisation=bristol, code="bia", outcome="award", credits=30, credit_level=7)


def told(*keys, people):
    return list(completion_facts([person.pk for person in people], on=TODAY, keys=keys))


@pytest.mark.parametrize(
    ("keys", "found"), [([COMPLETION], {LAW, RISK}), ([LAW], {LAW}), ([COMPLETION, LAW], {LAW, RISK})]
)
def test_family_asks_for_everything_and_a_key_for_one_course(keys, found, bristol):
    her = PersonFactory()
    for code in ("law", "risk"):
        CompletionFactory(person=her, course=CourseFactory(organisation=bristol, code=code))
    CompletionFactory(course=CourseFactory(organisation=bristol, code="theirs"))

    facts = told(*keys, people=[her])

    assert {fact.key for fact in facts} == found
    assert {fact.person for fact in facts} == {her.pk}


def test_completion_says_until_when_it_counts_and_how_it_is_known(bristol):
    done = CompletionFactory(
        course=CourseFactory(organisation=bristol, code="law"), valid_until=date(2027, 11, 10), withdrawn_at=None
    )

    assert told(LAW, people=[done.person]) == [
        Fact(
            key=LAW,
            person=done.person_id,
            on=HELD_ON,
            until=date(2027, 11, 10),
            source="Noted by the academy",
            link="/training/record/",
        )
    ]


def test_course_that_ends_in_an_award_gives_it_for_as_long_as_its_completion_counts(bia, bristol):
    her = CompletionFactory(course=bia, valid_until=date(2029, 11, 10)).person
    CompletionFactory(person=her, course=CourseFactory(organisation=bristol, code="law"))

    assert [(fact.key, fact.until) for fact in told("pathways.award", people=[her])] == [
        ("pathways.award:bia", date(2029, 11, 10))
    ]
    assert told("pathways.award:law", "pathways.award:amhp", people=[her]) == []


def test_credits_of_a_course_count_from_the_first_time_it_was_finished_and_for_good(bia):
    her = PersonFactory()
    for completed_on in (date(2026, 3, 2), date(2025, 3, 3)):
        CompletionFactory(person=her, course=bia, completed_on=completed_on, valid_until=date(2029, 3, 2))

    assert [(fact.on, fact.until, fact.quantity, fact.level) for fact in told("training.credits", people=[her])] == [
        (date(2025, 3, 3), None, Decimal(30), "7")
    ]


def test_completion_that_was_taken_back_or_is_of_a_day_to_come_tells_nothing(bia):
    her = CompletionFactory(course=bia, withdrawn_at=NOW, withdrawn_because="Another colleague's.").person
    CompletionFactory(person=her, course=bia, completed_on=date(2026, 11, 18))

    assert told("training.completion", "pathways.award", "training.credits", people=[her]) == []


@pytest.mark.parametrize("number", [1, 3])
def test_everything_many_people_finished_is_read_in_one_query(number, bia, django_assert_num_queries):
    people = [CompletionFactory(course=bia).person for _ in range(number)]

    with django_assert_num_queries(1):
        facts = told("training.completion", "pathways.award", "training.credits", people=people)

    keys = ["training.completion:bristol/bia", "pathways.award:bia", "training.credits"]
    assert [(fact.person, fact.key) for fact in facts] == [(person.pk, key) for person in people for key in keys]
