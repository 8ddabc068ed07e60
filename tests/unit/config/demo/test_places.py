from datetime import date

import pytest

from academy.config.demo.places import Places, spinal_point
from academy.config.demo.reading import Step
from academy.people.models import Grade, GradeLevel

BG10, QUALIFIED = Grade(pk=1, code="BG10"), Grade(pk=2, code="qualified", kind="stage")
LEVEL_1, ASYE = GradeLevel(code="level-1"), GradeLevel(code="asye")
PLACES = Places(
    organisations={},
    services={},
    teams={},
    grades={("bristol", "BG10"): BG10, ("bexley", "qualified"): QUALIFIED},
    levels={(1, "level-1"): LEVEL_1, (2, "asye"): ASYE},
    jobs={},
)


@pytest.mark.parametrize(("year", "point"), [(2019, 28), (2023, 28), (2024, 29), (2026, 31), (2031, 31)])
def test_spinal_point_rises_by_the_year_within_the_grade(year, point):
    assert spinal_point(Grade(code="BG10"), date(year, 9, 1)) == point


@pytest.mark.parametrize("grade", [None, QUALIFIED])
def test_spinal_point_without_a_pay_grade_is_none(grade):
    assert spinal_point(grade, date(2026, 9, 1)) is None


@pytest.mark.parametrize(
    ("organisation", "job", "graded"),
    [
        ("bristol", "social-worker", (BG10, LEVEL_1)),
        ("bexley", "newly-qualified-social-worker", (QUALIFIED, ASYE)),
        ("bexley", "social-worker", (QUALIFIED, None)),
        ("bexley", "lecturer", (None, None)),
        ("brent", "social-worker", (None, None)),
    ],
)
def test_grade_is_the_step_s_or_the_stage_of_the_job(organisation, job, graded):
    assert PLACES.graded(organisation, Step(job=job, months=3, grade="BG10", level="level-1")) == graded
