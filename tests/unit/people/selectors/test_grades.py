import pytest

from academy.people.selectors.grades import code_of, grade_choices, grade_chosen
from tests.factories.identity import OrganisationFactory
from tests.factories.people import GradeFactory, GradeLevelFactory

pytestmark = pytest.mark.django_db


def test_grades_are_offered_with_their_levels_below_them(django_assert_num_queries):
    here = OrganisationFactory()
    bg10 = GradeFactory(organisation=here, code="BG10")
    first, second = (GradeLevelFactory(grade=bg10, title=f"Level {number}") for number in (1, 2))
    bg11 = GradeFactory(organisation=here, code="BG11")
    GradeFactory(organisation=here, withdrawn_on="2026-01-01")
    GradeLevelFactory(grade=bg10, withdrawn_on="2026-01-01")
    GradeLevelFactory()

    with django_assert_num_queries(2):
        choices = grade_choices(here.pk)

    assert choices == [
        (code_of(bg10.pk, None), "BG10"),
        (code_of(bg10.pk, first.pk), "BG10, Level 1"),
        (code_of(bg10.pk, second.pk), "BG10, Level 2"),
        (code_of(bg11.pk, None), "BG11"),
    ]
    assert [grade_chosen(here.pk, code) for code, _ in choices[1::2]] == [(bg10, first), (bg11, None)]


def test_nothing_chosen_and_what_is_another_s_is_no_grade():
    here, there = OrganisationFactory(), GradeFactory()

    assert grade_chosen(here.pk, code_of(None, None)) == (None, None)
    assert grade_chosen(here.pk, code_of(there.pk, None)) == (None, None)
