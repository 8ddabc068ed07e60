from datetime import date, timedelta

import pytest

from academy.development.models import RenewalAct
from academy.development.rules.requirements import missing_acts
from academy.development.selectors.renewals import requirement_on
from academy.development.selectors.unfinished_renewals import unfinished_renewals
from tests.factories.identity import TODAY
from tests.factories.people import NOW, RegistrationFactory
from tests.factories.renewals import regulators_loaded

pytestmark = pytest.mark.django_db
SWE_CLOSES, HCPC_CLOSES = date(2026, 11, 30), date(2027, 10, 31)


@pytest.fixture(autouse=True)
def _editions():
    regulators_loaded()


def unfinished(on=TODAY):
    """The people who have not finished, by regulator, when something is open."""
    return {
        each.regulator: {registration.person_id for registration in each.registrations}
        for each in unfinished_renewals(on)
    }


def note(registration, *acts, closes_on=SWE_CLOSES, **said):
    for act in acts:
        RenewalAct.objects.create(
            person=registration.person,
            regulator=registration.regulator,
            closes_on=closes_on,
            act=act,
            done_on=TODAY,
            noted_at=NOW,
            **said,
        )


def test_cycles_of_the_day_are_those_of_both_regulators():
    assert {each.regulator: each.cycle.closes_on for each in unfinished_renewals(TODAY)} == {
        "swe": SWE_CLOSES,
        "hcpc": HCPC_CLOSES,
    }


@pytest.mark.parametrize(
    ("acts", "is_unfinished"),
    [((), True), (("cpd", "fee"), True), (("form", "fee"), True), (("cpd", "form", "fee"), False)],
)
def test_all_three_acts_make_a_renewal_with_social_work_england(acts, is_unfinished):
    registration = RegistrationFactory(from_on=date(2020, 4, 1))
    note(registration, *acts)

    assert unfinished()["swe"] == ({registration.person_id} if is_unfinished else set())


@pytest.mark.parametrize(
    ("joined_on", "acts", "is_unfinished"),
    [
        (date(2026, 8, 31), ("fee",), True),
        (date(2026, 9, 1), ("fee",), False),
        (date(2026, 9, 1), (), True),
    ],
)
def test_who_joined_on_or_after_1_september_owes_the_fee_alone(joined_on, acts, is_unfinished):
    registration = RegistrationFactory(from_on=joined_on)
    note(registration, *acts)

    assert unfinished()["swe"] == ({registration.person_id} if is_unfinished else set())


def test_act_that_was_taken_back_or_is_of_another_cycle_or_person_does_not_count():
    registration = RegistrationFactory(from_on=date(2020, 4, 1))
    note(registration, "cpd", "form")
    note(registration, "fee", undone_at=NOW, undone_because="Wrong day.")
    note(registration, "fee", closes_on=date(2027, 11, 30))
    note(RegistrationFactory(from_on=date(2020, 4, 1)), "cpd", "form", "fee")

    assert unfinished()["swe"] == {registration.person_id}


def test_registration_that_ends_before_the_window_closes_is_not_renewed():
    RegistrationFactory(from_on=date(2020, 4, 1), until_on=SWE_CLOSES - timedelta(days=1))

    assert unfinished()["swe"] == set()


def test_hcpc_asks_form_and_fee_of_everybody():
    finished = RegistrationFactory(regulator="hcpc", from_on=date(2015, 4, 1))
    note(finished, "form", "fee", closes_on=HCPC_CLOSES)
    missing = RegistrationFactory(regulator="hcpc", from_on=date(2026, 10, 1))

    assert unfinished()["hcpc"] == {missing.person_id}


def test_same_people_are_named_as_by_their_own_pages():
    finished = RegistrationFactory(from_on=date(2020, 4, 1))
    note(finished, "cpd", "form", "fee")
    people = [finished.person_id]
    for joined_on in (date(2020, 4, 1), date(2026, 8, 31), date(2026, 9, 1)):
        registration = RegistrationFactory(from_on=joined_on)
        note(registration, "fee")
        people.append(registration.person_id)

    pages = {each: requirement_on(each, "swe", on=TODAY) for each in people}
    assert unfinished()["swe"] == {each for each, page in pages.items() if missing_acts(page)}
    assert unfinished()["swe"] == set(people[1:3])


@pytest.mark.parametrize("count", [1, 3])
def test_finding_takes_three_queries_whatever_the_number(count, django_assert_num_queries):
    for _ in range(count):
        RegistrationFactory(from_on=date(2020, 4, 1))

    with django_assert_num_queries(3):
        assert len(unfinished()["swe"]) == count
