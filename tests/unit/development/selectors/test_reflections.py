import uuid
from datetime import date, timedelta

import pytest

from academy.development.models import PeerReflection
from academy.development.selectors.copies import beside, present_copy
from academy.development.selectors.entries import Wanted, own_entries, rows
from academy.development.selectors.reading import read_version
from academy.development.selectors.reflections import (
    asked_by,
    asked_of,
    has_peer_left,
    has_peer_reflection,
    latest_talk,
    own_entry_about,
)
from academy.development.selectors.waiting_reflections import WaitingReflection, waiting_reflections
from academy.development.services.entries import withdraw as withdraw_entry
from academy.development.services.reflections import answer
from academy.development.services.sharing import share
from academy.identity.actor import Actor
from tests.factories.development import kept_by
from tests.factories.identity import TODAY, OrganisationFactory, actor_of
from tests.factories.people import NOW, as_actor, staff_of
from tests.factories.reflections import TALK, asked_colleague, noted_outside, reflection_of

STATES = ("noted", "asked", "confirmed", "declined", "withdrawn")


def confirmed_with(council, entry=None):
    asked = asked_colleague(entry or kept_by(council.author), council.colleague)
    return answer(reflection=asked, took_place=True, words="", by=as_actor(council.colleague), at=NOW)


@pytest.mark.parametrize("number", [1, 3])
def test_entries_with_a_peer_reflection_are_told_in_one_query(council, django_assert_num_queries, number):
    entries = {state: [kept_by(council.author) for _ in range(number)] for state in STATES}
    for state, made in entries.items():
        for entry in made:
            reflection_of(entry, state)
    without = kept_by(council.author)

    with django_assert_num_queries(1):
        found = has_peer_reflection([without, *(entry for made in entries.values() for entry in made)])

    counting = [entry.pk for state in ("noted", "asked", "confirmed") for entry in entries[state]]
    assert found == frozenset(counting)


@pytest.mark.parametrize("number", [1, 3])
def test_asked_talks_wait_for_the_colleague_and_are_awaited_by_the_author(council, django_assert_num_queries, number):
    days = [NOW - timedelta(days=day) for day in range(number)]
    asked = [asked_colleague(kept_by(council.author), council.colleague, at=day) for day in days]
    peer, author = as_actor(council.colleague), council.by

    with django_assert_num_queries(1):
        waiting = [(each, each.entry.author.full_name) for each in asked_of(peer)]
    with django_assert_num_queries(1):
        awaited = [(each, each.peer_name) for each in asked_by(author)]

    assert waiting == [(each, council.author.full_name) for each in reversed(asked)]
    assert awaited == [(each, council.colleague.full_name) for each in reversed(asked)]
    assert (asked_of(council.by), asked_by(peer), asked_of(as_actor(council.manager))) == ([], [], [])


@pytest.mark.parametrize("state", STATES)
def test_peer_sees_what_she_was_asked_unless_withdrawn_and_nobody_else_anything(council, state):
    reflection = reflection_of(kept_by(council.author), state, peer=council.colleague)
    seen = {
        who: list(PeerReflection.objects.visible_to(as_actor(getattr(council, who))))
        for who in ("author", "colleague", "manager")
    }

    peer_sees = [reflection] if state in ("asked", "confirmed", "declined") else []
    author_sees = [] if state == "withdrawn" else [reflection]
    assert seen == {"author": author_sees, "colleague": peer_sees, "manager": []}


def test_peer_who_left_and_a_peer_of_a_withdrawn_entry_see_nothing(council):
    entry = kept_by(council.author)
    asked_colleague(entry, council.colleague)
    gone = actor_of(council.colleague, organisation=OrganisationFactory())
    assert list(PeerReflection.objects.visible_to(gone)) == []
    withdraw_entry(entry=entry, reason="Too close", by=council.by, at=NOW)
    assert list(PeerReflection.objects.visible_to(as_actor(council.colleague))) == []
    assert (asked_of(as_actor(council.colleague)), asked_by(council.by)) == ([], [])


@pytest.mark.parametrize(("days", "has_left"), [(0, False), (1, True)])
def test_colleague_who_moved_to_another_organisation_is_waited_for_no_more(council, days, has_left):
    asked = asked_colleague(kept_by(council.author), council.colleague)
    council.colleague.posts.update(until_on=TODAY)
    staff_of(OrganisationFactory(), person=council.colleague)
    on = TODAY + timedelta(days=days)

    waiting = [each.reflection_id for each in waiting_reflections(TODAY, TODAY, on=on)]
    awaited = asked_by(as_actor(council.author, on=on))

    assert has_peer_left(asked, on=on) is has_left
    assert (waiting, awaited) == (([], []) if has_left else ([asked.pk], [asked]))
    assert asked_of(as_actor(council.colleague, on=on)) == awaited


