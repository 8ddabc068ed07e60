from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.development.selectors.renewals import requirement_with, requirements_of
from academy.development.services.renewals import choose, note
from academy.identity.actor import Actor
from tests.factories.development import WORDS, EntryFactory, kept_by
from tests.factories.identity import TODAY
from tests.factories.people import NOW, RegistrationFactory, as_actor
from tests.factories.reflections import reflection_of
from tests.factories.renewals import regulators_loaded


@pytest.fixture(autouse=True)
def _loaded(db):
    regulators_loaded()


def noted(person, *acts, on=TODAY):
    by = as_actor(person, on=on)
    for act in acts:
        note(regulator="swe", act=act, done_on=date(2026, 11, 2), by=by, at=NOW)


def test_who_is_on_no_register_is_asked_nothing(council):
    assert requirements_of(council.by) == ()
    assert requirement_with(council.by, "swe") is None
    assert requirements_of(Actor.system("beat", on=TODAY)) == ()


def test_who_left_the_register_is_asked_nothing(council):
    RegistrationFactory(person=council.author, until_on=TODAY - timedelta(days=1))
    assert requirements_of(council.by) == ()


def test_who_is_on_two_registers_is_asked_by_both(council):
    RegistrationFactory(person=council.author)
    RegistrationFactory(person=council.author, regulator="hcpc", number="OT12345")
    found = requirements_of(council.by)
    assert [(each.asks.regulator, each.cycle.closes_on) for each in found] == [
        ("hcpc", date(2027, 10, 31)),
        ("swe", date(2026, 11, 30)),
    ]


def test_requirement_knows_acts_pieces_and_peers(council):
    RegistrationFactory(person=council.author)
    one = kept_by(council.author)
    talk = kept_by(council.author, words=replace(WORDS, title="With Jo"))
    reflection_of(talk, "noted")
    reflection_of(one, "withdrawn")
    choose(regulator="swe", entries=[one, talk], by=council.by, at=NOW)
    noted(council.author, "form")
    known = requirement_with(council.by, "swe").known
    assert (known.done, known.pieces, known.peers) == ({"form": date(2026, 11, 2)}, (False, True), 1)


@pytest.mark.parametrize(
    ("started_on", "said", "kinds"),
    [
        (date(2025, 10, 31), {}, []),
        (date(2025, 11, 1), {}, ["Work with a person or family"]),
        (date(2026, 11, 10), {"kind": "course"}, ["Course or event"]),
        (date(2026, 11, 10), {"draft": True}, []),
        (date(2026, 11, 10), {"withdrawn": True}, []),
    ],
)
def test_only_what_is_kept_and_dated_in_the_cycle_counts_for_hcpc(council, started_on, said, kinds):
    RegistrationFactory(person=council.author, regulator="hcpc", number="OT12345")
    EntryFactory(author=council.author, organisation=council.organisation, started_on=started_on, **said)
    known = requirement_with(council.by, "hcpc").known
    assert (sorted(known.kinds), known.kept) == (kinds, len(kinds))


@pytest.mark.parametrize(
    ("on", "acts", "closes_on"),
    [
        (date(2026, 12, 1), ("form",), date(2026, 11, 30)),
        (date(2026, 12, 31), ("form",), date(2026, 11, 30)),
        (date(2027, 1, 1), ("form",), date(2027, 11, 30)),
        (date(2026, 12, 1), (), date(2027, 11, 30)),
        (date(2026, 12, 1), ("cpd", "form", "fee"), date(2027, 11, 30)),
    ],
)
def test_renewal_begun_and_not_finished_is_shown_for_a_month_after_the_window(council, on, acts, closes_on):
    RegistrationFactory(person=council.author)
    noted(council.author, *acts)
    assert requirement_with(as_actor(council.author, on=on), "swe").cycle.closes_on == closes_on


def test_who_joined_after_the_window_is_shown_the_next_one(council):
    RegistrationFactory(person=council.author, from_on=date(2026, 12, 1))
    assert requirement_with(as_actor(council.author, on=date(2026, 12, 2)), "swe").cycle.closes_on.year == 2027


@pytest.mark.parametrize("number", [1, 3])
def test_requirements_take_the_same_queries_whatever_is_kept(council, django_assert_num_queries, number):
    RegistrationFactory(person=council.author)
    RegistrationFactory(person=council.author, regulator="hcpc", number="OT12345")
    entries = [kept_by(council.author, words=replace(WORDS, title=f"{each}")) for each in range(number)]
    choose(regulator="swe", entries=entries[:2], by=council.by, at=NOW)
    noted(council.author, *("form", "fee", "cpd")[:number])
    by = council.by
    with django_assert_num_queries(8):
        assert len(requirements_of(by)) == 2
