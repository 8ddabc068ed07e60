"""From eligible to a post: invited to the interview, appointed with the grade of the post, or told kindly that not."""

from datetime import date, datetime

from django.utils import timezone

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.choices.grades import GradeBasis
from academy.people.choices.vacancies import VacancyState
from academy.people.models import Vacancy
from academy.people.selectors.holders import holders
from academy.people.services.grade_changes import RestsOn, change_grade
from academy.people.services.judging import lock_organisation, require, worded
from academy.people.services.vacancies import close, fill
from panels.choices.cases import CaseState
from panels.choices.outcomes import AppointmentState
from panels.choices.panels import MOST_WORDS
from panels.models import Appointment, Case
from panels.notices import appointments as told
from panels.rules.gates import can_appoint, can_invite, can_not_appoint
from panels.selectors.appointments import BESIDE, appointing_of, taken_of
from panels.selectors.following import grade_to_give
from panels.selectors.interviews import calendar_file_of, is_to_come, when_of
from panels.services.appointing import DECIDE
from panels.services.locking import locked
from panels.services.progressing import GIVE, reach_rung
from panels.services.telling import tell
from panels.workflow import APPOINTMENT, CASE

KEEP_VACANCY = "people.vacancy.keep"
MOST_PLACE = 200
NOT_INVITED = "Only who was invited to an interview is turned down. End it instead, with words she reads."
NOT_HERE = "Choose a vacancy of this organisation."
INSIDE = "This vacancy is not open to people outside. Choose another, or have it opened to them."
NO_POST = "She has no post here on that day. Give a later day, or ask human resources to enter her post first."


@command("panels.appointment.invite")
def invite(
    *, appointment: Appointment, vacancy: Vacancy, interview_at: datetime, place: str, by: Actor, at: datetime
) -> Appointment:
    """Invite somebody who is eligible to an interview for a vacancy, or to another day; she is told when and where,
    with a file for her calendar.

    Refuses whoever does not recruit there, a vacancy that is not to be filled or not hers to have, a day that is over,
    no place, and one whose way is over.
    """
    current = _current(appointment, by=by)
    lock_organisation(current.case.organisation_id)
    post = _to_be_hers(vacancy, current.case)
    day = timezone.localdate(interview_at)
    require(can_invite(current.standing, vacancy=VacancyState(post.state), interview_on=day, on=by.on))
    where = worded(place, field="place", missing="Say where the interview is held.", most=MOST_PLACE)
    values = {"vacancy": post.pk, "interview_at": interview_at, "interview_place": where}
    invited = apply(APPOINTMENT, "invite", current, by=by, at=at, values=values)
    said = {"post": post.title, "when": when_of(invited), "place": where}
    file = calendar_file_of(invited, at=at)
    tell(told.INVITED, current.case, to=[current.case.person], by=by, at=at, attached=file, **said)
    return invited


@command("panels.appointment.appoint")
def appoint(
    *, appointment: Appointment, vacancy: Vacancy, from_on: date | None, words: str, by: Actor, at: datetime
) -> Appointment:
    """Appoint somebody to a vacancy from a day, in words she reads. Her grade changes to that of the post; a vacancy
    whose last place it was is filled, where the actor keeps vacancies; a post by interview is told by it. Somebody
    from outside is entered as staff by human resources, who are told.

    Refuses whoever does not recruit there, a gate that is not passed, an interview that was not held, a vacancy without
    a place left, no words, no day, and a grade that cannot be given on it.
    """
    current = _current(appointment, by=by)
    case = current.case
    lock_organisation(case.organisation_id)
    post = _to_be_hers(vacancy, case)
    said = worded(words, field="words", most=MOST_WORDS)
    require(can_appoint(appointing_of(current, vacancy=post, from_on=from_on, words=said, on=by.on)))
    values = {"vacancy": post.pk, "from_on": from_on, "words": said}
    appointed = apply(APPOINTMENT, "appoint", current, by=by, at=at, values=values)
    if not case.is_external and from_on is not None:
        _give_grade(appointed.pk, case, post, from_on=from_on, by=by, at=at)
    _fill(post, by=by, at=at)
    _settled(case, by=by, at=at)
    tell(told.ANSWERED, case, to=[case.person], by=by, at=at, post=post.title)
    staff = holders(RoleCode.HR, organisation_id=case.organisation_id, on=by.on)
    tell(told.FOR_STAFF_RECORD, case, to=staff, by=by, at=at, post=post.title)
    return appointed


