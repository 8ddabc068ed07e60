from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from academy.development.selectors.unsaved import Unsaved, unsaved_words
from academy.development.services.renewals import note
from academy.development.services.sharing import discuss, end_share, share
from academy.engines.drafts.services.drafts import Sent, save
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import declared
from academy.identity.actor import Actor
from tests.factories.development import WORDS, EntryFactory, kept_by
from tests.factories.identity import TODAY
from tests.factories.people import NOW, RegistrationFactory, account_of, as_actor
from tests.factories.renewals import regulators_loaded

FIND = {provider.key: provider.find for provider in declared()}


def midnight(day):
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))


def draft(council, **said):
    return EntryFactory(author=council.author, organisation=council.organisation, draft=True, **said)


def test_draft_rested_for_more_than_a_week_waits_for_its_author(council):
    rested = draft(council, title="Whose risk?", changed_at=midnight(date(2026, 11, 10)) - timedelta(seconds=1))
    draft(council, changed_at=midnight(date(2026, 11, 10)))
    EntryFactory(author=council.author, organisation=council.organisation, changed_at=NOW - timedelta(days=90))
    assert FIND["development.draft"](council.by, TODAY) == [
        Item(
            what="Finish “Whose risk?”",
            why="Your draft has rested for more than a week. Only you can see it.",
            url=reverse("development:edit", args=[rested.pk]),
            action="Go on writing",
            waiting_since=date(2026, 11, 9),
        )
    ]
    assert FIND["development.draft"](as_actor(council.manager), TODAY) == []


def test_shared_entry_waits_for_its_reader_until_they_talked(council):
    entry = kept_by(council.author)
    made = share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
    reader = as_actor(council.colleague)
    assert FIND["development.shared"](reader, TODAY) == [
        Item(
            what=f"Read and talk about “{WORDS.title}”",
            why=f"{council.author.full_name} shared it with you.",
            url=entry.get_absolute_url(),
            action="Read it",
            waiting_since=TODAY,
        )
    ]
    assert FIND["development.shared"](council.by, TODAY) == []
    discuss(entry=entry, person=council.colleague, on=TODAY, by=council.by, at=NOW)
    assert FIND["development.shared"](reader, TODAY) == []
    end_share(share=made, by=council.by, at=NOW)


def test_shared_entry_waits_no_more_once_the_share_ended(council):
    made = share(entry=kept_by(council.author), person=council.colleague, note="", by=council.by, at=NOW)
    end_share(share=made, by=council.by, at=NOW)
    assert FIND["development.shared"](as_actor(council.colleague), TODAY) == []


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2026, 11, 7), None),
        (date(2026, 11, 8), date(2026, 12, 6)),
        (date(2026, 12, 6), date(2026, 12, 6)),
        (date(2026, 12, 7), None),
    ],
)
def test_empty_stretch_waits_from_28_days_before_its_end(council, on, due):
    found = FIND["development.stretch"](as_actor(council.author, on=on), on)
    assert [item.due_on for item in found] == ([due] if due else [])


@pytest.mark.parametrize(
    ("said", "waits"),
    [({}, False), ({"draft": True}, True), ({"started_on": date(2026, 9, 13)}, True), ({"withdrawn": True}, True)],
)
def test_stretch_is_empty_while_nothing_in_it_is_kept(council, said, waits):
    EntryFactory(author=council.author, organisation=council.organisation, **said)
    assert bool(FIND["development.stretch"](council.by, TODAY)) is waits


def test_nothing_waits_for_the_system(council):
    system = Actor.system("beat", on=TODAY)
    assert [FIND[key](system, TODAY) for key in ("development.draft", "development.shared", "development.stretch")] == [
        []
    ] * 3


@pytest.mark.parametrize("number", [1, 3])
def test_providers_take_five_queries_whatever_waits(council, django_assert_num_queries, number):
    for _ in range(number):
        draft(council, changed_at=NOW - timedelta(days=30))
        share(entry=kept_by(council.manager), person=council.author, note="", by=as_actor(council.manager), at=NOW)
    by = council.by
    with django_assert_num_queries(5):
        counts = [len(FIND[f"development.{noun}"](by, TODAY)) for noun in ("draft", "shared", "stretch")]
    assert counts == [number, number, 1]


def test_unsaved_words_are_the_writers_own_newest_first(council):
    owner = account_of(council.author)
    new = "new-0f0e0d0c-0b0a-4908-8706-050403020100"
    for form, key, title, at in (
        ("development.entry", new, [" Whose risk? "], NOW),
        ("development.entry", "17", [""], NOW - timedelta(days=1)),
        ("desk.other", "18", ["Elsewhere"], NOW),
    ):
        save(owner=owner, form=form, key=key, sent=Sent(0, payload={"title": title}), at=at)
    save(owner=account_of(council.manager), form="development.entry", key="19", sent=Sent(0, payload={}), at=NOW)
    assert unsaved_words(council.by) == [
        Unsaved(new, f"/cpd/new/{new.removeprefix('new-')}/", "Whose risk?", NOW),
        Unsaved("17", "/cpd/17/edit/", "Without a title yet", NOW - timedelta(days=1)),
    ]
    assert [words.is_new for words in unsaved_words(council.by)] == [True, False]
    assert unsaved_words(Actor.system("beat", on=TODAY)) == []


def with_registered_author(council):
    regulators_loaded()
    RegistrationFactory(person=council.author)
    return as_actor(council.manager)


def test_season_of_her_team_waits_for_a_manager_while_somebody_is_missing(council):
    manager = with_registered_author(council)
    assert FIND["development.team_renewal"](manager, TODAY) == [
        Item(
            what="See your team through renewing with Social Work England",
            why="1 of 1 have not noted everything. You see days, never what they wrote.",
            url="/cpd/season/?regulator=swe",
            action="See the season",
            due_on=date(2026, 11, 30),
        )
    ]
    for act in ("cpd", "form", "fee"):
        note(regulator="swe", act=act, done_on=TODAY, by=council.by, at=NOW)
    assert FIND["development.team_renewal"](manager, TODAY) == []


def test_season_waits_for_nobody_outside_the_window_or_without_a_team(council, django_assert_num_queries):
    manager = with_registered_author(council)
    spring = date(2027, 4, 1)
    assert FIND["development.team_renewal"](as_actor(council.manager, on=spring), spring) == []
    by = council.by
    with django_assert_num_queries(0):
        assert FIND["development.team_renewal"](by, TODAY) == []
    with django_assert_num_queries(2):
        assert len(FIND["development.team_renewal"](manager, TODAY)) == 1
