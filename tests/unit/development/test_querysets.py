"""Nobody but the author and those she shares with sees anything of an entry: every role of the world is asked."""

from datetime import date, timedelta

import pytest

from academy.development.models import Entry, Share
from academy.development.services.entries import withdraw
from academy.development.services.sharing import share
from academy.engines.access.permissions import allows
from academy.engines.access.services.grants import bar, give
from academy.identity.actor import Actor
from academy.identity.choices import ActorKind
from academy.people.choices import RoleCode
from tests.factories.development import EntryFactory, kept_by
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, DeputyFactory, as_actor, holder_of, member_of, staff_of

CODES = (
    "development.entry.see",
    "development.entry.write",
    "development.entry.withdraw",
    "development.entry.share",
    "development.entry.discuss",
    "development.entry.cite",
)


def held(actor, entry):
    return [code for code in CODES if allows(code, actor, entry)]


def seen(actor):
    return list(Entry.objects.visible_to(actor))


@pytest.fixture
def entry(council):
    return kept_by(council.author)


@pytest.mark.parametrize("made", [{"draft": True}, {}, {"withdrawn": True}])
def test_author_sees_and_does_everything_with_her_own(council, made):
    entry = EntryFactory(author=council.author, organisation=council.organisation, **made)
    assert (seen(council.by), held(council.by, entry)) == ([entry], list(CODES))


@pytest.mark.parametrize("role", RoleCode.values)
@pytest.mark.parametrize("made", [{"draft": True}, {}, {"withdrawn": True}])
def test_role_opens_nothing_of_anybodys_writing(council, role, made):
    entry = EntryFactory(author=council.author, organisation=council.organisation, **made)
    actor = as_actor(holder_of(role, council.organisation))
    assert (seen(actor), held(actor, entry)) == ([], [])


def test_line_manager_her_deputy_and_a_colleague_see_nothing(council, entry):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)
    actors = [as_actor(person) for person in (council.manager, deputy, council.colleague)]
    assert council.author.pk in actors[0].manages
    assert [(seen(actor), held(actor, entry)) for actor in actors] == [([], [])] * 3


def test_system_and_somebody_without_a_record_see_nothing(council, entry):
    nobody = Actor(kind=ActorKind.USER, on=TODAY, label="x", user_id=99)
    for actor in (Actor.system("beat", on=TODAY), nobody):
        assert (seen(actor), held(actor, entry)) == ([], [])


def test_reader_sees_what_is_shared_and_may_only_read_and_note_a_talk(council, entry):
    kept_by(council.author)
    share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
    reader = as_actor(council.colleague)
    assert seen(reader) == [entry]
    assert held(reader, entry) == ["development.entry.see", "development.entry.discuss"]
    assert (seen(as_actor(council.manager)), held(as_actor(council.manager), entry)) == ([], [])


def test_reader_who_is_barred_sees_nothing(council, entry):
    share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
    bar(person=council.colleague, thing=entry, purpose="conflict", by=council.by, at=NOW)
    reader = as_actor(council.colleague)
    assert (seen(reader), held(reader, entry), list(Share.objects.open_to(reader))) == ([], [], [])


def test_grant_of_another_purpose_does_not_open_the_entry(council, entry):
    give(person=council.colleague, thing=entry, purpose="panels.review", by=council.by, at=NOW)
    reader = as_actor(council.colleague)
    assert (seen(reader), held(reader, entry)) == ([], [])


def test_reader_of_a_withdrawn_entry_sees_nothing(council, entry):
    share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
    withdraw(entry=entry, reason="Wrong", by=council.by, at=NOW)
    reader = as_actor(council.colleague)
    assert (seen(reader), held(reader, Entry.objects.get())) == ([], [])


def test_reader_who_left_the_organisation_sees_nothing_any_more(council, entry):
    share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
    council.colleague.posts.update(until_on=TODAY - timedelta(days=1))
    reader = as_actor(council.colleague)
    assert (seen(reader), held(reader, entry)) == ([], [])


def test_open_shares_are_those_of_the_reader_and_never_the_authors(council, entry):
    made = share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
    assert list(Share.objects.open_to(as_actor(council.colleague))) == [made]
    assert list(Share.objects.open_to(council.by)) == []


def test_start_is_for_whoever_belongs_to_an_organisation(council):
    student, lone = member_of(OrganisationFactory()), Actor(kind=ActorKind.USER, on=TODAY, label="x", person_id=5)
    assert [allows("development.entry.start", each) for each in (council.by, as_actor(student), lone)] == [
        True,
        True,
        False,
    ]
    assert [allows("development.year.see", each) for each in (council.by, lone)] == [True, False]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["Two sisters", "Care home"]),
        ("SISTERS", ["Two sisters"]),
        ("home no", ["Care home"]),
        ("plan sisters", ["Two sisters"]),
        ("stairs", ["Two sisters"]),
        ("insight", ["Care home"]),
        ("advocate", ["Care home"]),
        ("sisters insight", []),
        ("100%", []),
        ("_", []),
    ],
)
def test_search_finds_entries_in_which_every_word_occurs(council, words, expected):
    own = {"author": council.author, "organisation": council.organisation}
    EntryFactory(title="Care home", happened="They said no. She lacked insight.", impact="An advocate", **own)
    EntryFactory(title="Two sisters", happened="One plan", learnt="The stairs", **own)
    assert [entry.title for entry in Entry.objects.saying(words).order_by("-pk")] == expected


def test_between_takes_both_days_in(council):
    own = {"author": council.author, "organisation": council.organisation}
    entries = [EntryFactory(started_on=date(2026, 11, day), **own) for day in (1, 2, 5, 6)]
    found = Entry.objects.between(date(2026, 11, 2), date(2026, 11, 5)).order_by("pk")
    assert list(found) == entries[1:3]


def test_states_are_filtered_by_name(council):
    own = {"author": council.author, "organisation": council.organisation}
    draft, kept, withdrawn = EntryFactory(draft=True, **own), EntryFactory(**own), EntryFactory(withdrawn=True, **own)
    assert list(Entry.objects.drafts()) == [draft]
    assert list(Entry.objects.kept()) == [kept]
    assert set(Entry.objects.open()) == {draft, kept}
    assert set(Entry.objects.written_by(council.author.pk)) == {draft, kept, withdrawn}
    assert list(Entry.objects.written_by(None)) == []
