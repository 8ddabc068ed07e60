"""The annual guide: the editions, whom they are for, on screen and on paper."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from academy.engines.documents.declarations import Asked
from academy.engines.jobs.models import Job
from academy.people.choices import MembershipKind
from academy.training.choices import AudienceWho, EventState, OfferKind, Promise
from academy.training.documents import GUIDE
from academy.training.models import CourseAudience, FocusTheme
from tests.factories.documents import set_in_pages
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, member_of, staff_of
from tests.factories.training import CourseFactory, PlatformFactory, ProgrammeFactory, TrainingEventFactory
from tests.integration.training.windows import own_queries, shown, window_of
from tests.pdf import Pdf

pytestmark = pytest.mark.django_db
# Queries of the page beyond those every page asks.
GUIDE_PAGE = 9
THIS_YEAR, NEXT_YEAR = "/training/guide/2026/", "/training/guide/2027/"


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    return OrganisationFactory(name="London Borough of Bexley", short_name="Bexley", academy_name="Academy of Bexley")


@pytest.fixture
def person(council):
    return staff_of(council)


@pytest.fixture
def window(person):
    return window_of(person)


def lines_of(page):
    return {line.course.title: line for group in page.context["guide"].groups for line in group.lines}


def test_guide_lists_workshops_support_sessions_and_online_learning_with_their_dates(council, window):
    law = CourseFactory(organisation=council, title="Law", kind=OfferKind.WORKSHOP, promise=Promise.EXCEL)
    TrainingEventFactory(course=law)
    TrainingEventFactory(course=law, starts_on=date(2026, 12, 10), ends_on=date(2026, 12, 11))
    TrainingEventFactory(course=law, starts_on=date(2026, 2, 3), ends_on=date(2026, 2, 3), state=EventState.HELD)
    TrainingEventFactory(course=law, planned=True)
    CourseFactory(organisation=council, title="Peer support", kind=OfferKind.SUPPORT)
    evolve = PlatformFactory(organisation=council, name="EVOLVE")
    CourseFactory(organisation=council, title="Data protection", kind=OfferKind.ONLINE, platform=evolve)
    CourseFactory(organisation=council, title="A workbook", kind=OfferKind.WORKBOOK)

    page = window.get(THIS_YEAR)

    text, lines = shown(page), lines_of(page)
    assert list(lines) == ["Data protection", "Peer support", "Law"]
    assert [group.heading for group in page.context["guide"].groups] == ["Begin", "Excel"]
    assert (">8 Dec</a>, " in text, ">10 Dec to 11 Dec</a>" in text, "Held once" in text) == (True, True, True)
    assert ("Any time on EVOLVE" in text, "No date yet" in text, "Academy of Bexley" in text) == (True, True, True)
    assert len(lines["Law"].events) == 2


def test_guide_has_what_is_in_focus_first_and_says_so(council, window):
    CourseFactory(organisation=council, title="Autism")
    theme = FocusTheme.objects.create(organisation=council, code="s", title="Strengths", from_on=date(2026, 1, 1))
    CourseFactory(organisation=council, title="Strengths-based practice").themes.add(theme)

    page = window.get(THIS_YEAR)

    assert list(lines_of(page)) == ["Strengths-based practice", "Autism"]
    assert ("In focus: Strengths." in shown(page), shown(page).count("<small>In focus. ")) == (True, 1)


def test_guide_to_a_year_that_is_over_has_what_was_held(council, window):
    before = date(2025, 5, 6)
    held = CourseFactory(organisation=council, title="Court skills", withdrawn_on=date(2026, 1, 1))
    for day in (before, before + timedelta(days=1)):
        TrainingEventFactory(course=held, starts_on=day, ends_on=day, state=EventState.HELD)
    CourseFactory(organisation=council, title="Only now")

    page = window.get("/training/guide/2025/")

    assert (list(lines_of(page)), "What was held in 2025." in shown(page)) == (["Court skills"], True)
    assert ("Held 2 times" in shown(page), "How to take part" in shown(page)) == (True, False)
    assert "Court skills" not in shown(window.get(THIS_YEAR))


def test_guide_to_next_year_has_what_is_still_offered_then(council, window):
    CourseFactory(organisation=council, title="Ends soon", withdrawn_on=date(2026, 12, 24))
    CourseFactory(organisation=council, title="Goes on")
    assert list(lines_of(window.get(NEXT_YEAR))) == ["Goes on"]
    assert list(lines_of(window.get(THIS_YEAR))) == ["Ends soon", "Goes on"]


@pytest.mark.parametrize("year", [2024, 2028])
def test_year_without_an_edition_is_not_found(council, window, year):
    assert window.get(f"/training/guide/{year}/").status_code == 404
    assert window.post(f"/training/guide/{year}/pdf/").status_code == 404


def test_partner_agency_reads_the_guide_and_sees_what_is_for_it(council):
    course = CourseFactory(organisation=council, title="Safeguarding together")
    CourseAudience.objects.create(course=course, organisation=council, who=AudienceWho.ALL)
    page = shown(window_of(member_of(council, kind=MembershipKind.PARTNER)).get(THIS_YEAR))
    assert ("Safeguarding together" in page, "For all staff and for partner agencies." in page) == (True, True)
    assert "Staff, providers and partner agencies (Bexley)" in page


def test_guide_holds_courses_of_others_that_are_meant_for_ones_people_and_no_more(council, window):
    shared, other = CourseFactory(title="Modules of the partnership"), CourseFactory(title="Of elsewhere")
    CourseAudience.objects.create(course=shared, organisation=council, who=AudienceWho.STAFF)
    CourseAudience.objects.create(course=other, organisation=other.organisation, who=AudienceWho.STAFF)
    assert list(lines_of(window.get(THIS_YEAR))) == ["Modules of the partnership"]


def test_guide_lists_the_programmes_of_today(council, window):
    programme = ProgrammeFactory(organisation=council, title="Practice educators", aimed_at="Experienced staff")
    ProgrammeFactory(organisation=council, title="Ended", withdrawn_on=TODAY)
    text = shown(window.get(THIS_YEAR))
    assert f'href="/training/programmes/{programme.pk}/">Practice educators</a>' in text
    assert ("Experienced staff" in text, "Ended" in text) == (True, False)


def test_empty_guide_says_so(council, window):
    assert "Nothing is offered yet." in shown(window.get(THIS_YEAR))


def test_catalogue_leads_to_the_guide_of_the_year(council, window):
    assert f'href="{THIS_YEAR}">Guide to 2026</a>' in shown(window.get("/training/"))


@pytest.mark.parametrize("number", [1, 3])
def test_guide_asks_the_database_as_often_whatever_is_offered(council, window, number):
    for _ in range(number):
        course = CourseFactory(organisation=council, platform=PlatformFactory(organisation=council))
        CourseAudience.objects.create(course=course, organisation=council)
        TrainingEventFactory(course=course)
    assert own_queries(window, THIS_YEAR) == GUIDE_PAGE


def test_guide_is_ordered_as_a_pdf_once(council, window):
    first, second = window.post(f"{NEXT_YEAR}pdf/"), window.post(f"{NEXT_YEAR}pdf/")
    job = Job.objects.get()
    assert (first["Location"], second["Location"]) == (job.get_absolute_url(), job.get_absolute_url())
    assert job.arguments["choices"] == ["year:2027"]


def test_pdf_has_the_courses_their_dates_and_how_to_take_part(council, person, tmp_path):
    course = CourseFactory(organisation=council, title="Law")
    TrainingEventFactory(course=course)
    asked = Asked(
        person_id=person.pk, by=as_actor(person), at=datetime.combine(TODAY, NOW.timetz()), choices={"year": "2026"}
    )
    content = GUIDE.build(asked)

    made = set_in_pages(GUIDE, content)

    text = " ".join(Pdf(tmp_path / "guide.pdf", made).text.split())
    assert (content.file_name, "Guide to learning in 2026" in text) == (f"guide-{council.slug}-2026", True)
    assert ("How to take part" in text, "Law" in text, "8 Dec" in text) == (True, True, True)
