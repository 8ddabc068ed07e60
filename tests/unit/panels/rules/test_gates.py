from dataclasses import replace
from datetime import date

import pytest

from academy.people.choices.vacancies import VacancyState
from panels.choices.cases import CaseKind, Gate
from panels.choices.outcomes import AppointmentState, Outcome
from panels.rules.gates import (
    Appointing,
    Way,
    can_appoint,
    can_follow,
    can_invite,
    can_not_appoint,
    changes_grade,
    gate_lines,
    gates_of,
    kind_for,
    makes_eligible,
)
from pathways.choices import Mechanism

BRISTOL_11 = (Mechanism.PANEL, Mechanism.VACANCY, Mechanism.RECRUITMENT)
BRISTOL_12 = (Mechanism.VACANCY, Mechanism.RECRUITMENT)
PANEL = (Mechanism.PANEL,)
TODAY = date(2026, 10, 1)
THREE = (Gate.PORTFOLIO, Gate.VACANCY, Gate.RECRUITMENT)


@pytest.mark.parametrize(
    ("mechanisms", "kind", "gates", "is_grade", "is_eligible"),
    [
        (PANEL, CaseKind.PROGRESSION, THREE[:1], True, False),
        (BRISTOL_11, CaseKind.PROGRESSION, THREE, False, True),
        ((Mechanism.PANEL, Mechanism.VACANCY), CaseKind.PROGRESSION, THREE[:2], False, True),
        ((Mechanism.PANEL, Mechanism.RECRUITMENT), CaseKind.PROGRESSION, (THREE[0], THREE[2]), False, True),
        (BRISTOL_12, CaseKind.APPOINTMENT, THREE, False, True),
        ((Mechanism.AUTOMATIC,), None, (), False, False),
        ((Mechanism.APPRAISAL,), None, (), False, False),
    ],
)
def test_mechanisms_of_a_step_make_its_gates_and_what_follows(mechanisms, kind, gates, is_grade, is_eligible):
    assert (kind_for(mechanisms), gates_of(mechanisms)) == (kind, gates)
    assert changes_grade(mechanisms) == is_grade
    assert makes_eligible(mechanisms, Outcome.PROGRESSED) == is_eligible
    assert not makes_eligible(mechanisms, Outcome.NOT_YET)


def lines(way: Way) -> list[tuple[bool, bool, str]]:
    return [(line.is_passed, line.is_next, line.says) for line in gate_lines(way)]


CLOSED = (False, False, "Opens once the gate before it is passed.")
DECIDED = (True, False, "The panel decided: progressed.")
ON_CONDITION = (True, False, "The panel decided: progressed with a condition.")
SEEN = (True, False, "The portfolio was seen.")
THERE = (True, False, "There is a vacancy.")


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ({}, [(False, True, "Waits for the panel’s decision."), CLOSED, CLOSED]),
        # an open vacancy alone opens nothing: the gates are passed in order
        (
            {"vacancy": VacancyState.OPEN},
            [(False, True, "Waits for the panel’s decision."), CLOSED, CLOSED],
        ),
        (
            {"outcome": Outcome.NOT_YET},
            [(False, True, "The panel decided: not yet, with a plan."), CLOSED, CLOSED],
        ),
        (
            {"outcome": Outcome.PROGRESSED},
            [DECIDED, (False, True, "Waits for a vacancy."), CLOSED],
        ),
        (
            {"outcome": Outcome.CONDITION, "vacancy": VacancyState.PLANNED},
            [ON_CONDITION, (False, True, "Waits for the vacancy to open."), CLOSED],
        ),
        (
            {"outcome": Outcome.PROGRESSED, "vacancy": VacancyState.FILLED},
            [DECIDED, (False, True, "Waits for a vacancy."), CLOSED],
        ),
        (
            {"outcome": Outcome.PROGRESSED, "vacancy": VacancyState.OPEN},
            [DECIDED, THERE, (False, True, "Waits for the interview.")],
        ),
        (
            {
                "outcome": Outcome.PROGRESSED,
                "vacancy": VacancyState.CLOSED,
                "appointment": AppointmentState.ELIGIBLE,
            },
            [DECIDED, THERE, (False, True, "Waits for the interview.")],
        ),
        (
            {"outcome": Outcome.PROGRESSED, "vacancy": VacancyState.OPEN, "appointment": AppointmentState.INVITED},
            [DECIDED, THERE, (False, True, "Invited to the interview.")],
        ),
        # she has the last place, so that the vacancy is filled
        (
            {
                "outcome": Outcome.PROGRESSED,
                "vacancy": VacancyState.FILLED,
                "appointment": AppointmentState.APPOINTED,
            },
            [DECIDED, THERE, (True, False, "Appointed.")],
        ),
        (
            {
                "outcome": Outcome.PROGRESSED,
                "vacancy": VacancyState.OPEN,
                "appointment": AppointmentState.NOT_APPOINTED,
            },
            [DECIDED, THERE, (False, True, "Not appointed this time. Another vacancy may follow.")],
        ),
        (
            {"outcome": Outcome.PROGRESSED, "vacancy": VacancyState.OPEN, "appointment": AppointmentState.LAPSED},
            [DECIDED, THERE, (False, True, "Ended without a post. Another vacancy may follow.")],
        ),
    ],
)
def test_gates_after_the_panel_are_passed_in_order(way, expected):
    assert lines(Way(mechanisms=BRISTOL_11, **way)) == expected


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (
            {},
            [(False, True, "Waits for the portfolio to be looked through."), CLOSED, CLOSED],
        ),
        (
            {"is_seen": True},
            [SEEN, (False, True, "Waits for a vacancy."), CLOSED],
        ),
        (
            {"is_seen": True, "vacancy": VacancyState.OPEN},
            [SEEN, THERE, (False, True, "Waits for the interview.")],
        ),
    ],
)
def test_post_by_interview_has_the_portfolio_seen_first(way, expected):
    assert lines(Way(mechanisms=BRISTOL_12, kind=CaseKind.APPOINTMENT, **way)) == expected


