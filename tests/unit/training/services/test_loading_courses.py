from datetime import date
from decimal import Decimal

import pytest

from academy.engines.reference.reading import BadFile
from academy.training.models import Course
from academy.training.schema.offer import OfferFile
from academy.training.services.loading import load_offer
from tests.factories.frameworks import loaded
from tests.factories.identity import OrganisationFactory
from tests.factories.people import GradeFactory, JobRoleFactory, TeamFactory

pytestmark = pytest.mark.django_db

LAW = {"code": "law", "title": "Law", "kind": "course"}
INTRO = {"code": "intro", "title": "Introduction", "kind": "online"}


@pytest.fixture(autouse=True)
def council():
    return OrganisationFactory(slug="bexley")


def load(*courses, **parts):
    file = OfferFile.model_validate({"organisation": "bexley", "courses": courses, **parts})
    return [str(change) for change in load_offer(file, on=date(2026, 3, 1))]


def law(**parts):
    return {**LAW, **parts}


def test_course_carries_what_its_file_says():
    loaded()
    said = law(
        summary="A day about law.",
        promise="flourish",
        level="sample/2020/first",
        basis="statutory",
        priorities=[1, 2],
        days="1.5",
        valid_months=12,
        accreditation={"standing": "granted", "by": "A university", "credits": 30, "level": 7},
        platform="evolve",
        subscription="mrc",
    )
    load(
        said,
        platforms=[{"code": "evolve", "name": "EVOLVE"}],
        subscriptions=[{"code": "mrc", "name": "Making Research Count", "short_name": "MRC"}],
    )
    course = Course.objects.get()
    assert (course.summary, course.promise, course.basis) == ("A day about law.", "flourish", "statutory")
    assert (course.level.title, course.priorities, course.days) == ("First level", [1, 2], Decimal("1.50"))
    assert (course.valid_months, course.accreditation, course.accredited_by) == (12, "granted", "A university")
    assert (course.credits, course.credit_level) == (30, 7)
    assert (course.platform.code, course.subscription.code) == ("evolve", "mrc")


def test_audience_names_job_team_grade_and_organisation(council):
    other = OrganisationFactory(slug="brent")
    team = TeamFactory(service__organisation=council, service__code="adults", code="triage-hub")
    job, grade = JobRoleFactory(code="support-worker"), GradeFactory(organisation=council, code="BG10")
    line = {"team": "adults/triage-hub", "job_role": "support-worker", "grade": "BG10", "profession": "support_worker"}
    load(law(audiences=[line, {"organisation": "brent", "who": "all", "service_kind": "adults"}]))
    first, second = Course.objects.get().audiences.all()
    assert (first.organisation, first.team, first.job_role, first.grade) == (council, team, job, grade)
    assert (first.profession, first.who, first.service_kind) == ("support_worker", "staff", "")
    assert (second.organisation, second.who, second.service_kind) == (other, "all", "adults")


def test_course_may_name_one_that_comes_later_as_its_prerequisite():
    load(law(prerequisites=["intro"]), INTRO)
    assert [row.before.code for row in Course.objects.get(code="law").prerequisites.all()] == ["intro"]


def test_what_belongs_to_a_course_is_written():
    loaded()
    load(
        law(
            costs=[{"kind": "fee", "pounds": "90.50"}, {"kind": "books", "pounds": 20}],
            principles={"pcf": "In the portfolio."},
            statements=["sample/2020/A.1"],
            themes=["safety"],
            needs=["audit"],
        ),
        themes=[{"code": "safety", "title": "Safety", "from_on": "2021-04-01"}],
        needs=[{"code": "audit", "text": "Confidence in law.", "source": "skills_audit"}],
    )
    course = Course.objects.get()
    assert [(cost.kind, cost.pounds) for cost in course.costs.all()] == [("fee", Decimal("90.50")), ("books", 20)]
    assert [(row.principle, row.how) for row in course.principles.all()] == [("pcf", "In the portfolio.")]
    assert [statement.title for statement in course.statements.all()] == ["Listens"]
    assert [theme.code for theme in course.themes.all()] == ["safety"]
    assert [need.code for need in course.needs.all()] == ["audit"]


def test_what_belongs_to_a_course_follows_the_file():
    load(law(costs=[{"kind": "fee", "pounds": 90}, {"kind": "books", "pounds": 20}]))
    dearer = law(costs=[{"kind": "fee", "pounds": 95}, {"kind": "books", "pounds": 20}])
    assert load(dearer) == ["changed   bexley/law (costs)"]
    assert [cost.pounds for cost in Course.objects.get().costs.order_by("kind")] == [20, 95]
    assert load(LAW) == ["changed   bexley/law (costs)"]
    assert Course.objects.get().costs.count() == 0
    assert load(LAW) == []


def test_change_names_the_fields_of_the_row_and_what_belongs_to_it():
    load(LAW)
    assert load(law(title="Law today", costs=[{"pounds": 5}])) == ["changed   bexley/law (title, costs)"]


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ({"level": "pcf/1999/nobody"}, "the level pcf/1999/nobody"),
        ({"statements": ["pcf/1999/1"]}, "the statement pcf/1999/1"),
        ({"audiences": [{"organisation": "nowhere"}]}, "the organisation nowhere"),
        ({"audiences": [{"job_role": "nobody"}]}, "the job nobody"),
        ({"audiences": [{"team": "adults/nowhere"}]}, "the team adults/nowhere of bexley"),
        ({"audiences": [{"grade": "X1"}]}, "the grade X1 of bexley"),
    ],
)
def test_name_nobody_holds_is_refused(part, what):
    with pytest.raises(BadFile) as caught:
        load(law(**part))
    assert caught.value.mistakes == [f"bexley/law: names {what}, which no file holds."]
