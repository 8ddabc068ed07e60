"""The menu knows whom a year concerns with the same queries as before."""

from datetime import date

import pytest

from academy.identity.actor import Actor, HeldRole
from academy.identity.choices import ActorKind
from academy.people.selectors.standing import standing
from asye.choices.enrolments import Role
from asye.navigation.home import is_concerned
from asye.selectors.concerned import CONCERNED
from tests.factories.asye import EnrolmentFactory, PartFactory
from tests.factories.identity import TODAY, PersonFactory


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_years_mark_whom_they_concern_without_a_query_of_their_own(count, django_assert_num_queries):
    priya, tom, other = PersonFactory.create_batch(3)
    own = EnrolmentFactory(person=priya)
    for year in [own, *(EnrolmentFactory() for _ in range(count - 1))]:
        PartFactory(enrolment=year, person=tom)

    with django_assert_num_queries(3):
        marks = [standing(person.pk, TODAY).marks for person in (priya, tom, other)]

    assert marks == [frozenset({CONCERNED}), frozenset({CONCERNED}), frozenset()]


@pytest.mark.django_db
def test_part_handed_over_marks_nobody_any_more():
    part = PartFactory(role=Role.ASSESSOR, until_on=date(2026, 2, 1))
    assert standing(part.person_id, TODAY).marks == frozenset()


@pytest.mark.parametrize(
    ("roles", "marks", "shown"),
    [
        ((), frozenset(), False),
        ((), frozenset({CONCERNED}), True),
        ((HeldRole("asye_coordinator", 1, service_id=2),), frozenset(), True),
        ((HeldRole("hr", 1),), frozenset(), False),
    ],
)
def test_menu_shows_the_asye_to_whom_it_concerns(roles, marks, shown):
    actor = Actor(kind=ActorKind.USER, on=TODAY, label="Somebody", roles=roles, marks=marks)
    assert is_concerned(actor) is shown
