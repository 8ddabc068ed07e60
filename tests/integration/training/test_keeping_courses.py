"""The academy's pages about its courses: bad answers stand next to their field, and nothing typed is lost."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from academy.people.choices import RoleCode
from academy.training.models import Course, FocusTheme
from tests.factories.events import event_of
from tests.factories.frameworks import loaded
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, AcademyPageFactory, PartnershipMemberFactory, TeamFactory, holder_of, staff_of
from tests.factories.training import CourseFactory, PlatformFactory
from tests.integration.training.windows import own_queries, shown, window_of

pytestmark = pytest.mark.django_db
# Queries of a page beyond those every page asks.
LIST, AUDIENCE = 2, 8


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    return OrganisationFactory(name="Bristol City Council")


@pytest.fixture
def academy(council):
    return window_of(holder_of(RoleCode.ACADEMY_STAFF, council))


def at(name, *args):
    return reverse(f"training_settings:{name}", args=args)


def answers(**changed):
    return {
        "title": "Legal literacy",
        "kind": "course",
        "summary": "Two days with a barrister.",
        "days": "2",
        "promise": "flourish",
        "basis": "statutory",
        "basis_note": "Care Act 2014",
        "cost_fee": "90.50",
        "accreditation": "none",
        "outcome": "completion",
        "is_public": "on",
    } | changed


def test_course_is_added_with_everything_and_stands_on_its_page(council, academy):
    AcademyPageFactory(organisation=council, priorities=["Practice", "Careers"])
    theme = FocusTheme.objects.create(organisation=council, code="safe", title="Safeguarding", from_on=TODAY)
    first = CourseFactory(organisation=council, title="The Care Act")
    platform = PlatformFactory(organisation=council, name="Learning Pool")
    standard = loaded().versions.get().statements.get(code="A.1")
    key = "sample/2020/A.1"
    given = answers(
        themes=[str(theme.pk)],
        priorities=["2"],
        before="the care act\nThe Care Act",
        statements=key,
        platform=str(platform.pk),
        how_impact="Asked three months later.",
        valid_months="36",
    )

    page = shown(academy.post(at("add-course"), given, follow=True))

    course = Course.objects.get(title="Legal literacy")
    assert "The course is added. It is for all staff until you say whom it is for." in page
    assert (course.days, course.costs.get().pounds, course.priorities) == (Decimal("2.00"), Decimal("90.50"), [2])
    assert (course.themes.get(), course.statements.get(), course.platform) == (theme, standard, platform)
    assert (course.prerequisites.get().before, course.valid_months) == (first, 36)
    read = shown(academy.get(course.get_absolute_url()))
    assert ("£90.50" in read, "Care Act 2014" in read, "Asked three months later." in read) == (True, True, True)

    form = shown(academy.get(at("change-course", course.pk)))
    assert (key in form, 'value="90.50"' in form, "Asked three months later." in form) == (True, True, True)
    academy.post(at("change-course", course.pk), answers(title="Law", cost_fee=""))
    course.refresh_from_db()
    assert (course.title, course.costs.count(), course.themes.count()) == ("Law", 0, 0)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "", "Write an answer to “Title”."),
        ("kind", "party", "Choose one of the answers shown."),
        ("days", "-1", "Write days as more than 0, or leave it empty."),
        ("cost_fee", "ninety", "Write pounds as a number, such as 100."),
        ("cost_books", "0", "Write pounds as more than 0, or leave it empty."),
        ("cost_exam", "100000", "Write pounds as 99,999.99 or less."),
        ("cost_other", "1.005", "Write pounds with two decimals at most."),
        ("url", "learning", "Write the whole address"),
        ("before", "Unheard of", "There is no course Unheard of. Write its title as the catalogue has it."),
        ("statements", "pcf/1999/6", "There is no standard pcf/1999/6. Write it as in pcf/2018/6."),
        ("valid_months", "1.5", "Write a whole number from 1 to 240."),
        ("credit_level", "9", "Write a whole number from 3 to 8."),
        ("platform", "999", "Choose one of the answers shown."),
    ],
)
def test_bad_answer_is_said_next_to_its_field_and_nothing_is_lost(academy, field, value, sentence):
    response = academy.post(at("add-course"), answers(aims="To know the law.", **{field: value}))

    page = shown(response)
    assert (response.status_code, Course.objects.count()) == (422, 0)
    assert (sentence in page, f'id="id_{field}_error' in page, "To know the law." in page) == (True, True, True)


def test_withdrawing_waits_for_the_events_and_can_be_undone(council, academy):
    event = event_of(council, course__title="Legal literacy")
    refused = academy.post(at("withdraw-course", event.course_id), {"from_on": "1 December 2026"})
    assert (refused.status_code, "1 event is planned or open for booking." in shown(refused)) == (422, True)

    type(event).objects.update(state="held")
    academy.post(at("withdraw-course", event.course_id), {"from_on": "1 December 2026"})
    assert Course.objects.get().withdrawn_on == date(2026, 12, 1)
    offered, gone = shown(academy.get(at("courses"))), shown(academy.get(at("courses"), {"withdrawn": ""}))
    assert ("Legal literacy" in offered, "Legal literacy" in gone) == (False, True)

    academy.post(at("offer-course", event.course_id))
    assert Course.objects.get().withdrawn_on is None


def test_whom_it_is_for_is_said_group_by_group(council, academy):
    course = CourseFactory(organisation=council)
    partner = PartnershipMemberFactory(partnership=council, member__name="Zenith Care").member
    team = TeamFactory(service__organisation=council, name="Triage hub")
    assert "All staff" in shown(academy.get(at("course-audience", course.pk)))

    both = {"organisation": str(council.pk), "who": "staff", "team": str(team.pk)}
    academy.post(at("course-audience", course.pk), both)
    page = shown(
        academy.post(at("course-audience", course.pk), {"organisation": str(partner.pk), "who": "all"}, follow=True)
    )
    assert ("Triage hub" in page, "Staff, providers and partner agencies" in page) == (True, True)

    foreign = academy.post(at("course-audience", course.pk), both | {"organisation": str(partner.pk)})
    assert (foreign.status_code, 'id="id_team_error' in shown(foreign)) == (422, True)

    line = course.audiences.get(team=team)
    academy.post(at("remove-audience", course.pk, line.pk))
    assert [each.organisation for each in course.audiences.all()] == [partner]


def test_list_is_searched_by_title_and_holds_only_the_courses_kept_here(council, academy):
    CourseFactory(organisation=council, title="Legal literacy")
    CourseFactory(organisation=council, title="Dementia")
    CourseFactory(title="Elsewhere")

    page, found = shown(academy.get(at("courses"))), shown(academy.get(at("courses"), {"words": "legal"}))

    assert ("Legal literacy" in page, "Dementia" in page, "Elsewhere" in page) == (True, True, False)
    assert ("Legal literacy" in found, "Dementia" in found) == (True, False)
    assert "No course is called so." in shown(academy.get(at("courses"), {"words": "juggling"}))


@pytest.mark.parametrize("number", [1, 3])
def test_lists_ask_the_database_as_often_however_many_there_are(council, academy, number):
    for _ in range(number):
        course = CourseFactory(organisation=council)
        course.audiences.create(organisation=council, team=TeamFactory(service__organisation=council))
    for team in [TeamFactory(service__organisation=council) for _ in range(number)]:
        course.audiences.create(organisation=council, team=team)
    academy.get(at("courses"))
    assert own_queries(academy, at("courses")) == LIST
    assert own_queries(academy, at("course-audience", course.pk)) == AUDIENCE


def test_settings_lead_to_what_the_academy_keeps(council, academy):
    settings, start = shown(academy.get(reverse("settings:start"))), shown(academy.get(at("start")))
    assert f'href="{at("start")}">Training<' in settings
    assert [f'href="{at(name)}"' in start for name in ("courses", "events", "completions")] == [True, True, True]
    hr = window_of(holder_of(RoleCode.HR, council))
    assert f'href="{at("start")}"' not in shown(hr.get(reverse("settings:start")))


@pytest.mark.parametrize("name", ["start", "courses", "add-course"])
def test_nobody_but_the_academy_keeps_the_offer(council, name):
    assert window_of(staff_of(council)).get(at(name)).status_code == 403


@pytest.mark.parametrize("name", ["change-course", "withdraw-course", "course-audience"])
def test_nobody_but_its_academy_keeps_a_course(council, academy, name):
    mine, other = CourseFactory(organisation=council), CourseFactory()
    assert window_of(staff_of(council)).get(at(name, mine.pk)).status_code == 403
    assert academy.get(at(name, other.pk)).status_code == 404
