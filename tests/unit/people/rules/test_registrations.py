from datetime import date

import pytest

from academy.engines.workflow.decisions import ALLOWED
from academy.people.choices import Regulator
from academy.people.rules.decisions import refused
from academy.people.rules.registrations import (
    RegistrationFacts,
    can_annotate,
    can_enter,
    can_renew,
    is_registered_on,
    live_span,
    tidy_number,
)
from academy.people.rules.spans import Span

TODAY = date(2026, 11, 17)
SWE = RegistrationFacts(Regulator.SWE, Span(date(2020, 2, 29)), date(2026, 11, 30))
HCPC = RegistrationFacts(Regulator.HCPC, Span(date(2015, 1, 1), date(2019, 12, 1)))


@pytest.mark.parametrize(
    ("day", "registered"),
    [
        (date(2014, 12, 31), False),
        (date(2015, 1, 1), True),
        (date(2019, 12, 1), True),
        (date(2019, 12, 2), False),
        (date(2020, 2, 28), False),
        (date(2020, 2, 29), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
    ],
)
def test_registered_from_the_first_day_until_it_ends_or_its_renewal_runs_out(day, registered):
    assert is_registered_on(day, [HCPC, SWE]) is registered


def test_registration_is_live_to_its_end_or_until_its_renewal_runs_out_whichever_comes_first():
    assert live_span(SWE) == Span(date(2020, 2, 29), date(2026, 11, 30))
    assert live_span(HCPC) == HCPC.span
    ended = RegistrationFacts(Regulator.SWE, Span(date(2020, 2, 29), date(2026, 3, 1)), date(2026, 11, 30))
    assert live_span(ended) == ended.span


def test_registered_with_one_regulator_is_not_registered_with_the_other():
    assert is_registered_on(date(2021, 1, 1), [HCPC, SWE], regulator=Regulator.SWE) is True
    assert is_registered_on(date(2021, 1, 1), [HCPC, SWE], regulator=Regulator.HCPC) is False


def test_number_is_kept_as_registers_print_it():
    assert tidy_number(" sw 12 345 ") == "SW12345"


def enter(new=SWE, *, number="SW12345", others=()):
    return can_enter(new, number=number, on=TODAY, others=others)


def test_registration_that_fits_is_entered():
    assert enter(others=[HCPC]) == ALLOWED


@pytest.mark.parametrize("number", ["", "12345", "S12345", "SW12", "SW12345678", "SW12A45"])
def test_number_of_another_shape_is_refused(number):
    assert enter(number=number) == refused(
        "Write the number as the register shows it: two letters and figures, for example SW12345.", "number"
    )


def test_registration_yet_to_begin_is_refused():
    assert enter(RegistrationFacts(Regulator.HCPC, Span(date(2026, 11, 18)))) == refused(
        "Enter a registration once it has begun. Give today or an earlier day.", "from_on"
    )
    assert enter(RegistrationFacts(Regulator.HCPC, Span(TODAY))) == ALLOWED


def test_social_work_england_before_it_kept_the_register_is_refused():
    assert enter(RegistrationFacts(Regulator.SWE, Span(date(2019, 12, 1)))) == refused(
        "Social Work England has kept the register since 2 December 2019. "
        "Enter the time before as a registration with HCPC.",
        "from_on",
    )
    assert enter(RegistrationFacts(Regulator.SWE, Span(date(2019, 12, 2)))) == ALLOWED


def test_renewal_that_runs_out_before_the_first_day_is_refused():
    assert enter(RegistrationFacts(Regulator.SWE, Span(date(2020, 2, 29)), date(2020, 2, 28))) == refused(
        "The registration began on 29 February 2020. Give a later day.", "expires_on"
    )


def test_second_registration_with_the_regulator_at_the_same_time_is_refused():
    assert enter(others=[RegistrationFacts(Regulator.SWE, Span(date(2021, 1, 1)))]) == refused(
        "There is a registration with this regulator from 1 January 2021 on already. Change that one instead.",
        "regulator",
    )


def test_renewal_to_a_later_day_is_allowed():
    assert can_renew(SWE, date(2027, 11, 30)) == ALLOWED
    assert can_renew(RegistrationFacts(Regulator.SWE, SWE.span), date(2026, 11, 30)) == ALLOWED


def test_renewal_to_the_same_day_is_refused():
    assert can_renew(SWE, date(2026, 11, 30)) == refused(
        "It runs until 30 November 2026 already. Give the later day up to which it is renewed.", "expires_on"
    )


def test_renewal_of_an_ended_registration_is_refused():
    assert can_renew(HCPC, date(2027, 11, 30)) == refused("This registration has ended. Enter the new one instead.")


def test_note_outside_the_registration_is_refused():
    assert can_annotate(HCPC.span, date(2019, 12, 2), others=[]) == refused(
        "The registration does not hold on that day. Give a day on which it does.", "from_on"
    )


def test_note_that_is_there_already_is_refused():
    assert can_annotate(SWE.span, date(2022, 1, 1), others=[Span(date(2023, 1, 1))]) == refused(
        "There is the same note from 1 January 2023 on already. Change that one instead.", "kind"
    )


def test_note_after_an_ended_one_is_allowed():
    assert can_annotate(SWE.span, date(2024, 3, 1), others=[Span(date(2022, 1, 1), date(2024, 2, 29))]) == ALLOWED
