from datetime import date

import pytest

from academy.config.demo.places import spinal_point
from academy.people.models import Grade


@pytest.mark.parametrize(("year", "point"), [(2019, 28), (2023, 28), (2024, 29), (2026, 31), (2031, 31)])
def test_spinal_point_rises_by_the_year_within_the_grade(year, point):
    assert spinal_point(Grade(code="BG10"), date(year, 9, 1)) == point


def test_spinal_point_without_a_grade_is_none():
    assert spinal_point(None, date(2026, 9, 1)) is None
