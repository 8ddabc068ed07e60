"""An appeal: in time, heard by people fresh to the case, answered in words; upheld, the case is judged afresh."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Mail, Notice
from academy.people.choices import RoleCode
from panels.choices.cases import CaseState
from panels.models import Appeal, Case
from panels.selectors.deciding import basis_of, latest_decision
from panels.selectors.fresh import used_before
from panels.selectors.reviewers import barred_from
from panels.services import appeals
from panels.services.appointing import DECIDED_AGAIN
from panels.services.assigning import ask
from panels.services.locking import NOT_YOURS
from tests.factories.panels import (
    AppealFactory,
    AppointmentFactory,
    HearerFactory,
    MemberFactory,
    TieFactory,
    case_in,
    review_of,
    seat_of,
)
from tests.factories.panels_outcomes import lead_of, sat, target_of, told
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=5)
WORDS = "The second observation was not looked at."


@pytest.fixture
def decision():
    """A “not yet” that was told."""
    made = told("not_yet", meeting=sat())
    target_of(made)
    return made


@pytest.fixture
def case(decision):
    return decision.case


@pytest.fixture
def lead(case):
    return lead_of(case.organisation)


def opened(case, by=None, *, ground="evidence", words=WORDS, days=0):
    actor = as_actor(by or case.person, on=NOW.date() + timedelta(days=days))
    return appeals.open_appeal(case=case, ground=ground, words=words, by=actor, at=NOW)


def fresh(case):
    """Somebody who leads social work there and had no part in the case."""
    return holder_of(RoleCode.SERVICE_MANAGER, case.organisation)


def named(appeal, person, lead):
    return appeals.name_hearer(appeal=appeal, person=person, by=as_actor(lead), at=NOW)


def heard(case, lead):
    """An appeal with the two who hear it."""
    appeal, people = opened(case), [fresh(case), fresh(case)]
    for each in people:
        named(appeal, each, lead)
    return Appeal.objects.get(pk=appeal.pk), people


def answered(appeal, by, *, outcome="dismissed", words="The panel had it before them."):
    return appeals.answer(appeal=appeal, outcome=outcome, words=words, by=as_actor(by), at=NOW)


def refusal(act, *args, **said):
    with pytest.raises(Refused) as refused:
        act(*args, **said)
    return refused.value.reason


def kinds(person):
    return sorted(Notice.objects.filter(person=person).values_list("kind", flat=True))


def test_candidate_appeals_in_time_and_the_lead_is_told(case, lead):
    made = opened(case)
    assert (made.state, made.ground, made.words, made.decision) == ("open", "evidence", WORDS, latest_decision(case))
    assert made.hear_by > NOW.date()
    assert kinds(lead) == ["panels.appeal.opened"]
    said = Notice.objects.get(person=lead)
    assert "observation" not in f"{said.subject} {said.body}"


def test_appeal_is_refused_to_others_late_twice_and_without_ground_or_words(case, lead):
    assert refusal(opened, case, lead) == NOT_YOURS
    assert refusal(opened, case, ground="anger").startswith("Choose a ground:")
    assert refusal(opened, case, words=" ").startswith("Write what happened.")
    assert refusal(opened, case, days=60).startswith("The last day to appeal was")
    opened(case)
    assert refusal(opened, case) == "You have appealed against this decision already."


def test_before_anything_is_told_there_is_nothing_to_appeal_against():
    assert refusal(opened, case_in("decided")).startswith("Wait for the letter.")
    assert refusal(opened, case_in("released")).startswith("Wait for the letter.")


def test_once_enough_are_named_it_is_with_them_and_they_are_told(case, lead):
    appeal, first, second = opened(case), fresh(case), fresh(case)
    named(appeal, first, lead)
    assert (Appeal.objects.get().state, kinds(first)) == ("open", [])
    named(appeal, second, lead)
    third = fresh(case)
    named(appeal, third, lead)
    assert Appeal.objects.get().state == "heard"
    assert [kinds(each) for each in (first, second, third)] == [["panels.appeal.to_hear"]] * 3


def test_nobody_with_a_part_in_the_case_is_named_nor_anybody_the_lead_may_not_choose(case, lead):
    appeal = opened(case)
    reviewer = review_of(case).assignment.person
    tied = fresh(case)
    TieFactory(case=case, person=tied)
    assert refusal(named, appeal, reviewer, lead).startswith("She judged this case before.")
    assert refusal(named, appeal, tied, lead).startswith("Something connects her")
    assert refusal(named, appeal, case.person, lead).startswith("This is about her own case")
    assert refusal(named, appeal, staff_of(case.organisation), lead) == appeals.NOT_OF_THOSE
    assert refusal(named, appeal, fresh(case), case.person) == NOT_YOURS
    hearing = fresh(case)
    named(appeal, hearing, lead)
    assert refusal(named, appeal, hearing, lead) == "She hears it already."


def test_who_cannot_hear_it_stands_down_and_another_is_named_before_it_is_answered(case, lead):
    appeal, (first, second) = heard(case, lead)
    hearer = appeal.hearers.get(person=first)
    by = {"by": as_actor(lead), "at": NOW}
    assert refusal(appeals.stand_down, hearer=hearer, because=" ", **by) == appeals.STOOD_DOWN
    gone = appeals.stand_down(hearer=hearer, because="She is away.", **by)
    assert (gone.stood_down_at, gone.stood_down_because) == (NOW, "She is away.")
    assert kinds(first) == ["panels.appeal.stood_down", "panels.appeal.to_hear"]
    assert refusal(appeals.stand_down, hearer=hearer, because="Again.", **by).startswith(
        "She hears this appeal no more"
    )
    assert refusal(answered, appeal, second).startswith("Name one more person to hear it")
    assert refusal(answered, appeal, first) == NOT_YOURS


def test_candidate_withdraws_it_while_it_is_not_answered(case, lead):
    appeal, (first, _) = heard(case, lead)
    assert refusal(appeals.withdraw_appeal, appeal=appeal, by=as_actor(lead), at=NOW) == NOT_YOURS
    gone = appeals.withdraw_appeal(appeal=appeal, by=as_actor(case.person), at=NOW)
    assert (gone.state, kinds(first)[-1], kinds(lead)[-1]) == ("withdrawn",) + ("panels.appeal.withdrawn",) * 2
    again = {"appeal": appeal, "by": as_actor(case.person), "at": NOW}
    assert refusal(appeals.withdraw_appeal, **again) == "This appeal is over."


def test_not_upheld_the_decision_stands_and_the_candidate_is_told_without_how(case, lead):
    appeal, (first, _) = heard(case, lead)
    assert refusal(answered, appeal, first, outcome="maybe").startswith("Say whether the appeal is upheld.")
    assert refusal(answered, appeal, first, words="").startswith("Write why.")
    done = answered(appeal, first)
    assert (done.state, done.outcome, done.closed_by_id) == ("closed", "dismissed", first.pk)
    assert Case.objects.get(pk=case.pk).state == CaseState.RELEASED
    said = Notice.objects.get(person=case.person, kind="panels.appeal.answered")
    assert "upheld" not in f"{said.subject} {said.body}".lower()
    assert kinds(lead) == ["panels.appeal.answered", "panels.appeal.opened"]


def test_upheld_the_case_is_judged_afresh_by_people_who_had_no_part(case, lead):
    review = review_of(case)
    used = review.assignment.person
    appeal, (first, _) = heard(case, lead)
    answered(appeal, first, outcome="upheld", words="It was not before them.")
    anew = Case.objects.get(pk=case.pk)
    review.assignment.refresh_from_db()
    assert (anew.state, anew.released_at, anew.decided_at) == (CaseState.ACCEPTED, None, None)
    assert (review.assignment.state, review.assignment.reason) == ("taken_off", appeals.AFRESH)
    assert basis_of(latest_decision(anew)) == "appeal"
    assert used_before(anew) == {used.pk}
    assert used.pk in barred_from([anew])[anew.pk]
    MemberFactory(panel=anew.panel, person=used)
    by = {"by": as_actor(seat_of(anew.panel)), "at": NOW}
    assert refusal(ask, case=anew, person=used, **by).startswith("She had a part in the decision")


def test_upheld_who_was_invited_to_a_post_is_so_no_more_and_is_told(case, lead):
    vacancy = VacancyFactory(organisation=case.organisation)
    waiting = AppointmentFactory(
        case=case, state="invited", vacancy=vacancy, interview_at=LATER, interview_place="Here"
    )
    staff = holder_of(RoleCode.HR, case.organisation)
    appeal, (first, _) = heard(case, lead)
    answered(appeal, first, outcome="upheld", words="It was not before them.")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.words, waiting.decided_by) == ("lapsed", DECIDED_AGAIN, first)
    told_off = Mail.objects.filter(kind="panels.appointment.stopped").order_by("person_id")
    assert {mail.person_id: "METHOD:CANCEL" in mail.file_text for mail in told_off} == {
        case.person_id: True,
        staff.pk: False,
    }


def test_upholding_is_refused_once_she_was_appointed_and_says_what_to_do(case, lead):
    vacancy = VacancyFactory(organisation=case.organisation)
    given = {"from_on": NOW.date(), "decided_by": lead, "decided_at": NOW, "words": "The best of three."}
    AppointmentFactory(case=case, state="appointed", vacancy=vacancy, **given)
    appeal, (first, _) = heard(case, lead)
    said = refusal(answered, appeal, first, outcome="upheld", words="Yes.")
    assert said.startswith("She was appointed on this decision, and judging the case again")
    assert (Appeal.objects.get().state, Case.objects.get(pk=case.pk).state) == ("heard", CaseState.RELEASED)


def test_upholding_waits_while_another_case_for_the_step_is_under_way(case, lead):
    appeal, (first, _) = heard(case, lead)
    case_in("draft", organisation=case.organisation, person=case.person, panel=case.panel, step=case.step)
    assert refusal(answered, appeal, first, outcome="upheld", words="Yes.").startswith("She has begun another case")
    assert Appeal.objects.get().state == "heard"


def test_what_was_decided_on_an_appeal_stands(case):
    closed = {"state": "closed", "outcome": "dismissed", "outcome_words": "No.", "closed_at": NOW}
    AppealFactory(decision=latest_decision(case), closed_by=case.person, **closed)
    assert refusal(opened, case) == "You have appealed against this decision already."
    assert used_before(case) == frozenset()


def test_hearer_of_another_appeal_answers_nothing_here(case, lead):
    appeal, _ = heard(case, lead)
    other = HearerFactory().person
    assert refusal(answered, appeal, other) == NOT_YOURS
