"""The academy is told early that a promise is not kept, once, and answers."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from asye.choices.enrolments import Role
from asye.choices.year import Promise
from asye.models import Enrolment, Signal
from asye.rules.promises import Run
from asye.rules.weeks import week_asked
from asye.selectors.promises import promises_of
from asye.selectors.signals import waiting_signals, who_is_told
from asye.services.signals import answer_signal, raise_signal, raise_signals
from tests.factories.asye import AgreementFactory, EnrolmentFactory, MilestoneFactory, SignalFactory, WeekFactory
from tests.factories.people import NOW, TODAY, AbsenceFactory, holder_of
from tests.factories.supervisions import agreement_between, session_of

pytestmark = pytest.mark.django_db
WEEK = week_asked(TODAY)
STARTS = WEEK - timedelta(weeks=5)


@pytest.fixture
def year(world):
    """A year of six weeks in which she met her manager each week."""
    type(world.year).objects.update(state="active", starts_on=STARTS)
    world.year.parts.update(from_on=STARTS)
    agreed = agreement_between(world.nqsw, world.manager)
    for number in range(6):
        day = STARTS + timedelta(weeks=number, days=1)
        session_of(agreed, "held", planned_on=day, held_on=day)
    world.year.refresh_from_db()
    return world.year


def without_time(year, *weeks: int) -> None:
    for number in weeks:
        WeekFactory(enrolment=year, week_on=WEEK - timedelta(weeks=number), protected="no")


def told() -> set[tuple[str, int]]:
    return set(Notice.objects.values_list("kind", "person_id"))


def test_academy_and_manager_are_told_once_as_long_as_nobody_answers(world, year):
    without_time(year, 0, 1)

    raised = [raise_signals(on=TODAY + timedelta(days=days), at=NOW) for days in (0, 1)]

    signal = Signal.objects.get()
    assert (raised, signal.promise, signal.since_on) == ([1, 0], "protected", WEEK - timedelta(weeks=1))
    assert signal.words == "There was no protected time for 2 weeks in a row."
    assert told() == {("asye.signal.told", world.coordinator.pk), ("asye.signal.told", world.manager.pk)}


def test_without_a_coordinator_whoever_runs_the_programme_there_is_told(world, year):
    year.parts.filter(role=Role.COORDINATOR).delete()
    lead = holder_of(RoleCode.ACADEMY_LEAD, world.organisation)

    assert who_is_told(year, on=TODAY) == [world.coordinator, world.manager]
    world.coordinator.role_holdings.all().delete()
    year.parts.filter(role=Role.MANAGER).delete()
    assert who_is_told(year, on=TODAY) == [lead]


def test_what_came_before_the_answer_is_not_told_again(world, year):
    without_time(year, 0, 1)
    raise_signals(on=TODAY, at=NOW)
    answer_signal(signal=Signal.objects.get(), answer="Cover is found.", by=world.acting("coordinator"), at=NOW)

    again = raise_signals(on=TODAY + timedelta(days=1), at=NOW + timedelta(days=1))
    for number in (1, 2, 3):
        WeekFactory(enrolment=year, week_on=WEEK + timedelta(weeks=number), protected="no")
    anew = raise_signals(on=TODAY + timedelta(weeks=3), at=NOW + timedelta(weeks=3))

    assert (again, anew) == (0, 1)
    assert ("asye.signal.answered", world.nqsw.pk) in told()


def test_two_missed_sessions_are_told_and_those_of_a_paused_year_are_not(world, year):
    later = TODAY + timedelta(weeks=5)

    type(year).objects.update(state="paused")
    assert raise_signals(on=later, at=NOW) == 0
    type(year).objects.update(state="active")
    assert raise_signals(on=later, at=NOW) == 1
    assert Signal.objects.get().words == "2 sessions of supervision in a row were missed."


def test_answer_is_hers_to_read_and_the_coordinators_to_give(world, year):
    signal = SignalFactory(enrolment=year)
    answers = {"signal": signal, "answer": "The deputy takes over.", "at": NOW}
    for name in ("nqsw", "assessor", "manager"):
        with pytest.raises(Refused, match="co-ordinator of the year"):
            answer_signal(by=world.acting(name), **answers)

    answered = answer_signal(by=world.acting("coordinator"), **answers)

    assert (answered.state, answered.answer, answered.answered_by) == (
        "answered",
        "The deputy takes over.",
        world.coordinator,
    )
    with pytest.raises(Refused):
        answer_signal(by=world.acting("coordinator"), **answers)


@pytest.mark.parametrize(("answer", "words"), [(" ", "Say what is done"), ("a" * 501, "at most 500")])
def test_answer_needs_words_and_not_too_many(world, year, answer, words):
    with pytest.raises(Refused, match=words) as refused:
        answer_signal(signal=SignalFactory(enrolment=year), answer=answer, by=world.acting("coordinator"), at=NOW)

    assert refused.value.field == "answer"


def test_signal_raised_twice_is_one(world, year):
    run = Run(Promise.WORKLOAD, 3, WEEK)
    portal = Actor.system("asye", on=TODAY)

    made = [raise_signal(enrolment=year, run=run, by=portal, at=NOW) for _ in range(2)]

    assert (made[0], Notice.objects.count()) == (made[1], 2)


def test_open_signals_wait_for_who_coordinates_and_for_nobody_else(world, year):
    signal = SignalFactory(enrolment=year)
    SignalFactory(enrolment=year, promise="workload", **answered(world))

    names = ("coordinator", "nqsw", "assessor", "manager", "colleague")
    assert [list(waiting_signals(world.acting(name))) for name in names] == [[signal], [], [], [], []]


def answered(world) -> dict[str, object]:
    return {"state": "answered", "answered_at": NOW, "answered_by": world.coordinator, "answer": "Done."}


@pytest.mark.parametrize("years", [1, 3])
def test_promises_of_a_cohort_take_as_many_queries_as_of_one(world, year, years, django_assert_num_queries):
    cohort = [year, *(EnrolmentFactory(policy=year.policy, starts_on=STARTS) for _ in range(years - 1))]
    for each in cohort:
        WeekFactory(enrolment=each, week_on=STARTS)
        AgreementFactory(enrolment=each)
        MilestoneFactory(enrolment=each, code="end", kind="end", title="End", computed_on=TODAY + timedelta(days=300))
        AbsenceFactory(person=each.person)

    stored = list(Enrolment.objects.select_related("policy").order_by("pk"))
    with django_assert_num_queries(8):
        found = promises_of(stored, on=TODAY)

    assert [len(found[each.pk].held) for each in cohort] == [6] + [0] * (years - 1)
    assert promises_of([], on=TODAY) == {}


@pytest.mark.parametrize(("who", "held"), [("practice_assessor", 7), ("colleague", 6)])
def test_reflective_supervision_by_the_practice_assessor_counts_and_by_others_not(world, year, who, held):
    day = STARTS + timedelta(weeks=6, days=1)
    supervisor = getattr(world, who)
    session_of(agreement_between(world.nqsw, supervisor, strand="day_to_day"), "signed", planned_on=day, held_on=day)

    assert len(promises_of([year], on=day)[year.pk].held) == held
