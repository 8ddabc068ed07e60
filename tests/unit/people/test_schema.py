from datetime import date

import pytest
from pydantic import ValidationError

from academy.people.schema.places import GradesFile, JobRolesFile, OrganisationFile

ORGANISATION = {"slug": "bristol", "name": "Bristol City Council", "short_name": "Bristol", "kind": "council"}
TEAM = {"code": "south", "name": "South Locality", "from_on": date(2015, 4, 1)}
SERVICE = {"code": "adults", "name": "Adult Social Care", "kind": "adults"}
JOB = {"code": "social-worker", "title": "Social worker", "profession": "social_worker"}
GRADE = {"code": "BG9", "title": "Grade 9"}
PARTNER = {"organisation": "brent", "from_on": date(2013, 1, 1)}


def mistakes(kind, content) -> list[str]:
    with pytest.raises(ValidationError) as wrong:
        kind.model_validate(content)
    return [mistake["msg"].removeprefix("Value error, ") for mistake in wrong.value.errors()]


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        ({"services": [SERVICE, SERVICE]}, "service used more than once: adults"),
        ({"services": [SERVICE | {"teams": [TEAM, TEAM]}]}, "team used more than once: south"),
        (
            {"services": [SERVICE | {"teams": [TEAM | {"until_on": date(2015, 3, 31)}]}]},
            "until_on is before from_on",
        ),
        ({"links": [{"title": "Vision"}, {"title": "Vision"}]}, "link used more than once: Vision"),
        ({"partners": [PARTNER]}, "only an organisation of the kind partnership has partners"),
        (
            {"page": {"shares": {"by_experience": 70, "from_others": 20, "formal": 11}}},
            "the three shares make 100 together",
        ),
        ({"pages": {}}, "Extra inputs are not permitted"),
    ],
)
def test_file_of_an_organisation_with_a_mistake_is_refused(content, mistake):
    assert mistakes(OrganisationFile, {"organisation": ORGANISATION} | content) == [mistake]


def test_partner_twice_or_with_dates_out_of_order_is_refused():
    partnership = {"organisation": ORGANISATION | {"kind": "partnership"}}

    assert mistakes(OrganisationFile, partnership | {"partners": [PARTNER, PARTNER]}) == [
        "partner used more than once: brent"
    ]
    assert mistakes(OrganisationFile, partnership | {"partners": [PARTNER | {"until_on": date(2012, 12, 31)}]}) == [
        "until_on is before from_on"
    ]


def test_link_without_https_is_refused():
    content = {"organisation": ORGANISATION, "links": [{"title": "Vision", "url": "http://council.example/"}]}

    assert mistakes(OrganisationFile, content) == ["String should match pattern '^https://\\S+$'"]


def test_job_role_twice_is_refused():
    assert mistakes(JobRolesFile, {"name": "jobs", "job_roles": [JOB, JOB]}) == [
        "job role used more than once: social-worker"
    ]


@pytest.mark.parametrize(
    ("grade", "mistake"),
    [
        ({"spinal_from": 28}, "give both spinal points or neither"),
        ({"spinal_until": 28}, "give both spinal points or neither"),
        ({"spinal_from": 28, "spinal_until": 27}, "the last spinal point is below the first"),
        (
            {"levels": [{"code": "asye", "title": "ASYE"}] * 2},
            "level used more than once: asye",
        ),
    ],
)
def test_grade_with_a_mistake_is_refused(grade, mistake):
    assert mistakes(GradesFile, {"organisation": "bristol", "grades": [GRADE | grade]}) == [mistake]


def test_grade_twice_is_refused():
    assert mistakes(GradesFile, {"organisation": "bristol", "grades": [GRADE, GRADE]}) == [
        "grade used more than once: BG9"
    ]


def test_grade_with_one_spinal_point_in_its_range_is_read():
    file = GradesFile.model_validate(
        {"organisation": "bristol", "grades": [GRADE | {"spinal_from": 28, "spinal_until": 28}]}
    )

    assert (file.grades[0].spinal_from, file.grades[0].spinal_until) == (28, 28)


def test_stage_of_a_career_with_spinal_points_is_refused():
    stage = {"organisation": "bexley", "kind": "stage", "grades": [GRADE | {"spinal_from": 28, "spinal_until": 30}]}

    assert mistakes(GradesFile, stage) == ["a stage of a career has no spinal points"]