@command("panels.appointment.turn_down")
def turn_down(*, appointment: Appointment, words: str, by: Actor, at: datetime) -> Appointment:
    """Record that she was not appointed after the interview, in words she reads; she is told. She stays somebody who
    progressed, and another vacancy may follow. Refuses whoever does not recruit there, who was not invited, and no
    words."""
    current = _current(appointment, by=by)
    if current.state == AppointmentState.ELIGIBLE:
        raise Refused(NOT_INVITED)
    return _over(current, "turn_down", words, by=by, at=at)


@command("panels.appointment.end")
def end(*, appointment: Appointment, words: str, by: Actor, at: datetime) -> Appointment:
    """End it without a post, in words she reads: the vacancy was taken back, or she does not want it. An interview to
    come leaves her calendar. Refuses whoever does not recruit there, one that is over, and no words."""
    return _over(_current(appointment, by=by), "end", words, by=by, at=at)


def _current(appointment: Appointment, *, by: Actor) -> Appointment:
    """As it is stored now, its case locked. Refuses whoever does not recruit for it."""
    locked(appointment.case, DECIDE, by=by)
    found: Appointment = Appointment.objects.select_related(*BESIDE).get(pk=appointment.pk)
    return found


def _to_be_hers(vacancy: Vacancy, case: Case) -> Vacancy:
    """The vacancy as it is now, if she can have it at all."""
    post = Vacancy.objects.select_related("grade", "level").get(pk=vacancy.pk)
    if post.organisation_id != case.organisation_id:
        raise Refused(NOT_HERE, field="vacancy")
    if case.is_external and not post.is_outside:
        raise Refused(INSIDE, field="vacancy")
    return post


def _over(current: Appointment, way: str, words: str, *, by: Actor, at: datetime) -> Appointment:
    said = worded(words, field="words", most=MOST_WORDS)
    require(can_not_appoint(current.standing, words=said))
    over = apply(APPOINTMENT, way, current, by=by, at=at, values={"words": said})
    case = current.case
    _settled(case, by=by, at=at)
    post = current.vacancy.title if current.vacancy else ""
    file = calendar_file_of(over, at=at) if is_to_come(over, at=at) else None
    tell(told.ANSWERED, case, to=[case.person], by=by, at=at, attached=file, post=post)
    return over


def _give_grade(number: int, case: Case, post: Vacancy, *, from_on: date, by: Actor, at: datetime) -> None:
    """The grade of the post, or the one her step leads to where the vacancy names none."""
    grade = post.grade or case.grade
    if grade is None:
        return
    step = grade_to_give(case, grade, from_on=from_on, level=post.level)
    if step.why_not:
        raise Refused(NO_POST, field="from_on")
    if step.post is not None:
        change_grade(
            post=step.post,
            grade=grade,
            level=step.level,
            from_on=from_on,
            reason=f"Appointed: {post.title}",
            rests_on=RestsOn(
                GradeBasis.RECRUITMENT, f"{post.title} ({post.reference})", key=f"panels:appointment:{number}"
            ),
            by=by,
            at=at,
            permission=GIVE,
        )
    if from_on <= by.on:
        reach_rung(case, by=by, at=at)


def _fill(post: Vacancy, *, by: Actor, at: datetime) -> None:
    """Its last place is taken: nobody else can be appointed to it. Who recruits and keeps no vacancies leaves it to
    whoever does, and it is on her list."""
    if taken_of(post) < post.places or not allows(KEEP_VACANCY, by, post):
        return
    if post.is_open:
        close(vacancy=post, by=by, at=at)
    fill(vacancy=post, by=by, at=at)


def _settled(case: Case, *, by: Actor, at: datetime) -> None:
    """A post by interview ends with its answer; a case a panel decided was told before."""
    if case.state == CaseState.ACCEPTED and case.is_appointment:
        _settle(case=case, by=by, at=at)


@command("panels.case.settle_interview")
def _settle(*, case: Case, by: Actor, at: datetime) -> Case:
    """The case is told, as part of answering who was interviewed."""
    return apply(CASE, "settle_interview", case, by=by, at=at)