def test_somebody_outside_and_a_colleague_who_answered_are_not_taken_for_gone(council):
    outside = noted_outside(kept_by(council.author))
    answered = confirmed_with(council)
    council.colleague.posts.update(until_on=TODAY)
    on = TODAY + timedelta(days=1)

    assert [has_peer_left(each, on=on) for each in (outside, answered)] == [False, False]
    assert asked_by(as_actor(council.author, on=on)) == [outside]


def test_nobody_without_a_record_sees_a_reflection_with_somebody_outside(council):
    noted_outside(kept_by(council.author))

    assert list(PeerReflection.objects.visible_to(Actor.system("tests", on=TODAY))) == []


def test_latest_talk_is_the_one_noted_last(council):
    entry = kept_by(council.author)
    assert latest_talk(entry) is None
    asked_colleague(entry, council.colleague)
    last = noted_outside(entry, at=NOW + timedelta(minutes=1))

    assert latest_talk(entry) == last


def test_own_entry_is_the_peers_under_the_talks_own_token(council):
    reflection = confirmed_with(council)
    assert own_entry_about(reflection, as_actor(council.colleague)) is None
    kept_by(council.colleague, token=uuid.uuid4())
    assert own_entry_about(reflection, as_actor(council.colleague)) is None


@pytest.mark.parametrize("number", [1, 3])
def test_waiting_reflections_of_a_span_are_found_for_everybody_in_one_query(council, django_assert_num_queries, number):
    author = staff_of(council.organisation)
    for _ in range(number):
        asked_colleague(kept_by(author), council.colleague)
    noted_outside(kept_by(author))
    confirmed_with(council)

    with django_assert_num_queries(1):
        found = waiting_reflections(TODAY, TODAY, on=TODAY)

    ids = PeerReflection.objects.filter(entry__author=author, peer__isnull=False).order_by("pk").values_list("pk")
    assert found == [WaitingReflection(pk, council.colleague.pk, author.pk, TODAY) for (pk,) in ids]


def test_waiting_reflections_hold_both_days_of_the_span(council):
    asked_colleague(kept_by(council.author), council.colleague)
    day = timedelta(days=1)

    spans = [(TODAY - day, TODAY - day), (TODAY - day, TODAY), (TODAY, TODAY + day), (TODAY + day, TODAY + day)]
    assert [len(waiting_reflections(*span, on=TODAY)) for span in spans] == [0, 1, 1, 0]


def test_copy_holds_confirmed_talks_only_and_names_no_peer(council):
    entry = kept_by(council.author)
    before = present_copy(entry, beside(entry))
    asked = asked_colleague(entry, council.colleague)
    while_asked = present_copy(entry, beside(entry))
    answer(reflection=asked, took_place=True, words="Yes", by=as_actor(council.colleague), at=NOW)
    after = present_copy(entry, beside(entry))

    assert (while_asked.sha256 == before.sha256, after.sha256 == before.sha256) == (True, False)
    assert after.text["peers"] == [{"on": "2026-11-16", "counts_as": "professional", "learnt": TALK.learnt}]
    assert ('"schema":1' in before.canonical, '"schema":2' in after.canonical) == (True, True)


def test_version_cut_after_the_talk_is_read_with_what_was_learnt(council):
    entry = kept_by(council.author)
    confirmed_with(council, entry)
    version = share(entry=entry, person=council.manager, note="", by=council.by, at=NOW).version

    assert read_version(version).texts[-1] == ("What I learnt from a peer on 16 November 2026", TALK.learnt)


def test_year_marks_and_filters_entries_with_a_peer(council):
    talked, alone = kept_by(council.author), kept_by(council.author)
    asked_colleague(talked, council.colleague)

    marked = {row.entry.pk: row.with_peer for row in rows(own_entries(council.by, Wanted()))}
    shown = {peer: [each.pk for each in own_entries(council.by, Wanted(peer=peer))] for peer in ("with", "no")}
    assert marked == {talked.pk: True, alone.pk: False}
    assert shown == {"with": [talked.pk], "no": [alone.pk]}


def test_talk_of_another_day_waits_since_that_day(council):
    asked_colleague(kept_by(council.author), council.colleague, at=NOW - timedelta(days=9))

    (waiting,) = waiting_reflections(date(2026, 11, 1), date(2026, 11, 30), on=TODAY)
    assert waiting.asked_on == date(2026, 11, 8)
