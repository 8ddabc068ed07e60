from datetime import date

import pytest

from academy.people.choices import Profession
from academy.training.rules.gaps import Gaps
from academy.training.selectors.gaps import gaps_of
from tests.factories.completions import CompletionFactory, matrix_of
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW, GradeFactory, JobRoleFactory, TeamFactory, member_of, staff_of
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory(slug="bristol")


@pytest.fixture
def law(council):
    return CourseFactory(organisation=council, code="law", title="Legal framework")


@pytest.fixture
def moving(council):
    return CourseFactory(organisation=council, code="moving", title="Moving and handling")


def test_required_course_is_missing_until_it_is_completed(council, law):
    matrix_of(council, {"code": "law"})
    her, other = staff_of(council), staff_of(council)
    CompletionFactory(person=other, course=law)

    found = gaps_of([her.pk, other.pk], on=TODAY)

    assert found[her.pk].sentence == "Mandatory training missing: Legal framework."
    assert found[her.pk].missing[0].result.link == law.get_absolute_url()
    assert found[other.pk].sentence == "All mandatory training is done."
    assert found[other.pk].met[0].result.facts[0].source == "Noted by the academy"


def test_completion_taken_back_or_of_a_day_to_come_or_of_somebody_else_counts_for_nothing(council, law):
    matrix_of(council, {"code": "law"})
    her = staff_of(council)
    CompletionFactory(person=her, course=law, withdrawn_at=NOW, withdrawn_because="Wrong.")
    CompletionFactory(person=her, course=law, completed_on=date(2026, 11, 18))
    CompletionFactory(course=law)
    CompletionFactory(person=her, course=CourseFactory(code="law"))

    assert gaps_of([her.pk], on=TODAY)[her.pk].has_gap


def test_lines_are_for_whom_they_say(council, law):
    grade, job = GradeFactory(organisation=council, code="BG10"), JobRoleFactory()
    team = TeamFactory(service__organisation=council, service__code="adults", code="north")
    therapist = JobRoleFactory(profession=Profession.OCCUPATIONAL_THERAPIST)
    audiences = [
        {"service_kind": "adults", "grade": "BG10"},
        {"job_role": job.code, "team": "adults/north"},
        {"profession": "occupational_therapist"},
    ]
    matrix_of(council, {"code": "law", "audiences": audiences})
    asked = [
        staff_of(council, grade=grade),
        staff_of(council, job_role=job, team=team),
        staff_of(council, job_role=therapist),
    ]
    others = [staff_of(council), staff_of(council, job_role=job), member_of(council), staff_of(OrganisationFactory())]

    found = gaps_of([person.pk for person in [*asked, *others]], on=TODAY)

    assert [person.pk for person in asked] == [person for person, gaps in found.items() if gaps.lines]


def test_what_runs_out_is_told_in_time_and_missing_afterwards(council, moving):
    requires = {"course": {"code": "moving", "within_months": 12}}
    matrix_of(council, {"code": "moving", "requires": requires})
    her = staff_of(council)
    CompletionFactory(person=her, course=moving, completed_on=date(2025, 12, 3))

    days = [date(2026, 10, 3), date(2026, 10, 4), date(2026, 12, 3), date(2026, 12, 4)]

    assert [gaps_of([her.pk], on=day)[her.pk].sentence for day in days] == [
        "All mandatory training is done.",
        "Mandatory training runs out soon: Moving and handling.",
        "Mandatory training runs out soon: Moving and handling.",
        "Mandatory training missing: Moving and handling.",
    ]


def test_newest_matrix_in_force_counts(council, law, moving):
    matrix_of(council, {"code": "law"}, code="2017", valid_from=date(2017, 1, 1))
    matrix_of(council, {"code": "moving"}, code="2020", valid_from=date(2020, 1, 1))
    matrix_of(council, {"code": "law"}, code="2030", valid_from=date(2030, 1, 1))
    matrix_of(council, {"code": "law"}, code="2021", valid_from=date(2021, 1, 1), stored={"withdrawn_on": TODAY})
    her = staff_of(council)

    assert [line.code for line in gaps_of([her.pk], on=TODAY)[her.pk].lines] == ["moving"]


def test_post_in_two_organisations_asks_for_both(council, law):
    elsewhere = OrganisationFactory(slug="bexley")
    CourseFactory(organisation=elsewhere, code="law", title="Law of Bexley")
    matrix_of(council, {"code": "law"})
    matrix_of(elsewhere, {"code": "law"}, soon_days=10)
    her = staff_of(council)
    staff_of(elsewhere, person=her)
    CompletionFactory(person=her, course=law)

    assert gaps_of([her.pk], on=TODAY)[her.pk].sentence == "Mandatory training missing: Law of Bexley."


def test_reader_of_one_organisation_is_told_its_requirements_only(council, law):
    elsewhere = OrganisationFactory(slug="bexley")
    matrix_of(council, {"code": "law"})
    matrix_of(elsewhere, {"code": "law"})
    her = staff_of(council)
    staff_of(elsewhere, person=her)

    assert len(gaps_of([her.pk], on=TODAY)[her.pk].lines) == 2
    assert len(gaps_of([her.pk], on=TODAY, within={elsewhere.pk})[her.pk].lines) == 1
    assert gaps_of([her.pk], on=TODAY, within=frozenset()) == {her.pk: Gaps()}


def test_code_that_has_gone_takes_in_nobody(council, law):
    matrix_of(council, {"code": "law", "audiences": [{"team": "adults/gone"}]})
    her = staff_of(council)

    assert gaps_of([her.pk], on=TODAY) == {her.pk: Gaps()}


def test_without_a_matrix_nothing_is_required(council):
    her, stranger = staff_of(council), PersonFactory()

    assert gaps_of([her.pk, stranger.pk], on=TODAY) == {her.pk: Gaps(), stranger.pk: Gaps()}
    assert gaps_of([], on=TODAY) == {}


@pytest.mark.parametrize("count", [1, 3])
def test_gaps_cost_the_same_however_many_people_and_lines(council, law, count, django_assert_num_queries):
    for number in range(count):
        CourseFactory(organisation=council, code=f"course-of-{number}")
    matrix_of(council, {"code": "law"}, *({"code": f"course-of-{number}"} for number in range(count)))
    people = [staff_of(council) for _ in range(count)]
    for person in people:
        CompletionFactory(person=person, course=law)

    with django_assert_num_queries(4):
        found = gaps_of([person.pk for person in people], on=TODAY)

    assert [(len(found[person.pk].met), len(found[person.pk].missing)) for person in people] == [(1, count)] * count