def test_vacancy_is_what_comes_next_once_the_panel_has_decided():
    told = Way(mechanisms=BRISTOL_11, outcome=Outcome.PROGRESSED)

    assert [line.waits_for_vacancy for line in gate_lines(told)] == [False, True, False]
    assert not any(line.waits_for_vacancy for line in gate_lines(Way(mechanisms=BRISTOL_11)))


def test_step_by_panel_alone_has_one_gate_and_one_without_a_panel_none():
    assert lines(Way(mechanisms=PANEL, outcome=Outcome.PROGRESSED)) == [DECIDED]
    assert lines(Way(mechanisms=(Mechanism.APPRAISAL,))) == []


@pytest.mark.parametrize(
    ("state", "vacancy", "interview_on", "says"),
    [
        (AppointmentState.ELIGIBLE, VacancyState.OPEN, TODAY, ""),
        (AppointmentState.INVITED, VacancyState.CLOSED, date(2026, 10, 9), ""),
        (
            AppointmentState.APPOINTED,
            VacancyState.OPEN,
            TODAY,
            "Only somebody who is eligible for appointment is invited.",
        ),
        (
            AppointmentState.ELIGIBLE,
            None,
            TODAY,
            "Choose a vacancy that is open, or closed and not filled yet.",
        ),
        (
            AppointmentState.ELIGIBLE,
            VacancyState.FILLED,
            TODAY,
            "Choose a vacancy that is open, or closed and not filled yet.",
        ),
        (
            AppointmentState.ELIGIBLE,
            VacancyState.OPEN,
            date(2026, 9, 30),
            "Give 1 October 2026 or a later day.",
        ),
    ],
)
def test_who_is_eligible_is_invited_for_a_vacancy_that_is_to_be_filled(state, vacancy, interview_on, says):
    assert can_invite(state, vacancy=vacancy, interview_on=interview_on, on=TODAY).reason == says


WAY = Way(
    mechanisms=BRISTOL_11,
    outcome=Outcome.PROGRESSED,
    vacancy=VacancyState.CLOSED,
    appointment=AppointmentState.INVITED,
)
READY = Appointing(
    on=TODAY,
    gates=gate_lines(WAY),
    state=AppointmentState.INVITED,
    vacancy=VacancyState.CLOSED,
    places=2,
    taken=1,
    interviewed_on=TODAY,
    from_on=date(2026, 11, 2),
    words="The best of three.",
)
WITHOUT_INTERVIEW = gate_lines(replace(WAY, mechanisms=(Mechanism.PANEL, Mechanism.VACANCY)))


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"vacancy": VacancyState.OPEN},
        {"gates": WITHOUT_INTERVIEW, "state": AppointmentState.ELIGIBLE, "interviewed_on": None},
    ],
)
def test_who_passed_every_gate_is_appointed(change):
    assert can_appoint(replace(READY, **change)).allowed


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"state": AppointmentState.LAPSED}, "This is over already. It stays as it was recorded."),
        ({"gates": gate_lines(Way(mechanisms=BRISTOL_11))}, "Waits for the panel’s decision."),
        ({"vacancy": None}, "Choose a vacancy that is open, or closed and not filled yet."),
        ({"vacancy": VacancyState.PLANNED}, "Choose a vacancy that is open, or closed and not filled yet."),
        ({"taken": 2}, "Every place of this vacancy is taken. Choose another vacancy."),
        ({"state": AppointmentState.ELIGIBLE}, "Invite her to the interview first."),
        ({"interviewed_on": None}, "Invite her to the interview first."),
        (
            {"interviewed_on": date(2026, 10, 2)},
            "Record it once the interview was held, on 2 October 2026.",
        ),
        ({"words": " "}, "Write what the decision rests on. She reads it."),
        ({"from_on": None}, "Give the first day in the post."),
    ],
)
def test_nobody_is_appointed_past_a_gate_or_without_a_place(change, says):
    assert can_appoint(replace(READY, **change)).reason == says


@pytest.mark.parametrize("state", AppointmentState)
def test_it_is_recorded_once_that_she_was_not_appointed(state):
    is_open = state in (AppointmentState.ELIGIBLE, AppointmentState.INVITED)

    assert can_not_appoint(state, words="Another candidate had led audits.").allowed == is_open


def test_not_appointing_says_why():
    assert can_not_appoint(AppointmentState.INVITED, words="").field == "words"


@pytest.mark.parametrize(
    ("states", "says"),
    [
        ([], ""),
        ([AppointmentState.NOT_APPOINTED, AppointmentState.LAPSED], ""),
        (
            [AppointmentState.NOT_APPOINTED, AppointmentState.ELIGIBLE],
            "One vacancy is open for her. Record how that ended first.",
        ),
        (
            [AppointmentState.APPOINTED],
            "She was appointed on this decision. The next step begins with a case of its own.",
        ),
    ],
)
def test_another_vacancy_follows_once_the_one_before_is_over(states, says):
    assert can_follow(states, is_told=True).reason == says


def test_another_vacancy_waits_while_the_case_is_decided_again():
    assert can_follow([AppointmentState.LAPSED], is_told=False).reason == (
        "Her case is decided again. Wait until she is told: what comes next follows that."
    )
