from datetime import date

import pytest

from academy.engines.reference.reading import BadFile
from academy.people.models import Grade, GradeLevel, JobRole
from academy.people.schema.places import GradesFile, JobRolesFile
from academy.people.services.loading_ladders import (
    load_grades,
    load_job_roles,
    withdraw_grades,
    withdraw_job_roles,
)
from tests.factories.identity import OrganisationFactory

pytestmark = pytest.mark.django_db

ON = date(2026, 3, 1)
SOCIAL_WORKER = {
    "code": "social-worker",
    "title": "Social worker",
    "profession": "social_worker",
    "is_registered": True,
}
SUPPORT_WORKER = {"code": "support-worker", "title": "Support worker", "profession": "support_worker"}
ASYE, LEVEL_1 = {"code": "asye", "title": "ASYE"}, {"code": "level-1", "title": "Level 1"}
BG9, BG10 = {"code": "BG9", "title": "Grade 9"}, {"code": "BG10", "title": "Grade 10", "levels": [ASYE, LEVEL_1]}


def words(changes) -> list[str]:
    return [str(change).strip() for change in changes]


def load_jobs(*roles) -> list[str]:
    return words(load_job_roles(JobRolesFile.model_validate({"name": "jobs", "job_roles": list(roles)}), on=ON))


def load_ladder(*grades) -> list[str]:
    return words(load_grades(GradesFile.model_validate({"organisation": "bristol", "grades": list(grades)}), on=ON))


@pytest.fixture
def bristol():
    return OrganisationFactory(slug="bristol")


def test_job_roles_are_added_once():
    assert load_jobs(SOCIAL_WORKER, SUPPORT_WORKER) == ["added     social-worker", "added     support-worker"]
    assert load_jobs(SOCIAL_WORKER, SUPPORT_WORKER) == []
    assert list(JobRole.objects.values_list("title", "profession", "is_registered")) == [
        ("Social worker", "social_worker", True),
        ("Support worker", "support_worker", False),
    ]


def test_job_role_that_is_gone_is_withdrawn_and_returns():
    load_jobs(SOCIAL_WORKER, SUPPORT_WORKER)

    assert load_jobs(SOCIAL_WORKER) == ["withdrawn support-worker"]
    assert load_jobs(SOCIAL_WORKER, SUPPORT_WORKER) == ["returned  support-worker"]


def test_file_of_job_roles_that_is_gone_withdraws_them_all():
    load_jobs(SOCIAL_WORKER)

    assert words(withdraw_job_roles("jobs", on=ON)) == ["withdrawn social-worker"]


def test_ladder_is_ranked_in_the_order_of_the_file(bristol):
    assert load_ladder(BG9, BG10) == [
        "added     bristol/BG9",
        "added     bristol/BG10",
        "added     bristol/BG10/asye",
        "added     bristol/BG10/level-1",
    ]
    assert list(Grade.objects.values_list("code", "rank")) == [("BG9", 1), ("BG10", 2)]
    assert load_ladder(BG9, BG10) == []


def test_stages_of_a_career_are_told_from_grades_of_pay(bristol):
    load_ladder(BG9)

    stages = GradesFile.model_validate({"organisation": "bristol", "kind": "stage", "grades": [BG9]})

    assert words(load_grades(stages, on=ON)) == ["changed   bristol/BG9 (kind)"]


def test_grade_and_levels_put_in_between_move_the_others(bristol):
    load_ladder(BG10)

    level_0 = {"code": "induction", "title": "Induction"}
    load_ladder(BG9, BG10 | {"levels": [level_0, LEVEL_1, ASYE]})

    assert list(Grade.objects.values_list("code", "rank")) == [("BG9", 1), ("BG10", 2)]
    assert list(GradeLevel.objects.values_list("code", "rank")) == [("induction", 1), ("level-1", 2), ("asye", 3)]


def test_grade_and_level_that_are_gone_are_withdrawn(bristol):
    load_ladder(BG9, BG10)

    assert load_ladder(BG10 | {"levels": [LEVEL_1]}) == [
        "withdrawn bristol/BG9",
        "changed   bristol/BG10 (rank)",
        "withdrawn bristol/BG10/asye",
        "changed   bristol/BG10/level-1 (rank)",
    ]
    assert list(Grade.objects.values_list("code", "withdrawn_on").order_by("code")) == [("BG10", None), ("BG9", ON)]


def test_file_of_grades_that_is_gone_withdraws_the_ladder(bristol):
    load_ladder(BG9)

    assert words(withdraw_grades("bristol", on=ON)) == ["withdrawn bristol/BG9"]


def test_ladder_of_an_organisation_nobody_holds_is_a_mistake_in_the_file():
    with pytest.raises(BadFile) as bad:
        load_ladder(BG9)

    assert bad.value.mistakes == ["bristol: no file holds this organisation. Write its file first."]
