"""What policies of second jobs that come with the portal say, and what a file may say."""

from datetime import date

import pytest
from pydantic import ValidationError

from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile, read, sources_of
from academy.people.models import SecondJobPolicy
from academy.people.reference.policies import SECOND_JOB_POLICIES
from academy.people.schema.second_jobs import SecondJobPolicyFile
from academy.people.services.second_job_policies import load, unknown_in, withdraw_policy
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import GradeFactory

PLAIN = {"code": "plain", "valid_from": date(2020, 1, 1)}


@pytest.fixture(scope="module")
def files():
    contents = [read(source) for source in sources_of(SECOND_JOB_POLICIES)]
    return {content.key: content.parsed for content in contents}


def test_policies_are_one_for_all_and_bristols(files):
    assert set(files) == {"all/default", "bristol/progression"}


def test_bristol_asks_by_grade_and_point_and_limits_the_week(files):
    terms = files["bristol/progression"].terms
    assert terms.threshold is not None
    assert (terms.threshold.grade, terms.threshold.point, terms.threshold.at) == ("BG9", 28, "chief_officer")
    assert (terms.full_time_hours, terms.most_hours, terms.renew_after_months) == (37, 48, 12)
    assert (terms.read_title, terms.read_url) == ("Code of Conduct, section 9", "")
    assert terms.lines[1] == (
        "If you do undertake secondary employment you should not exceed 48 working hours per week as per the Working "
        "Time Directive."
    )


def test_policy_for_all_asks_the_line_manager(files):
    assert files["all/default"].terms.threshold is None


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"most_hours": 36}, "most_hours is below full_time_hours"),
        ({"valid_to": date(2019, 12, 31)}, "it ends on 2019-12-31, before it starts on 2020-01-01."),
        ({"threshold": {"grade": "BG9", "point": 28, "at": "anybody"}}, "line_manager"),
        ({"colour": "red"}, "Extra inputs are not permitted"),
    ],
)
def test_file_that_cannot_hold_is_refused(said, sentence):
    with pytest.raises(ValidationError, match=sentence):
        SecondJobPolicyFile.model_validate({**PLAIN, **said})


def test_address_to_read_is_kept():
    file = SecondJobPolicyFile.model_validate(
        {**PLAIN, "read": {"title": "Code", "url": "https://council.example/code"}}
    )
    assert (file.terms.read_title, file.terms.read_url) == ("Code", "https://council.example/code")


@pytest.mark.django_db
def test_policy_is_loaded_once_changed_and_withdrawn():
    OrganisationFactory(slug="bexley")
    own = SecondJobPolicyFile.model_validate({**PLAIN, "organisation": "bexley"})
    plain = SecondJobPolicyFile.model_validate(PLAIN)
    assert [load(file, on=TODAY) for file in (own, plain, own)] == [
        [Change("added", "bexley/plain")],
        [Change("added", "all/plain")],
        [],
    ]
    assert [withdraw_policy(key, on=TODAY) for key in ("bexley/plain", "all/plain")] == [
        [Change("withdrawn", "bexley/plain")],
        [Change("withdrawn", "all/plain")],
    ]
    assert set(SecondJobPolicy.objects.values_list("withdrawn_on", flat=True)) == {TODAY}


@pytest.mark.django_db
def test_policy_of_an_unknown_organisation_is_refused():
    with pytest.raises(BadFile, match="there is no organisation nowhere"):
        load(SecondJobPolicyFile.model_validate({**PLAIN, "organisation": "nowhere"}), on=TODAY)


@pytest.mark.parametrize(
    ("threshold", "grades", "found"),
    [
        (None, ["BG10"], []),
        ({"grade": "BG9", "point": 28, "at": "line_manager"}, [], []),
        ({"grade": "BG10", "point": 28, "at": "line_manager"}, ["BG10"], []),
        (
            {"grade": "BG99", "point": 28, "at": "line_manager"},
            ["BG10", "BG11"],
            [(("threshold", "grade"), "there is no grade BG99. There are: BG10, BG11")],
        ),
    ],
)
def test_grade_the_organisation_does_not_have_is_found(db, threshold, grades, found):
    council = OrganisationFactory(slug="bexley")
    for grade in grades:
        GradeFactory(organisation=council, code=grade)
    file = SecondJobPolicyFile.model_validate({**PLAIN, "organisation": "bexley", "threshold": threshold})
    assert unknown_in(file) == found
