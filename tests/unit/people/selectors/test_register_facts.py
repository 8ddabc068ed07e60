"""What registers say, as facts: stretches without a break, what is noted, and the awards it shows."""

from datetime import date

import pytest

from academy.engines.facts.facts import Fact
from academy.people.selectors.register_facts import annotation_facts, registration_facts
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.people import SINCE, AnnotationFactory, RegistrationFactory

pytestmark = pytest.mark.django_db
LAPSES = date(2026, 11, 30)


@pytest.fixture
def her():
    return PersonFactory()


def told(finder, *keys, people, on=TODAY):
    facts = finder([person.pk for person in people], on=on, keys=keys)
    return [(fact.person, fact.key, fact.on, fact.until) for fact in facts]


def test_registration_reaches_as_far_as_its_renewal_and_says_which_register(her):
    RegistrationFactory(person=her, from_on=SINCE, expires_on=LAPSES)

    assert list(registration_facts([her.pk], on=TODAY, keys=["people.registration:swe"])) == [
        Fact(
            key="people.registration:swe",
            person=her.pk,
            on=SINCE,
            until=LAPSES,
            source="Register of Social Work England",
            link="/people/me/",
        )
    ]


def test_registration_entered_anew_on_the_next_day_goes_on_and_after_a_break_begins_again(her):
    for first, last in ((date(2020, 2, 3), date(2022, 3, 31)), (date(2022, 4, 1), date(2024, 2, 29))):
        RegistrationFactory(person=her, from_on=first, until_on=last)
    RegistrationFactory(person=her, from_on=date(2024, 3, 2))

    assert told(registration_facts, "people.registration", people=[her]) == [
        (her.pk, "people.registration:swe", date(2020, 2, 3), date(2024, 2, 29)),
        (her.pk, "people.registration:swe", date(2024, 3, 2), None),
    ]


def test_registration_is_told_of_the_regulator_that_is_asked_for_and_from_its_first_day(her):
    RegistrationFactory(person=her, regulator="hcpc", number="SW77001", from_on=date(2015, 1, 1))
    RegistrationFactory(person=her, from_on=TODAY)
    both = ["people.registration:hcpc", "people.registration:swe"]

    keys = [
        [key for _, key, *_ in told(registration_facts, asked, people=[her], on=day)]
        for asked in ("people.registration", "people.registration:swe", "people.registration:hcpc")
        for day in (TODAY, date(2026, 11, 16))
    ]

    assert keys == [both, both[:1], both[1:], [], both[:1], both[:1]]


def test_annotation_ends_with_a_registration_that_runs_out_and_the_award_it_shows_does_not(her):
    entry = RegistrationFactory(person=her, expires_on=LAPSES)
    AnnotationFactory(registration=entry, kind="amhp", from_on=date(2024, 6, 3))

    assert told(annotation_facts, "people.annotation", "pathways.award", people=[her]) == [
        (her.pk, "people.annotation:amhp", date(2024, 6, 3), LAPSES),
        (her.pk, "pathways.award:amhp", date(2024, 6, 3), None),
    ]


def test_annotation_from_after_the_registration_ran_out_shows_the_award_alone(her):
    entry = RegistrationFactory(person=her, expires_on=date(2024, 11, 30))
    AnnotationFactory(registration=entry, kind="bia", from_on=date(2025, 1, 6))

    assert told(annotation_facts, "people.annotation:bia", "pathways.award:bia", people=[her]) == [
        (her.pk, "pathways.award:bia", date(2025, 1, 6), None)
    ]


def test_only_what_is_asked_for_is_told_and_an_award_no_register_notes_asks_nothing(her, django_assert_num_queries):
    entry = RegistrationFactory(person=her)
    for kind in ("amhp", "bia"):
        AnnotationFactory(registration=entry, kind=kind)

    assert [key for _, key, *_ in told(annotation_facts, "pathways.award:bia", people=[her])] == ["pathways.award:bia"]
    with django_assert_num_queries(0):
        assert told(annotation_facts, "pathways.award:trusted-assessor", people=[her]) == []


@pytest.mark.parametrize("number", [1, 3])
def test_registers_of_many_people_are_read_in_one_query_each(number, django_assert_num_queries):
    entries = [RegistrationFactory() for _ in range(number)]
    for entry in entries:
        AnnotationFactory(registration=entry)
    RegistrationFactory()
    people = [entry.person for entry in entries]

    with django_assert_num_queries(1):
        registered = told(registration_facts, "people.registration", people=people)
    with django_assert_num_queries(1):
        noted = told(annotation_facts, "people.annotation", people=people)

    assert [person for person, *_ in registered] == [person.pk for person in people]
    assert [person for person, *_ in noted] == [person.pk for person in people]
