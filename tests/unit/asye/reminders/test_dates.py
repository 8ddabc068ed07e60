"""Dates of a year that are no reviews: who hears of them, when they fall silent, and in which words."""

from datetime import date, timedelta

import pytest

from academy.engines.reminders.deadlines import Asked, Told
from asye.reminders.dates import AGREEMENT, CEILING, OBSERVATION, PANEL, SUBMISSION
from asye.selectors.awaited import observations_awaited, submissions_awaited
from portfolios.models import Observation
from tests.factories.asye import EnrolmentFactory, MilestoneFactory
from tests.factories.portfolios import PortfolioFactory, evidence_in, portfolio_in

DUE = date(2027, 1, 11)
PAIR = {"nqsw", "assessor", "practice_assessor"}
ALL = PAIR | {"manager", "coordinator"}


def dated(enrolment, kind, number=1):
    return MilestoneFactory(enrolment=enrolment, kind=kind, code=f"{kind}-{number}", due_on=DUE)


def observed(enrolment, on):
    who = {"person": enrolment.person, "organisation": enrolment.organisation}
    seen = evidence_in("complete", kind="observation", happened_on=on, **who)
    Observation.objects.create(evidence=seen, setting="visit", relation="assessor", planned_on=on, outsider_name="Rosa")


@pytest.mark.parametrize(
    ("deadline", "kind", "days", "people"),
    [
        (AGREEMENT, "agreement", -3, PAIR),
        (AGREEMENT, "agreement", 7, PAIR | {"manager"}),
        (AGREEMENT, "agreement", 21, ALL),
        (OBSERVATION, "observation", -28, PAIR),
        (OBSERVATION, "observation", 21, ALL),
        (SUBMISSION, "submission", -7, PAIR),
        (SUBMISSION, "submission", 7, PAIR | {"manager"}),
        (PANEL, "panel", -28, PAIR | {"coordinator"}),
        (PANEL, "panel", -7, {"assessor", "practice_assessor", "coordinator"}),
        (CEILING, "ceiling", -90, ALL),
        (CEILING, "ceiling", -30, ALL),
    ],
)
def test_those_concerned_hear_on_their_days(world, told, deadline, kind, days, people):
    dated(world.year, kind)
    world.year.state = "agreement_due" if kind == "agreement" else "active"
    world.year.save()

    assert told(deadline, DUE + timedelta(days=days)) == {(days, name) for name in people}


@pytest.mark.parametrize(("kind", "deadline"), [("observation", OBSERVATION), ("panel", PANEL), ("ceiling", CEILING)])
def test_a_paused_year_hears_nothing(world, told, kind, deadline):
    dated(world.year, kind)
    world.year.state = "paused"
    world.year.save()

    assert told(deadline, DUE - timedelta(days=7)) == set()


def test_panel_is_told_once_the_outcome_is_recommended_too(world, told):
    dated(world.year, "panel")
    world.year.state = "recommended"
    world.year.save()

    assert (-28, "coordinator") in told(PANEL, DUE - timedelta(days=28))


def test_an_observation_waits_until_there_are_as_many_as_its_place(db):
    year = EnrolmentFactory(state="active")
    first, second = (dated(year, "observation", number) for number in (1, 2))
    observed(year, date(2025, 12, 1))

    def waiting():
        return observations_awaited(DUE, DUE)

    assert waiting() == [first.pk, second.pk]
    observed(year, date(2026, 2, 1))
    assert waiting() == [second.pk]
    observed(year, date(2026, 3, 1))
    assert waiting() == []


def test_awaited_cost_the_same_for_one_year_and_for_three(db, django_assert_num_queries):
    for number in range(1, 4):
        year = EnrolmentFactory(state="active")
        dated(year, "observation")
        dated(year, "submission")
        with django_assert_num_queries(2):
            assert len(observations_awaited(DUE, DUE)) == number
        with django_assert_num_queries(2):
            assert len(submissions_awaited(DUE, DUE)) == number


@pytest.mark.parametrize(("state", "number"), [("gathering", 1), ("endorsed", 1), ("submitted", 0), ("withdrawn", 1)])
def test_a_portfolio_waits_until_it_is_handed_in(db, state, number):
    year = EnrolmentFactory(state="active")
    dated(year, "submission")
    PortfolioFactory(person=year.person, state="gathering")
    portfolio_in(state, person=year.person, source="asye", reference=str(year.pk))

    assert len(list(next(iter(SUBMISSION.find(Asked(DUE, DUE, DUE)))).rows)) == number


@pytest.mark.parametrize(
    ("deadline", "is_own", "days", "words"),
    [
        (AGREEMENT, True, -3, "The agreement of your ASYE is to be signed by all by 11 January, in 3 days."),
        (AGREEMENT, False, 7, "was to be signed by all by 11 January, 7 days ago. It is not yet."),
        (OBSERVATION, False, 7, "was to be made by 11 January, 7 days ago. None is complete yet."),
        (SUBMISSION, True, -7, "The portfolio of your ASYE is to be handed in by 11 January, in 7 days."),
        (PANEL, True, -28, "The panel that looks at your ASYE meets on 11 January"),
        (CEILING, True, -30, "The last day by which your ASYE is to be complete is 11 January"),
    ],
)
def test_lines_say_what_and_when_and_lead_to_the_record(world, deadline, is_own, days, words):
    on = DUE + timedelta(days=days)
    line = deadline.line(Told(subject_id=7, about=world.nqsw, is_own=is_own, due_on=DUE, on=on))

    whose = "your ASYE" if is_own else f"{world.nqsw.full_name}’s ASYE"
    assert (words in line.what, whose in line.what, line.url) == (True, True, "/asye/7/")
