"""Vacancies on pages: planned and kept by human resources, found by staff, and what everybody may read."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from academy.people.models import Vacancy
from tests.factories.identity import TODAY
from tests.factories.people import GradeFactory, GradeLevelFactory, JobRoleFactory, TeamFactory, holder_of, member_of
from tests.factories.vacancies import VacancyFactory

KEPT = "/settings/vacancies/"


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(f"{TODAY}T10:00:00+00:00", tick=True):
        yield


@pytest.fixture
def hr(bristol):
    return holder_of("hr", bristol)


@pytest.fixture
def bg12(bristol):
    return GradeFactory(organisation=bristol, code="BG12")


@pytest.fixture
def answers(bristol, bg12):
    return {
        "title": "Senior practitioner",
        "reference": "BCC-1042",
        "team": TeamFactory(service__organisation=bristol, name="South Locality").pk,
        "job_role": JobRoleFactory(title="Senior practitioner").pk,
        "grade": f"{bg12.pk}:",
        "places": "2",
        "opens_on": "17 November 2026",
        "closes_on": "4 December 2026",
        "contract": "Permanent",
        "about": "Send your portfolio.",
    }


def act(vacancy, name) -> str:
    return f"{KEPT}{vacancy.pk}/{name}/"


def words_of(page) -> str:
    return " ".join(page.content.decode().split())


def test_human_resources_plan_a_vacancy_open_change_close_and_fill_it(sign_in, hr, answers, bg12):
    client = sign_in(hr)
    page = client.post(f"{KEPT}plan/", answers, follow=True)
    vacancy = Vacancy.objects.get()
    assert page.redirect_chain == [(vacancy.get_absolute_url(), 302)]
    assert (vacancy.grade, vacancy.places, vacancy.opens_on, vacancy.state) == (bg12, 2, TODAY, "planned")

    for name in ("open", "close", "fill"):
        page = client.post(act(vacancy, name), follow=True)

    assert "The vacancy is filled. Enter who was appointed in her own record." in words_of(page)
    vacancy.refresh_from_db()
    assert vacancy.state == "filled"
    assert "BCC-1042" not in words_of(client.get(KEPT))
    assert "BCC-1042" in words_of(client.get(f"{KEPT}?over"))


def test_form_reads_back_what_the_vacancy_says_and_changes_it(sign_in, hr, bristol, bg12):
    vacancy = VacancyFactory(organisation=bristol, grade=bg12, places=2)
    client = sign_in(hr)
    form = client.get(act(vacancy, "change")).context["form"]
    present = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}

    page = client.post(act(vacancy, "change"), {**present, "closes_on": "18 December 2026", "is_outside": "on"})

    assert page.headers["Location"] == vacancy.get_absolute_url()
    before = {name: getattr(vacancy, name) for name in ("team_id", "job_role_id", "grade_id", "title", "places")}
    vacancy.refresh_from_db()
    assert (vacancy.closes_on, vacancy.is_outside) == (date(2026, 12, 18), True)
    assert {name: getattr(vacancy, name) for name in before} == before


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"places": "many"}, "places", "Write how many places there are as a whole number, for example 1."),
        ({"places": "100"}, "places", "Write how many places there are, from 1 to 99."),
        ({"closes_on": "1 November 2026"}, "closes_on", "It opens on 17 November 2026. Give that day or a later one."),
    ],
)
def test_what_does_not_fit_is_said_at_its_answer(sign_in, hr, answers, wrong, field, said):
    page = sign_in(hr).post(f"{KEPT}plan/", {**answers, **wrong})

    assert (page.status_code, page.context["form"].errors[field], Vacancy.objects.count()) == (422, [said], 0)


def test_withdrawn_vacancy_is_gone_for_staff(sign_in, hr, amara, bristol):
    vacancy = VacancyFactory(organisation=bristol)

    answer = sign_in(hr).post(act(vacancy, "withdraw"), {"reason": "The team is merged"})

    assert answer.headers["Location"] == vacancy.get_absolute_url()
    assert sign_in(amara).get(vacancy.get_absolute_url()).status_code == 404


def test_staff_see_what_is_open_with_grade_and_team_and_nothing_to_keep(sign_in, amara, bristol, bexley, bg12):
    team = TeamFactory(service__organisation=bristol, name="South Locality", service__name="Adult Social Care")
    vacancy = VacancyFactory(organisation=bristol, grade=bg12, team=team, title="Senior practitioner, South")
    VacancyFactory(organisation=bristol, planned=True, title="Not yet")
    VacancyFactory(organisation=bexley, title="Elsewhere")

    page = words_of(sign_in(amara).get(reverse("people:vacancies")))
    one = words_of(sign_in(amara).get(vacancy.get_absolute_url()))

    for words in ("Senior practitioner, South", "BG12", "South Locality", "4 December 2026"):
        assert words in page
        assert words in one
    assert ("Not yet" in page, "Elsewhere" in page, "Keep vacancies" in page, "Withdraw it" in one) == (False,) * 4


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_as_many_queries_for_three_as_for_one(
    sign_in, amara, bristol, no_worklist, number, django_assert_num_queries
):
    VacancyFactory.create_batch(number, organisation=bristol)
    client = sign_in(amara)
    client.get(reverse("people:vacancies"))

    with django_assert_num_queries(6):
        page = client.get(reverse("people:vacancies"))

    assert len(page.context["vacancies"]) == number


def test_everybody_reads_what_people_outside_can_apply_for(client, sign_in, bristol):
    type(bristol).objects.filter(pk=bristol.pk).update(academy_name="Social Care Academy")
    level = GradeLevelFactory(grade__organisation=bristol, grade__code="BG10", title="Level 2")
    graded = {"grade": level.grade, "level": level}
    outside = VacancyFactory(organisation=bristol, is_outside=True, title="Social worker, Fostering", **graded)
    VacancyFactory(organisation=bristol, title="Inside only")

    page = words_of(client.get("/o/bristol/vacancies/"))
    candidate = sign_in(member_of(bristol)).get(outside.get_absolute_url())

    assert ("Social worker, Fostering" in page, "Grade BG10, Level 2." in page, "Inside only" in page) == (
        True,
        True,
        False,
    )
    assert candidate.status_code == 200


def test_line_manager_neither_keeps_nor_plans_vacancies(sign_in, helen, amara, bristol):
    vacancy = VacancyFactory(organisation=bristol)
    client = sign_in(helen)

    assert [client.get(path).status_code for path in (KEPT, f"{KEPT}plan/", act(vacancy, "change"))] == [403] * 3
    assert client.post(act(vacancy, "close")).status_code == 403
