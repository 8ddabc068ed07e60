from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.development.choices import SHARE
from academy.development.models import Discussion, Entry, EntryVersion, Share
from academy.development.services.entries import Form, keep, withdraw
from academy.development.services.sharing import discuss, end_share, share
from academy.engines.access.models import Grant
from academy.engines.access.services.grants import withdraw as withdraw_grant
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from tests.factories.development import WORDS, EntryFactory, kept_by
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, member_of, staff_of

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def entry(council):
    return kept_by(council.author)


@pytest.fixture
def shared(council, entry):
    return share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)


def test_sharing_cuts_a_version_and_gives_a_grant_in_one_act(council, entry):
    made = share(entry=entry, person=council.colleague, note=" What do you think? ", by=council.by, at=NOW)
    grant = Grant.objects.get()
    assert (made.version.number, made.version.text["learnt"], made.note) == (1, WORDS.learnt, "What do you think?")
    assert (grant.person, grant.thing_id, grant.purpose, grant.withdrawn_at) == (
        council.colleague,
        entry.pk,
        SHARE,
        None,
    )
    assert list(Event.objects.order_by("pk").values_list("act", flat=True)[1:]) == [
        "access.grant.give",
        "development.entry.share",
    ]


def test_sharing_with_a_member_without_a_post_is_allowed(council, entry):
    student = member_of(council.organisation)
    assert share(entry=entry, person=student, note="", by=council.by, at=NOW).person == student


def test_sharing_leaves_the_note_out_of_the_audit(council, entry):
    share(entry=entry, person=council.colleague, note="A secret", by=council.by, at=NOW)
    assert set(Event.objects.values_list("note", flat=True)) == {"", SHARE}


@pytest.mark.parametrize("made", [{"draft": True}, {"withdrawn": True}])
def test_sharing_what_is_not_kept_is_refused(council, made):
    entry = EntryFactory(author=council.author, organisation=council.organisation, **made)
    with pytest.raises(Refused, match="Keep this entry first"):
        share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
    assert (Share.objects.count(), Grant.objects.count(), EntryVersion.objects.count()) == (0, 0, 0)


def test_sharing_by_anybody_but_the_author_is_refused(council, entry):
    with pytest.raises(Refused, match="Only the person who wrote it"):
        share(entry=entry, person=council.colleague, note="", by=as_actor(council.manager), at=NOW)


def test_sharing_by_a_reader_is_refused(council, entry, shared):
    with pytest.raises(Refused, match="Only the person who wrote it"):
        share(entry=entry, person=council.manager, note="", by=as_actor(council.colleague), at=NOW)


def test_sharing_with_oneself_with_outsiders_and_with_leavers_is_refused(council, entry):
    outsider = staff_of(OrganisationFactory())
    leaver = staff_of(council.organisation)
    leaver.posts.update(until_on=date(2026, 11, 16))
    said = []
    for person in (council.author, outsider, leaver):
        with pytest.raises(Refused) as refused:
            share(entry=entry, person=person, note="", by=council.by, at=NOW)
        said.append((refused.value.field, refused.value.reason))
    assert said == [
        ("person", "Choose a colleague: you read your own entries anyway."),
        ("person", "Choose somebody of your own organisation."),
        ("person", "Choose somebody of your own organisation."),
    ]


def test_sharing_with_too_long_a_note_is_refused(council, entry):
    with pytest.raises(Refused, match="at most 1,000 characters") as refused:
        share(entry=entry, person=council.colleague, note="x" * 1001, by=council.by, at=NOW)
    assert refused.value.field == "note"


def test_sharing_the_same_unchanged_entry_twice_is_refused(council, entry, shared):
    with pytest.raises(Refused) as refused:
        share(entry=entry, person=council.colleague, note="", by=council.by, at=LATER)
    assert refused.value.reason == f"{council.colleague.short_name} can read this version already."


def test_sharing_a_changed_entry_again_ends_the_share_before_and_keeps_one_grant(council, entry, shared):
    keep(form=Form(entry.token, NOW), words=replace(WORDS, learnt="More"), by=council.by, at=LATER)
    again = share(entry=entry, person=council.colleague, note="", by=council.by, at=LATER)
    shared.refresh_from_db()
    assert (shared.ended_at, again.version.number, again.version.text["learnt"]) == (LATER, 2, "More")
    assert Grant.objects.filter(withdrawn_at=None).count() == 1


