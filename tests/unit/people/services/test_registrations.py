from dataclasses import replace
from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.people.choices import AnnotationKind, Regulator
from academy.people.models import Registration
from academy.people.services.registrations import (
    RegistrationDetails,
    annotate,
    end,
    end_annotation,
    enter,
    renew,
)
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW, AnnotationFactory, RegistrationFactory

DETAILS = RegistrationDetails(
    regulator=Regulator.SWE, number="sw 12345", from_on=date(2020, 2, 29), expires_on=date(2026, 11, 30)
)


def refusal(act):
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.field, refused.value.reason


def test_registration_is_entered_with_a_tidy_number(hr, last_act):
    person = PersonFactory()

    entry = enter(person=person, details=DETAILS, by=hr, at=NOW)

    entry.refresh_from_db()
    assert (str(entry), entry.from_on, entry.expires_on, entry.until_on) == (
        "Social Work England SW12345",
        date(2020, 2, 29),
        date(2026, 11, 30),
        None,
    )
    assert last_act() == (
        "people.registration.enter",
        person.pk,
        ["expires_on", "from_on", "number", "regulator"],
        "",
        "",
    )


def test_number_entered_for_somebody_else_is_refused(hr):
    RegistrationFactory(number="SW12345")

    assert refusal(lambda: enter(person=PersonFactory(), details=DETAILS, by=hr, at=NOW)) == (
        "number",
        "This number is entered for somebody else. Check it against the public register.",
    )


def test_number_whose_registration_ended_is_entered_for_her_return(hr):
    first = RegistrationFactory(number="SW12345", from_on=date(2020, 1, 1), until_on=date(2022, 1, 1))
    again = replace(DETAILS, from_on=date(2022, 1, 2))

    assert enter(person=first.person, details=again, by=hr, at=NOW).number == "SW12345"


def test_change_of_regulator_is_a_second_row(hr):
    person = RegistrationFactory(
        regulator=Regulator.HCPC, from_on=date(2015, 1, 1), until_on=date(2019, 12, 1), number="SW12345"
    ).person

    enter(person=person, details=replace(DETAILS, from_on=date(2019, 12, 2)), by=hr, at=NOW)

    assert list(person.registrations.order_by("from_on").values_list("regulator", flat=True)) == ["hcpc", "swe"]


def test_second_registration_with_a_regulator_is_refused(hr):
    first = RegistrationFactory(from_on=date(2021, 1, 1))

    assert refusal(lambda: enter(person=first.person, details=DETAILS, by=hr, at=NOW)) == (
        "regulator",
        "There is a registration with this regulator from 1 January 2021 on already. Change that one instead.",
    )
    assert Registration.objects.count() == 1


def test_renewal_moves_the_day_it_runs_out(hr, last_act):
    entry = RegistrationFactory(expires_on=date(2026, 11, 30))

    renew(registration=entry, expires_on=date(2027, 11, 30), by=hr, at=NOW)

    entry.refresh_from_db()
    assert entry.expires_on == date(2027, 11, 30)
    assert last_act() == ("people.registration.renew", entry.person_id, ["expires_on"], "", "")


def test_renewal_to_an_earlier_day_is_refused(hr):
    entry = RegistrationFactory(expires_on=date(2026, 11, 30))

    assert refusal(lambda: renew(registration=entry, expires_on=date(2026, 11, 29), by=hr, at=NOW)) == (
        "expires_on",
        "It runs until 30 November 2026 already. Give the later day up to which it is renewed.",
    )


def test_registration_ends_with_what_is_noted_beside_it(hr, last_act):
    ended = date(2023, 1, 1)
    open_note = AnnotationFactory()
    entry = open_note.registration
    old_note = AnnotationFactory(registration=entry, kind=AnnotationKind.BIA, until_on=ended)

    end(registration=entry, last_day=date(2024, 2, 29), by=hr, at=NOW)

    for row in (entry, open_note, old_note):
        row.refresh_from_db()
    assert (entry.until_on, open_note.until_on, old_note.until_on) == (date(2024, 2, 29), date(2024, 2, 29), ended)
    assert last_act() == ("people.registration.end", entry.person_id, ["until_on"], "held", "ended")


def test_registration_does_not_end_before_a_note_beside_it_began(hr):
    note = AnnotationFactory(from_on=date(2024, 3, 1))

    assert refusal(lambda: end(registration=note.registration, last_day=date(2024, 2, 29), by=hr, at=NOW)) == (
        "last_day",
        "This began on 1 March 2024. Give that day or a later one.",
    )


def test_note_is_made_beside_a_registration(hr, last_act):
    entry = RegistrationFactory()

    note = annotate(registration=entry, kind=AnnotationKind.AMHP, from_on=date(2024, 2, 29), by=hr, at=NOW)

    assert (str(note), note.from_on, note.until_on) == (
        "Approved mental health professional",
        date(2024, 2, 29),
        None,
    )
    assert last_act() == ("people.registration.annotate", entry.person_id, ["from_on", "kind"], "", "")


def test_same_note_twice_is_refused(hr):
    note = AnnotationFactory(kind=AnnotationKind.AMHP, from_on=date(2023, 1, 1))

    assert refusal(
        lambda: annotate(
            registration=note.registration, kind=AnnotationKind.AMHP, from_on=date(2024, 1, 1), by=hr, at=NOW
        )
    ) == ("kind", "There is the same note from 1 January 2023 on already. Change that one instead.")


def test_note_ends_on_its_last_day(hr, last_act):
    note = AnnotationFactory()

    end_annotation(annotation=note, last_day=date(2024, 2, 29), by=hr, at=NOW)

    note.refresh_from_db()
    assert note.until_on == date(2024, 2, 29)
    assert last_act() == (
        "people.registration.end_annotation",
        note.registration.person_id,
        ["until_on"],
        "held",
        "ended",
    )


def test_ended_note_does_not_end_again(hr):
    note = AnnotationFactory(until_on=date(2024, 2, 29))

    assert refusal(lambda: end_annotation(annotation=note, last_day=date(2024, 3, 1), by=hr, at=NOW)) == (
        None,
        "This ends on 29 February 2024 already.",
    )
