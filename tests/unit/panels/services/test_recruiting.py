"""From eligible to a post: invited, appointed with the grade of the post, or told kindly that not."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Mail, Notice
from academy.people.choices import RoleCode
from academy.people.models import GradeChange, Vacancy
from panels.choices.cases import CaseKind, CaseState
from panels.models import Appointment, Case
from panels.services import recruiting
from panels.services.appointing import NOTHING_BEFORE, follow, make_eligible
from panels.services.locking import NOT_YOURS
from tests.factories.panels import AppointmentFactory, TieFactory, case_in
from tests.factories.panels_outcomes import lead_of, sat, stepping, told
from tests.factories.people import NOW, GradeFactory, as_actor, holder_of, staff_of
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
FROM_ON = NOW.date() + timedelta(days=30)
KIND = "She spoke well of risk. Another had led more reviews."


@pytest.fixture
def case():
    """Somebody from BG11 to BG12 whose portfolio was seen for a post at that grade, by interview."""
    lower = GradeFactory(code="BG11")
    upper = GradeFactory(code="BG12", organisation=lower.organisation)
    person = staff_of(lower.organisation, grade=lower)
    vacancy = VacancyFactory(organisation=lower.organisation, grade=upper)
    here = {"organisation": lower.organisation, "person": person, "grade": upper, "vacancy": vacancy}
    return case_in("accepted", kind=CaseKind.APPOINTMENT, **here)


@pytest.fixture
def recruiter(case):
    return holder_of(RoleCode.HR, case.organisation)


def eligible(case, by):
    return make_eligible(case=case, by=as_actor(by), at=NOW)


def invited(appointment, by, *, days=0, vacancy=None, place="Civic Offices, room 2", at=NOW):
    vacancy = vacancy or appointment.vacancy
    said = {"vacancy": vacancy, "interview_at": NOW + timedelta(days=days), "place": place}
    return recruiting.invite(appointment=appointment, **said, by=as_actor(by), at=at)


def appointed(appointment, by, *, words="The panel saw steady judgement.", from_on=FROM_ON, vacancy=None):
    said = {"vacancy": vacancy or appointment.vacancy, "from_on": from_on, "words": words}
    return recruiting.appoint(appointment=appointment, **said, by=as_actor(by), at=NOW)


def refusal(act, *args, **said):
    with pytest.raises(Refused) as refused:
        act(*args, **said)
    return refused.value.reason


def kinds(person):
    return sorted(Notice.objects.filter(person=person).values_list("kind", flat=True))


def test_invited_she_is_told_when_and_where_and_again_for_another_day(case, recruiter):
    made = invited(eligible(case, recruiter), recruiter, days=5)
    again = invited(made, recruiter, days=6)
    assert (again.state, again.interview_at, again.interview_place) == (
        "invited",
        NOW + timedelta(days=6),
        "Civic Offices, room 2",
    )
    last = Notice.objects.filter(person=case.person).order_by("-pk")[0]
    assert [str((NOW + timedelta(days=6)).day) in last.subject, "Civic Offices, room 2" in last.body] == [True, True]
    assert kinds(case.person) == ["panels.appointment.invited"] * 2


def files_to(person):
    """The calendar files in her mails: whether each takes the interview in or out, and under which name."""
    mails = Mail.objects.filter(person=person).order_by("pk").values_list("file_text", flat=True)
    return [(text.split("METHOD:")[1].split()[0], text.split("UID:")[1].split()[0]) for text in mails if text]


def test_interview_goes_into_her_calendar_moves_and_leaves_it_under_one_name(case, recruiter):
    made = invited(eligible(case, recruiter), recruiter, days=5)
    made = invited(made, recruiter, days=6)
    recruiting.end(appointment=made, words="It was taken back.", by=as_actor(recruiter), at=NOW)
    [first, moved, gone] = files_to(case.person)
    assert [each[0] for each in (first, moved, gone)] == ["REQUEST", "REQUEST", "CANCEL"]
    assert first[1] == moved[1] == gone[1]


def test_interview_that_was_held_stays_in_her_calendar(case, recruiter):
    made = invited(eligible(case, recruiter), recruiter)
    recruiting.turn_down(appointment=made, words=KIND, by=as_actor(recruiter), at=NOW)
    assert [method for method, _ in files_to(case.person)] == ["REQUEST"]


def test_invitation_is_refused_to_others_without_place_for_past_days_and_other_vacancies(case, recruiter):
    made = eligible(case, recruiter)
    tied = holder_of(RoleCode.SERVICE_MANAGER, case.organisation)
    TieFactory(case=case, person=tied)
    assert [refusal(invited, made, who) for who in (case.person, tied)] == [NOT_YOURS] * 2
    assert refusal(invited, made, recruiter, place=" ") == "Say where the interview is held."
    assert refusal(invited, made, recruiter, days=-1) == "Give 17 November 2026 or a later day."
    assert refusal(invited, made, recruiter, vacancy=VacancyFactory()) == recruiting.NOT_HERE
    filled = VacancyFactory(organisation=case.organisation, filled=True)
    assert refusal(invited, made, recruiter, vacancy=filled).startswith("Choose a vacancy that is open")


def test_appointed_by_interview_the_grade_follows_the_vacancy_is_filled_and_the_case_is_told(case, recruiter):
    done = appointed(invited(eligible(case, recruiter), recruiter), recruiter)
    change = GradeChange.objects.get()
    assert (done.state, done.from_on, done.decided_by_id) == ("appointed", FROM_ON, recruiter.pk)
    assert (change.terms.grade, change.terms.from_on, change.basis) == (case.grade, FROM_ON, "recruitment")
    assert change.decision_key == f"panels:appointment:{done.pk}"
    assert change.decision == f"{case.vacancy.title} ({case.vacancy.reference})"
    case.refresh_from_db()
    case.vacancy.refresh_from_db()
    assert (case.state, case.vacancy.state) == (CaseState.RELEASED, "filled")
    assert "panels.appointment.answered" in kinds(case.person)
    said = " ".join(f"{each.subject} {each.body}" for each in Notice.objects.filter(kind__startswith="panels."))
    assert "appointed" not in said.lower()


def test_human_resources_hear_of_it_where_somebody_else_appoints_and_have_the_vacancy_to_fill(case, recruiter):
    manager = holder_of(RoleCode.SERVICE_MANAGER, case.organisation)
    appointed(invited(eligible(case, manager), manager), manager)
    assert kinds(recruiter) == ["panels.appointment.for_staff_record"]
    case.vacancy.refresh_from_db()
    assert case.vacancy.state == "open"


def test_vacancy_with_a_place_left_stays_and_a_second_one_is_refused_once_none_is(case, recruiter):
    case.vacancy.places = 2
    case.vacancy.save()
    appointed(invited(eligible(case, recruiter), recruiter), recruiter)
    case.vacancy.refresh_from_db()
    assert case.vacancy.state == "open"
    case.vacancy.places = 1
    case.vacancy.save()
    other = case_in("accepted", kind=CaseKind.APPOINTMENT, organisation=case.organisation, vacancy=case.vacancy)
    second = invited(eligible(other, recruiter), recruiter)
    assert refusal(appointed, second, recruiter).startswith("Every place of this vacancy is taken.")


def test_vacancy_that_takes_no_more_applications_is_filled_as_it_is(case, recruiter):
    Vacancy.objects.filter(pk=case.vacancy_id).update(state="closed", closed_at=NOW)
    appointed(invited(eligible(case, recruiter), recruiter), recruiter)
    case.vacancy.refresh_from_db()
    assert (case.vacancy.state, case.vacancy.filled_at) == ("filled", NOW)


def test_gates_come_in_order_and_the_interview_is_held_first(case, recruiter):
    made = eligible(case, recruiter)
    assert refusal(appointed, made, recruiter) == "Invite her to the interview first."
    coming = invited(made, recruiter, days=3)
    assert refusal(appointed, coming, recruiter).startswith("Record it once the interview was held")
    held = invited(coming, recruiter)
    assert refusal(appointed, held, recruiter, words="") == "Write what the decision rests on. She reads it."
    assert refusal(appointed, held, recruiter, from_on=None) == "Give the first day in the post."
    assert refusal(appointed, held, recruiter, from_on=NOW.date() - timedelta(days=9000)) == recruiting.NO_POST
    assert Appointment.objects.get().state == "invited"


def test_after_a_panel_a_step_with_a_vacancy_and_no_interview_is_appointed_at_once_and_reached():
    meeting = sat()
    organisation = meeting.panel.organisation
    decision = told(meeting=meeting, **stepping(organisation, "panel", "vacancy"))
    lead = lead_of(organisation)
    post = VacancyFactory(organisation=organisation)
    appointed(eligible(decision.case, lead), lead, vacancy=post, from_on=NOW.date())
    assert GradeChange.objects.get().terms.grade.code == "BG11"
    decision.case.journey.refresh_from_db()
    assert decision.case.journey.state == "reached"
    assert Case.objects.get(pk=decision.case_id).state == CaseState.RELEASED


def test_who_holds_the_grade_already_or_has_none_to_get_is_appointed_without_a_change(recruiter, case):
    Case.objects.filter(pk=case.pk).update(grade=None)
    case.vacancy.grade = None
    case.vacancy.save()
    case.refresh_from_db()
    appointed(invited(eligible(case, recruiter), recruiter), recruiter)
    held = case_in("accepted", kind=CaseKind.APPOINTMENT, organisation=case.organisation)
    grade = GradeFactory(organisation=case.organisation)
    Case.objects.filter(pk=held.pk).update(person=staff_of(case.organisation, grade=grade), grade=grade)
    held = Case.objects.get(pk=held.pk)
    appointed(invited(eligible(held, recruiter), recruiter), recruiter)
    assert (GradeChange.objects.count(), Appointment.objects.filter(state="appointed").count()) == (0, 2)


def test_somebody_from_outside_needs_a_vacancy_open_to_her_and_gets_no_grade_here(case, recruiter):
    Case.objects.filter(pk=case.pk).update(is_external=True)
    case.refresh_from_db()
    made = eligible(case, recruiter)
    assert refusal(invited, made, recruiter) == recruiting.INSIDE
    case.vacancy.is_outside = True
    case.vacancy.save()
    appointed(invited(made, recruiter), recruiter)
    assert (Appointment.objects.get().state, GradeChange.objects.count()) == ("appointed", 0)


def test_turned_down_in_words_she_reads_the_case_is_told_and_another_vacancy_may_follow(case, recruiter):
    made = eligible(case, recruiter)
    by = {"by": as_actor(recruiter), "at": NOW}
    assert refusal(recruiting.turn_down, appointment=made, words=KIND, **by) == recruiting.NOT_INVITED
    held = invited(made, recruiter)
    assert refusal(follow, case=case, **by) == "One vacancy is open for her. Record how that ended first."
    assert refusal(recruiting.turn_down, appointment=held, words=" ", **by).startswith("Write what the decision rests")
    down = recruiting.turn_down(appointment=held, words=KIND, **by)
    case.refresh_from_db()
    assert (down.state, down.words, case.state) == ("not_appointed", KIND, CaseState.RELEASED)
    next_one = follow(case=case, **by)
    assert (next_one.number, next_one.state, next_one.vacancy) == (2, "eligible", None)


def test_ended_without_a_post_she_is_told_whatever_vacancy_there_was(recruiter, case):
    decision = told(organisation=case.organisation)
    by = {"by": as_actor(recruiter), "at": NOW}
    ended = recruiting.end(appointment=AppointmentFactory(case=decision.case), words="It was taken back.", **by)
    assert (ended.state, kinds(decision.case.person)) == ("lapsed", ["panels.appointment.answered"])
    assert refusal(recruiting.end, appointment=ended, words="Again.", **by).startswith("This is over already.")


def test_nothing_follows_where_nothing_was_and_for_nobody_else(case, recruiter):
    assert refusal(follow, case=case, by=as_actor(recruiter), at=NOW) == NOTHING_BEFORE
    assert refusal(follow, case=case, by=as_actor(case.person), at=NOW) == NOT_YOURS
