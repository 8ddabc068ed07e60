from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.choices import Origin
from academy.engines.reference.reading import BadFile, BadPlace, Source, read
from academy.engines.reference.services.files import load_file
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.training.models import RequirementMatrix
from academy.training.reference.matrices import MATRICES
from academy.training.schema.matrix import MatrixFile
from academy.training.services.matrices import load_matrix, publish, withdraw_matrix
from tests.factories.completions import required
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW, GradeFactory, JobRoleFactory, TeamFactory, as_actor, holder_of, staff_of
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    council = OrganisationFactory(slug="bristol")
    CourseFactory(organisation=council, code="law")
    return council


def file(*lines, **said):
    return MatrixFile.model_validate(
        {"organisation": "bristol", "code": "2017", "valid_from": date(2017, 1, 1), "lines": list(lines), **said}
    )


def test_matrix_is_loaded_once_and_again_when_it_changes(council):
    assert [change.verb for change in load_matrix(file(required(code="law")), on=TODAY)] == ["added"]
    assert load_matrix(file(required(code="law")), on=TODAY) == []
    [changed] = load_matrix(file(required(code="law"), soon_days=30), on=TODAY)

    stored = RequirementMatrix.objects.get()
    assert (changed.verb, changed.fields) == ("changed", ("content", "checksum"))
    assert (stored.organisation, stored.code, stored.valid_from, stored.content["soon_days"]) == (
        council,
        "2017",
        date(2017, 1, 1),
        30,
    )
    assert str(stored) == "requirements 2017"


def test_matrix_taken_away_ends_and_comes_back(council):
    load_matrix(file(required(code="law")), on=TODAY)

    assert [change.key for change in withdraw_matrix("bristol/2017", on=TODAY)] == ["bristol/2017"]
    assert RequirementMatrix.objects.get().withdrawn_on == TODAY
    assert withdraw_matrix("bristol/2017", on=TODAY) == []
    assert [change.verb for change in load_matrix(file(required(code="law")), on=TODAY)] == ["returned"]


def test_lead_publishes_a_matrix_of_her_own(council):
    by = as_actor(holder_of(RoleCode.ACADEMY_LEAD, council))
    matrix = publish(organisation=council, content=file(required(code="law")), by=by, at=NOW)
    assert (matrix.origin, matrix.published_by_id, matrix.code) == (Origin.PUBLISHED, by.person_id, "2017")
    assert Event.objects.get().act == "training.matrix.publish"
    with pytest.raises(Refused, match="with this code already"):
        publish(organisation=council, content=file(required(code="law")), by=by, at=NOW)


def test_matrix_published_by_anybody_else_or_with_an_unknown_course_is_refused(council):
    with pytest.raises(Refused, match="Only the academy lead"):
        publish(organisation=council, content=file(required(code="law")), by=as_actor(staff_of(council)), at=NOW)
    by = as_actor(holder_of(RoleCode.ACADEMY_LEAD, council))
    with pytest.raises(Refused, match="there is no course bristol/art"):
        publish(organisation=council, content=file(required(code="art")), by=by, at=NOW)
    assert RequirementMatrix.objects.count() == 0


def test_published_matrix_is_left_alone(council):
    load_matrix(file(required(code="law")), on=TODAY)
    RequirementMatrix.objects.update(origin=Origin.PUBLISHED, published_at=NOW, published_by=PersonFactory())

    with pytest.raises(BadFile, match="published by a person"):
        load_matrix(file(required(code="law"), soon_days=3), on=TODAY)
    assert withdraw_matrix("bristol/2017", on=TODAY) == []


def test_course_nobody_has_is_refused_where_it_stands(council):
    inner = {"all_of": [{"course": "law"}, {"course": "bexley/court-skills"}]}

    with pytest.raises(BadPlace) as refused:
        load_matrix(file(required(code="law"), required(code="more", requires=inner)), on=TODAY)

    assert refused.value.found == [
        (("lines", 1, "requires"), "there is no course bexley/court-skills. Name one that the offer holds")
    ]
    assert RequirementMatrix.objects.count() == 0


@pytest.mark.parametrize("family", ["pathways.placement", "gossip.rumour"])
def test_fact_no_app_finds_is_refused_where_it_stands_declared_or_not(council, family):
    counted = {"count": {"of": family, "least": 1, "what": "observations"}}

    with pytest.raises(BadPlace) as refused:
        load_matrix(file(required(code="law"), required(code="seen", requires=counted)), on=TODAY)

    [(where, says)] = refused.value.found
    assert (where, says.startswith(f"nothing is known of {family}. What is known of: ")) == (
        ("lines", 1, "requires"),
        True,
    )


@pytest.mark.parametrize(
    "audience",
    [{"organisation": "nowhere"}, {"job_role": "nobody"}, {"team": "adults/none"}, {"grade": "G99"}],
)
def test_audience_nobody_knows_is_refused_where_it_stands(council, audience):
    with pytest.raises(BadPlace) as refused:
        load_matrix(file(required(code="law", audiences=[{}, audience])), on=TODAY)

    assert [where for where, _ in refused.value.found] == [("lines", 0, "audiences", 1)]


def test_audience_of_known_codes_is_loaded(council):
    team = TeamFactory(service__organisation=council, service__code="adults", code="north")
    job, grade = JobRoleFactory(), GradeFactory(organisation=council, code="BG10")
    audience = {"job_role": job.code, "team": "adults/north", "grade": grade.code}

    load_matrix(file(required(code="law", audiences=[audience])), on=TODAY)

    assert RequirementMatrix.objects.get().content["lines"][0]["audiences"] == [{"who": "staff", **audience}]
    assert team.code == "north"


def test_organisation_nobody_knows_is_refused():
    with pytest.raises(BadFile, match="the organisation bristol, which no file holds"):
        load_matrix(file(required(code="law")), on=TODAY)


def test_mistake_of_a_loader_is_told_with_file_and_line(council, tmp_path):
    path = tmp_path / "bristol.yaml"
    path.write_text(
        "organisation: bristol\n"
        'code: "2017"\n'
        "valid_from: 2017-01-01\n"
        "lines:\n"
        "  - code: law\n"
        "    source: The policy\n"
        "    audiences: [{}]\n"
        "    requires: {course: lore}\n"
    )

    with pytest.raises(BadFile) as refused:
        load_file(content=read(Source(MATRICES, path)), by=Actor.system("loading", on=TODAY), at=NOW)

    assert refused.value.mistakes == [
        "bristol.yaml, line 8, lines.1.requires: there is no course bristol/lore. Name one that the offer holds."
    ]


def test_mistake_deep_in_a_requirement_is_told_with_its_line(tmp_path):
    path = tmp_path / "bristol.yaml"
    path.write_text(
        "organisation: bristol\n"
        'code: "2017"\n'
        "valid_from: 2017-01-01\n"
        "lines:\n"
        "  - code: law\n"
        "    source: The policy\n"
        "    audiences: [{}]\n"
        "    requires:\n"
        "      all_of:\n"
        "        - course: law\n"
        "        - cours: mca\n"
    )

    with pytest.raises(BadFile) as refused:
        read(Source(MATRICES, path))

    [mistake] = refused.value.mistakes
    where, _, said = mistake.partition(": ")
    assert where == "bristol.yaml, line 11, lines.1.requires.all_of.2"
    assert said.startswith("“cours” is no kind of requirement; kinds are all_of, any_of, some_of, in_order, course,")
