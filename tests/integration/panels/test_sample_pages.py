"""Draws, how they were made, and what came back, by the numbers of the cases."""

import pytest

from academy.people.choices import RoleCode
from panels.models import Sample, Sampled
from panels.services.samples import draw_sample
from tests.factories.panel_moderation import given_back, moderating
from tests.factories.people import NOW, TODAY, holder_of, staff_of
from tests.integration.pages import browser, words
from tests.unit.panels.services.test_samples import PERIOD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE = "/panels/moderation/samples/"
QUERIES = 10
ASKED = {"tier": "partnership", "from_on": "1 January 2026", "until_on": f"{TODAY.day} November 2026"}


@pytest.fixture
def here():
    return moderating()


def draw_in(here):
    return draw_sample(organisation=here.organisation, period=PERIOD, by=here.by, at=NOW)


def test_coordinator_draws_reads_how_and_notes_what_came_back(here):
    case = given_back(here)
    client = browser(here.coordinator)
    assert "Nothing was drawn here yet." in words(client.get(PAGE))
    sent = client.post(PAGE, ASKED)
    sample = Sample.objects.get()
    assert (sent.status_code, sent["Location"]) == (302, f"{PAGE}{sample.pk}/")
    page = words(client.get(sent["Location"]))
    assert [
        each in page for each in (f"Case {case.pk}", case.person.full_name, "it came out the same", sample.seed)
    ] == [
        True,
        False,
        True,
        True,
    ]
    row = Sampled.objects.get()
    form = f"/panels/moderation/sampled/{row.pk}/"
    assert case.person.full_name not in words(client.get(form))
    noted = client.post(form, {"feedback": "Clear.", "received_on": ASKED["until_on"], "is_exemplar": "on"})
    assert (noted.status_code, noted["Location"]) == (302, sample.get_absolute_url())
    page = words(client.get(noted["Location"]))
    assert all(each in page for each in ("Clear.", "Kept as an exemplar", "Correct it"))
    assert "Partnership" in words(client.get(PAGE))


def test_refusals_stand_beside_their_questions(here):
    client = browser(here.coordinator)
    answer = client.post(PAGE, ASKED)
    assert (answer.status_code, "No ASYE was moderated by a panel" in words(answer)) == (422, True)
    given_back(here)
    row = draw_in(here).drawn.get()
    answer = client.post(f"/panels/moderation/sampled/{row.pk}/", {"feedback": "Clear.", "received_on": "1 May 2026"})
    assert (answer.status_code, Sampled.objects.get().feedback) == (422, "")


def test_draw_that_somebody_changed_says_so(here):
    first, second = given_back(here), given_back(here)
    sample = draw_in(here)
    row = sample.drawn.get()
    row.case = second if row.case_id == first.pk else first
    row.save()
    assert "it came out differently" in words(browser(here.coordinator).get(sample.get_absolute_url()))


def test_who_runs_moderation_without_seeing_the_cases_reads_how_many_are_hidden(here):
    case = given_back(here)
    sample = draw_in(here)
    staff = browser(holder_of(RoleCode.ACADEMY_STAFF, here.organisation))
    page = words(staff.get(sample.get_absolute_url()))
    assert [f"Case {case.pk}" in page, "1 case of this draw is not shown to you." in page] == [False, True]
    assert staff.get(f"/panels/moderation/sampled/{sample.drawn.get().pk}/").status_code == 404


def test_nobody_else_finds_a_draw(here):
    case = given_back(here)
    sample = draw_in(here)
    people = [case.person, staff_of(here.organisation), moderating().coordinator]
    pages = (sample.get_absolute_url(), f"/panels/moderation/sampled/{sample.drawn.get().pk}/")
    assert [browser(each).get(page).status_code for each in people for page in pages] == [404] * 6
    assert [browser(each).get(PAGE).status_code for each in people] == [403, 403, 200]


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_draws_and_cases(here, count, django_assert_num_queries):
    for _ in range(count):
        given_back(here, fails=True)
    sample = draw_in(here)
    client = browser(here.coordinator)
    client.get(PAGE)
    with django_assert_num_queries(QUERIES):
        assert len(client.get(sample.get_absolute_url()).context["drawn"].rows) == count
