"""The way from eligible to a post by its pages: who recruits goes on with it, the candidate reads how it stands."""

from datetime import timedelta

import pytest
from django.urls import reverse

from academy.people.choices import RoleCode
from panels.choices.cases import CaseKind
from panels.models import Appointment
from panels.selectors.appointments import recruiting_of
from panels.worklist import appointments as worklist
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.panels import AppointmentFactory, TieFactory, case_in
from tests.factories.people import NOW, GradeFactory, as_actor, holder_of, staff_of
from tests.factories.vacancies import VacancyFactory
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
OVER = {"decided_at": NOW, "words": "Another had led more reviews."}


@pytest.fixture
def organisation():
    return OrganisationFactory()


@pytest.fixture
def recruiter(organisation):
    return holder_of(RoleCode.HR, organisation)


def waiting(organisation, **said):
    """Somebody who is eligible for a post by interview."""
    lower, upper = GradeFactory(organisation=organisation), GradeFactory(organisation=organisation)
    vacancy = VacancyFactory(organisation=organisation, grade=upper)
    here = {"organisation": organisation, "person": staff_of(organisation, grade=lower), "grade": upper}
    case = case_in("accepted", kind=CaseKind.APPOINTMENT, vacancy=vacancy, **here)
    return AppointmentFactory(case=case, vacancy=vacancy, **said)


def at(name, thing):
    return reverse(f"panels:{name}", args=[thing.pk])


def test_who_recruits_invites_appoints_and_the_grade_stands_on_her_page_with_its_reason(organisation, recruiter):
    made = waiting(organisation)
    hers, case = browser(recruiter), made.case
    page = words(hers.get(case.get_absolute_url()))
    assert [at(name, made) in page for name in ("invite", "appoint", "turn-down")] == [True, True, False]
    handed_in = reverse("panels:handed-in", args=[case.pk])
    assert (handed_in in page, hers.get(handed_in).status_code) == (True, 200)
    assert handed_in not in words(browser(case.person).get(case.get_absolute_url()))

    said = {"vacancy": made.vacancy_id, "interview": "18 November 2026", "begins": "8.30", "place": "Civic Offices"}
    sent = hers.post(at("invite", made), said)
    assert (sent.status_code, sent.url) == (302, case.get_absolute_url())
    assert "Interview on 18 November 2026, 08:30, Civic Offices." in words(browser(case.person).get(sent.url))
    Appointment.objects.update(interview_at=NOW - timedelta(days=1))

    lacking = hers.post(at("appoint", made), {"vacancy": made.vacancy_id, "from_on": "", "words": "Steady."})
    sent = hers.post(
        at("appoint", made), {"vacancy": made.vacancy_id, "from_on": "1 December 2026", "words": "Steady."}
    )
    assert (lacking.status_code, sent.status_code) == (422, 302)
    assert "First day in the post: 1 December 2026." in words(browser(case.person).get(case.get_absolute_url()))
    record = words(browser(case.person).get(case.person.get_absolute_url()))
    assert f"{made.vacancy.title} ({made.vacancy.reference})" in record


def test_who_was_not_appointed_reads_why_and_may_be_considered_again(organisation, recruiter):
    made = waiting(organisation, state="invited", interview_at=NOW, interview_place="Here")
    hers, case = browser(recruiter), made.case
    sent = hers.post(at("turn-down", made), {"words": "Your risk work was clear."})
    assert sent.status_code == 302
    assert "Your risk work was clear." in words(browser(case.person).get(case.get_absolute_url()))
    assert hers.post(reverse("panels:another-vacancy", args=[case.pk])).status_code == 302
    second = Appointment.objects.get(number=2)
    assert hers.post(at("end-appointment", second), {"words": "It was taken back."}).status_code == 302
    assert Appointment.objects.get(number=2).state == "lapsed"


def test_nobody_else_finds_it_nor_who_is_out_of_the_case(organisation, recruiter):
    made = waiting(organisation)
    tied = holder_of(RoleCode.SERVICE_MANAGER, organisation)
    TieFactory(case=made.case, person=tied)
    far = holder_of(RoleCode.HR, OrganisationFactory())
    people = (recruiter, made.case.person, tied, far, staff_of(organisation))
    assert [browser(each).get(at("invite", made)).status_code for each in people] == [200, 403, 404, 404, 404]
    listed = reverse("panels:eligible")
    assert [browser(each).get(listed).status_code for each in (recruiter, staff_of(organisation))] == [200, 403]
    assert made.case.person.full_name in words(browser(recruiter).get(listed))
    assert made.case.person.full_name not in words(browser(tied).get(listed))


def test_list_says_who_waits_and_an_empty_one_says_so(organisation, recruiter):
    assert "Nobody waits for a post." in words(browser(recruiter).get(reverse("panels:eligible")))
    waiting(organisation, state="invited", interview_at=NOW, interview_place="Here")
    ended = waiting(organisation, state="lapsed", decided_by=recruiter, **OVER).case
    type(ended).objects.filter(pk=ended.pk).update(state="released", released_at=NOW)
    shown = words(browser(recruiter).get(reverse("panels:eligible")))
    assert ["To be invited" in shown, "Invited to an interview" in shown, "Without a post so far" in shown] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize("many", [1, 3])
def test_list_takes_the_same_queries_for_one_and_for_three(organisation, recruiter, many, django_assert_num_queries):
    for _ in range(many):
        waiting(organisation)
    actor = as_actor(recruiter)
    with django_assert_num_queries(2):
        assert [each.case.person.full_name for each in recruiting_of(actor).eligible] != []


def test_worklist_says_whom_to_invite_whom_to_answer_and_which_vacancy_is_full(organisation, recruiter):
    first = waiting(organisation)
    second = waiting(organisation, state="invited", interview_at=NOW, interview_place="Here")
    waiting(organisation, state="invited", interview_at=NOW + timedelta(days=3), interview_place="Here")
    third = waiting(organisation, state="appointed", from_on=TODAY, decided_by=recruiter, **OVER)
    actor = as_actor(recruiter)
    found = [item.what for find in (worklist._invite, worklist._answer, worklist._fill) for item in find(actor, TODAY)]
    assert found == [
        f"Invite {first.case.person.full_name} to an interview, or appoint her",
        f"Record how the interview with {second.case.person.full_name} ended",
        f"Say that the vacancy “{third.vacancy.title}” is filled",
    ]
    manager = as_actor(holder_of(RoleCode.SERVICE_MANAGER, organisation))
    assert worklist._fill(manager, TODAY) == []
