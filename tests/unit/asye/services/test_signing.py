"""Names under something of a year: by the parts one has, registered where one assesses, both names of a deputy."""

from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused, command, record
from academy.engines.signatures.models import Signature
from academy.people.models import Terms
from asye.choices.enrolments import Role
from asye.models import Part
from asye.rules.signing import CHANGED
from asye.selectors.signing import could_sign, holders, names_under
from asye.services.signing import NOT_YOURS, SIGNED_ALREADY, Name, put_names, require_registered, withdraw_names
from tests.factories.asye import AgreementFactory
from tests.factories.identity import TODAY
from tests.factories.people import NOW, DeputyFactory, RegistrationFactory, as_actor

ALL = (Role.NQSW, Role.ASSESSOR, Role.MANAGER)
NOW_STANDS = "a" * 64


@pytest.fixture
def agreement(world):
    RegistrationFactory(person=world.assessor, expires_on=TODAY)
    return AgreementFactory(enrolment=world.year)


@command("test.names.put")
def _put(*, thing, by, at, seen=NOW_STANDS, words="", required=ALL):
    record(thing)
    return put_names(
        thing, Name(seen=seen, words=words), required=required, now=NOW_STANDS, enrolment=thing.enrolment, by=by, at=at
    )


@command("test.names.withdraw")
def _withdraw(*, thing, by, at):
    record(thing)
    return withdraw_names(thing, because="A date was wrong.", by=by, at=at)


def put(thing, by, **said):
    return _put(thing=thing, by=by, at=NOW, **said)


def test_each_signs_in_the_part_she_has_and_the_last_makes_it_whole(world, agreement):
    assert put(agreement, world.acting("nqsw")) == (Role.ASSESSOR, Role.MANAGER)
    assert put(agreement, world.acting("manager"), words=" Read. ") == (Role.ASSESSOR,)
    names = names_under(agreement, ALL, enrolment=world.year, on=TODAY)
    assert (names.says, [seat.words for seat in names.seats]) == (
        "2 of 3",
        ["Newly qualified social worker", "Assessor", "Line manager"],
    )
    assert [seat.signature.words if seat.signature else None for seat in names.seats] == ["", None, "Read."]
    assert put(agreement, world.acting("assessor")) == ()
    assert {each.sha256 for each in Signature.objects.all()} == {NOW_STANDS}


def test_one_person_in_two_parts_signs_both_with_one_press(world, agreement):
    Part.objects.filter(role=Role.MANAGER).update(person=world.assessor)
    assert could_sign(world.acting("assessor"), agreement, ALL, enrolment=world.year) == [Role.ASSESSOR, Role.MANAGER]
    assert put(agreement, world.acting("assessor")) == (Role.NQSW,)
    assert could_sign(world.acting("assessor"), agreement, ALL, enrolment=world.year) == []


def test_who_stands_in_for_the_manager_signs_with_both_names(world, agreement):
    DeputyFactory(person=world.manager, deputy=world.colleague, organisation=world.organisation)
    put(agreement, world.acting("colleague"))
    signature = Signature.objects.get()
    assert (signature.role, signature.person, signature.signed_for) == ("manager", world.colleague, world.manager)


def test_who_has_no_part_in_it_or_has_signed_is_told_so(world, agreement):
    for name in ("colleague", "coordinator", "practice_assessor"):
        assert could_sign(world.acting(name), agreement, ALL, enrolment=world.year) == []
        with pytest.raises(Refused) as refused:
            put(agreement, world.acting(name))
        assert refused.value.reason == NOT_YOURS
    put(agreement, world.acting("nqsw"))
    with pytest.raises(Refused) as refused:
        put(agreement, world.acting("nqsw"))
    assert refused.value.reason == SIGNED_ALREADY


def test_what_changed_since_it_was_read_and_words_too_long_are_not_signed(world, agreement):
    with pytest.raises(Refused) as refused:
        put(agreement, world.acting("nqsw"), seen="b" * 64)
    assert refused.value.reason == CHANGED
    with pytest.raises(Refused, match="at most 500 characters") as refused:
        put(agreement, world.acting("nqsw"), words="x" * 501)
    assert refused.value.field == "words"
    assert not Signature.objects.exists()


@pytest.mark.parametrize("name", ["assessor", "practice_assessor"])
def test_on_the_day_the_registration_lapses_it_is_live_and_the_day_after_it_is_not(world, agreement, name):
    RegistrationFactory(person=world.practice_assessor, expires_on=TODAY)
    person = getattr(world, name)
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(Refused, match="with a live registration with Social Work England; on 18 November 2026"):
        put(agreement, as_actor(person, on=tomorrow), required=(Role(name),))
    assert not Signature.objects.exists()
    assert put(agreement, as_actor(person, on=TODAY), required=(Role(name),)) == ()


def test_the_registration_is_asked_for_by_person_and_day(world, agreement):
    require_registered(world.assessor.pk, TODAY)
    with pytest.raises(Refused, match="on 1 April 2031 none is entered"):
        require_registered(world.assessor.pk, date(2031, 4, 1))
    with pytest.raises(Refused):
        require_registered(world.colleague.pk, TODAY)


def test_names_are_withdrawn_with_the_reason_and_stay_to_be_seen(world, agreement):
    assert _withdraw(thing=agreement, by=world.acting("assessor"), at=NOW) == 0
    put(agreement, world.acting("nqsw"))
    assert _withdraw(thing=agreement, by=world.acting("assessor"), at=NOW) == 1
    names = names_under(agreement, ALL, enrolment=world.year, on=TODAY)
    assert (names.signed, [each.withdrawn_because for each in names.withdrawn]) == (0, ["A date was wrong."])


def test_a_part_nobody_holds_is_a_vacant_seat(world, agreement):
    Part.objects.filter(role=Role.MANAGER).delete()
    Terms.objects.filter(post__person=world.nqsw).update(line_manager=None)
    assert holders(world.year, TODAY).keys() == {
        Role.NQSW,
        Role.ASSESSOR,
        Role.PRACTICE_ASSESSOR,
        Role.COORDINATOR,
    }
    seats = names_under(agreement, ALL, enrolment=world.year, on=TODAY).seats
    assert [seat.holder for seat in seats] == [world.nqsw, world.assessor, None]
