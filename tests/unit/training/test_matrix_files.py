"""What the shipped matrices require, loaded with the offers they name: ids are those of the checklist."""

from datetime import date
from typing import cast

import pytest

from academy.engines.reference.declarations import kind_called
from academy.engines.reference.reading import Source, read
from academy.identity.models import Organisation
from academy.people.models import Grade, JobRole, Service, Team
from academy.training.models import Course
from academy.training.reference.matrices import MATRICES
from academy.training.reference.offers import OFFERS
from academy.training.schema.matrix import MatrixFile
from academy.training.selectors.gaps import gaps_of
from academy.training.services.matrices import load_matrix
from tests.factories.completions import CompletionFactory
from tests.factories.identity import TODAY
from tests.factories.people import staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def files():
    return {path.stem: cast(MatrixFile, read(Source(MATRICES, path)).parsed) for path in MATRICES.path.glob("*.yaml")}


@pytest.fixture
def council(request, files):
    """The organisation of a file, with its places, the courses the file names, and the matrix loaded."""
    file = files[request.param]
    for name in ("people.job_role", "people.organisation", "people.grade"):
        kind = kind_called(name)
        for path in kind.path.glob("*.yaml"):
            if name == "people.job_role" or path.stem == file.organisation:
                kind.load(read(Source(kind, path)).parsed, on=TODAY)
    organisation = Organisation.objects.get(slug=file.organisation)
    [offer] = [read(Source(OFFERS, path)).parsed for path in OFFERS.path.glob(f"{file.organisation}.yaml")]
    for part in offer.courses:
        Course.objects.create(organisation=organisation, code=part.code, title=part.title, kind=part.kind)
    load_matrix(file, on=TODAY)
    return organisation


def asked_of(person):
    return sorted(line.result.what for line in gaps_of([person.pk], on=TODAY)[person.pk].lines)


def placed(council, service_kind, grade):
    service = Service.objects.get(organisation=council, kind=service_kind)
    return staff_of(
        council,
        team=Team.objects.filter(service=service).first(),
        grade=Grade.objects.get(organisation=council, code=grade),
        job_role=JobRole.objects.get(code="social-worker"),
    )


@pytest.mark.parametrize("council", ["bristol"], indirect=True)
def test_bristol_asks_five_courses_of_bg10_in_adults_services_and_six_in_childrens(council):
    assert asked_of(placed(council, "adults", "BG10")) == [
        "Introduction to Legal Framework, Care Act, Safeguarding Adults",
        "Mental Capacity and DoL",
        "Safeguarding Adults",
        "Safeguarding Children Foundation",
        "Welfare Benefits Intro",
    ]
    assert asked_of(placed(council, "children", "BG10")) == [
        "Child Development and Observation",
        "Child Protection",
        "Court Skills",
        "Induction Plan",
        "Motivational Interviewing: foundation",
        "Signs of Safety",
    ]
    assert asked_of(placed(council, "adults", "BG11")) == []


@pytest.mark.parametrize("council", ["bexley"], indirect=True)
def test_bexley_asks_moving_and_handling_of_occupational_therapists_every_year(council):
    therapist = staff_of(council, job_role=JobRole.objects.get(code="occupational-therapist"))
    course = Course.objects.get(organisation=council, code="moving-and-handling")
    CompletionFactory(person=therapist, course=course, organisation=council, completed_on=date(2025, 11, 17))

    [line] = gaps_of([therapist.pk], on=TODAY)[therapist.pk].lines
    [next_day] = gaps_of([therapist.pk], on=date(2026, 11, 18))[therapist.pk].lines

    assert line.result.says == "Done on 17 November 2025; runs out on 17 November 2026."
    assert next_day.result.says == "Ran out on 17 November 2026. Done on 17 November 2025."


@pytest.mark.parametrize("council", ["bexley"], indirect=True)
def test_bexley_asks_the_trusted_assessor_award_of_support_workers_in_three_teams(council):
    worker = JobRole.objects.get(code="support-worker")
    teams = Team.objects.filter(service__organisation=council)
    people = {team.code: staff_of(council, team=team, job_role=worker) for team in teams}

    asked = {code for code, person in people.items() if asked_of(person) == ["Trusted Assessor award"]}

    assert asked == {"triage-hub", "rapid-response", "community-assessment-and-rehabilitation"}
    assert {code for code, person in people.items() if asked_of(person)} == asked
