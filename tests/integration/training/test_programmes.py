"""Programmes: reading one, and the academy's pages about them."""

import pytest
import time_machine
from django.urls import reverse

from academy.people.choices import RoleCode
from academy.training.models import Need, Programme
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW, PartnershipMemberFactory, holder_of, staff_of
from tests.factories.training import CourseFactory, ProgrammeFactory, TrainingEventFactory
from tests.integration.training.windows import own_queries, shown, window_of

pytestmark = pytest.mark.django_db
# Queries of the pages beyond those every page asks.
PAGE, LIST = 6, 1


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    return OrganisationFactory(name="Partnership of North-West London")


@pytest.fixture
def lead(council):
    return holder_of(RoleCode.ACADEMY_LEAD, council)


@pytest.fixture
def academy(lead):
    return window_of(lead)


@pytest.fixture
def reader(council):
    return window_of(staff_of(council))


def at(name, *args):
    return reverse(f"training_settings:{name}", args=args)


def said(*titles, **changed):
    return {"title": "Four modules", "courses": "\r\n".join(titles), "sponsor": ""} | changed


def test_programme_is_read_with_its_courses_in_order_and_how_they_are_combined(council, reader):
    second, first = (CourseFactory(organisation=council, title=title) for title in ("Decisions", "Safeguarding"))
    TrainingEventFactory(course=first)
    gone = CourseFactory(organisation=council, title="Ended", withdrawn_on=TODAY)
    need = Need.objects.create(organisation=council, code="law", text="Legal literacy", source="skills_audit")
    programme = ProgrammeFactory(
        organisation=council, courses=[first, second, gone], steering="Choose both.", sponsor=PersonFactory()
    )
    programme.needs.add(need)
    programme.employers.add(council)

    page = reader.get(programme.get_absolute_url())

    text = shown(page)
    assert [line.course for line in page.context["page"].lines] == [first, second]
    assert ("Choose both." in text, "8 Dec 2026" in text, "Legal literacy" in text) == (True, True, True)
    assert (programme.sponsor.full_name in text, f"<dd>{council.name}</dd>" in text) == (True, True)
    assert at("change-programme", programme.pk) not in text


def test_programme_without_anything_said_of_it_says_only_its_courses(council, reader):
    text = shown(reader.get(ProgrammeFactory(organisation=council, sponsor_title="Director").get_absolute_url()))
    assert ("None of its courses is offered to you" in text, "Which courses fit you" in text) == (True, False)
    assert ("<dd>Director</dd>" in text, "Needs it answers" in text) == (True, False)


def test_programme_for_ones_employer_is_read_and_one_of_elsewhere_is_not_found(council, reader):
    elsewhere = ProgrammeFactory(title="Shared modules")
    assert reader.get(elsewhere.get_absolute_url()).status_code == 404
    elsewhere.employers.add(council)
    assert "Shared modules" in shown(reader.get(elsewhere.get_absolute_url()))


def test_withdrawn_programme_stays_readable_and_says_so(council, academy):
    programme = ProgrammeFactory(organisation=council, withdrawn_on=TODAY)
    text = shown(academy.get(programme.get_absolute_url()))
    assert ("This has not been offered since 17 November 2026." in text, ">Change</a>" in text) == (True, False)


def test_course_leads_to_its_programme_and_to_changing_it_for_who_keeps_it(council, reader, academy):
    course = CourseFactory(organisation=council)
    programme = ProgrammeFactory(organisation=council, courses=[course])
    change = f'href="{at("change-course", course.pk)}"'
    page, kept = shown(reader.get(course.get_absolute_url())), shown(academy.get(course.get_absolute_url()))
    assert (programme.get_absolute_url() in page, change in page, change in kept) == (True, False, True)


def test_academy_adds_a_programme_changes_the_order_withdraws_it_and_offers_it_again(council, lead, academy):
    partner = PartnershipMemberFactory(partnership=council, member__name="Zenith Council").member
    for title in ("Decisions", "Safeguarding"):
        CourseFactory(organisation=council, title=title)
    given = said("safeguarding", "Decisions", employers=[str(partner.pk)], sponsor=lead.full_name)
    page = shown(academy.post(at("add-programme"), given, follow=True))
    programme = Programme.objects.get()
    assert ("The programme is added." in page, "Four modules" in page) == (True, True)
    assert (programme.sponsor, programme.employers.get()) == (lead, partner)

    form = shown(academy.get(at("change-programme", programme.pk)))
    assert ("Safeguarding Decisions</textarea>" in form, f'value="{lead.full_name}"' in form) == (True, True)
    academy.post(at("change-programme", programme.pk), said("Decisions", "Safeguarding", sponsor=lead.full_name))
    assert [each.course.title for each in programme.courses.all()] == ["Decisions", "Safeguarding"]

    page = shown(academy.post(at("withdraw-programme", programme.pk), {"from_on": "17 November 2026"}, follow=True))
    assert "Withdrawn from 17 November 2026" in page
    page = shown(academy.post(at("offer-programme", programme.pk), follow=True))
    assert ("The programme is offered again." in page, "Withdrawn from" in page) == (True, False)


def test_sponsor_of_elsewhere_stays_when_something_else_changes(council, academy):
    course, sponsor = CourseFactory(organisation=council), PersonFactory()
    programme = ProgrammeFactory(organisation=council, courses=[course], sponsor=sponsor)
    academy.post(at("change-programme", programme.pk), said(course.title, sponsor=sponsor.full_name))
    programme.refresh_from_db()
    assert (programme.title, programme.sponsor) == ("Four modules", sponsor)


@pytest.mark.parametrize(
    ("titles", "changed", "field", "sentence"),
    [
        (("Decisions", "Unknown"), {}, "courses", "There is no course Unknown."),
        (("Decisions", "decisions-1"), {}, "courses", "A course stands here twice."),
        (("Decisions",), {"sponsor": "Nobody"}, "sponsor", "Nobody here is called Nobody."),
    ],
)
def test_bad_answer_is_said_next_to_its_field_and_nothing_is_lost(council, academy, titles, changed, field, sentence):
    CourseFactory(organisation=council, title="Decisions", code="decisions-1")
    response = academy.post(at("add-programme"), said(*titles, **changed))
    text = shown(response)
    assert (response.status_code, sentence in text, f'id="id_{field}_error' in text) == (422, True, True)
    assert ('value="Four modules"' in text, Programme.objects.count()) == (True, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_pages_ask_the_database_as_often_however_many_there_are(council, reader, academy, number):
    for _ in range(number):
        courses = CourseFactory.create_batch(number, organisation=council)
        programme = ProgrammeFactory(organisation=council, courses=courses)
    assert own_queries(reader, programme.get_absolute_url()) == PAGE
    assert own_queries(academy, at("programmes")) == LIST


def test_empty_list_says_what_to_do(academy):
    assert "No programme yet. Add one of the courses that belong together." in shown(academy.get(at("programmes")))


@pytest.mark.parametrize("name", ["programmes", "add-programme"])
def test_nobody_but_the_academy_keeps_programmes(reader, name):
    assert reader.get(at(name)).status_code == 403


@pytest.mark.parametrize("name", ["change-programme", "withdraw-programme"])
def test_nobody_but_its_academy_keeps_one(council, reader, academy, name):
    assert reader.get(at(name, ProgrammeFactory(organisation=council).pk)).status_code == 403
    assert academy.get(at(name, ProgrammeFactory().pk)).status_code == 404