def test_changing_a_shared_entry_does_not_change_what_is_shared(council, entry, shared):
    keep(form=Form(entry.token, NOW), words=replace(WORDS, learnt="More"), by=council.by, at=LATER)
    assert Share.objects.get().version.text["learnt"] == WORDS.learnt


def test_ending_a_share_withdraws_the_grant(council, entry, shared):
    ended = end_share(share=shared, by=council.by, at=LATER)
    assert (ended.ended_at, Share.objects.live().count()) == (LATER, 0)
    assert Grant.objects.get().withdrawn_at == LATER
    assert list(Entry.objects.visible_to(as_actor(council.colleague))) == []


def test_ending_a_share_twice_is_refused(council, shared):
    end_share(share=shared, by=council.by, at=LATER)
    with pytest.raises(Refused, match="ended already"):
        end_share(share=shared, by=council.by, at=LATER)


def test_ending_a_share_whose_grant_is_gone_ends_the_share(council, shared):
    withdraw_grant(grant=Grant.objects.get(), by=council.by, at=NOW)
    assert end_share(share=shared, by=council.by, at=LATER).ended_at == LATER


def test_ending_a_share_by_its_reader_is_refused(council, shared):
    with pytest.raises(Refused, match="Only the person who wrote it"):
        end_share(share=shared, by=as_actor(council.colleague), at=LATER)
    assert Share.objects.live().count() == 1


def test_withdrawing_an_entry_ends_every_share_of_it(council, entry, shared):
    share(entry=entry, person=council.manager, note="", by=council.by, at=NOW)
    withdraw(entry=entry, reason="Wrong", by=council.by, at=LATER)
    assert (Share.objects.live().count(), Grant.objects.filter(withdrawn_at=None).count()) == (0, 0)
    assert EntryVersion.objects.count() == 1


@pytest.mark.parametrize("noting", ["author", "colleague"])
def test_talk_is_noted_by_either_of_the_two(council, entry, shared, noting):
    by = getattr(council, noting)
    noted = discuss(entry=entry, person=council.colleague, on=date(2026, 11, 16), by=as_actor(by), at=LATER)
    assert (noted.person, noted.on, noted.noted_by, noted.noted_at) == (
        council.colleague,
        date(2026, 11, 16),
        by,
        LATER,
    )


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (date(2026, 11, 18), "Write a day that has been."),
        (date(2026, 11, 11), "The talk cannot have been before what the entry is about."),
    ],
)
def test_talk_on_an_impossible_day_is_refused(council, entry, shared, on, reason):
    with pytest.raises(Refused) as refused:
        discuss(entry=entry, person=council.colleague, on=on, by=council.by, at=LATER)
    assert (refused.value.field, refused.value.reason, Discussion.objects.count()) == ("on", reason, 0)


def test_talk_noted_twice_for_a_day_is_refused(council, entry, shared):
    talk = {"entry": entry, "person": council.colleague, "on": date(2026, 11, 16), "at": LATER}
    discuss(**talk, by=council.by)
    with pytest.raises(Refused, match="noted already"):
        discuss(**talk, by=as_actor(council.colleague))


def test_talk_with_somebody_it_was_never_shared_with_is_refused(council, entry, shared):
    with pytest.raises(Refused, match="Share the entry with this person first"):
        discuss(entry=entry, person=council.manager, on=date(2026, 11, 16), by=council.by, at=LATER)


def test_talk_of_others_is_not_for_a_reader_to_note(council, entry, shared):
    share(entry=entry, person=council.manager, note="", by=council.by, at=NOW)
    with pytest.raises(Refused, match="talks you took part in"):
        discuss(entry=entry, person=council.manager, on=date(2026, 11, 16), by=as_actor(council.colleague), at=LATER)


def test_talk_noted_by_a_stranger_is_refused(council, entry, shared):
    with pytest.raises(Refused, match="Only the author and a reader"):
        discuss(entry=entry, person=council.manager, on=date(2026, 11, 16), by=as_actor(council.manager), at=LATER)


def test_talk_after_the_share_ended_is_noted_by_the_author_only(council, entry, shared):
    end_share(share=shared, by=council.by, at=NOW)
    talk = {"entry": entry, "person": council.colleague, "on": date(2026, 11, 16), "at": LATER}
    with pytest.raises(Refused, match="Only the author and a reader"):
        discuss(**talk, by=as_actor(council.colleague))
    assert discuss(**talk, by=council.by).noted_by == council.author
