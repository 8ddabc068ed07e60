"""Recordings: written out, approved as what was said, and then the voice is deleted (D7-06)."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from academy.engines.audit.commands import Refused
from academy.engines.files.models import StoredFile
from portfolios.models import Evidence
from portfolios.rules.feedback import Said
from portfolios.services.feedback_reading import withdraw
from portfolios.services.feedback_recordings import approve, hand_in_recording, write_out
from portfolios.services.feedback_told import Told
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor

LATER = NOW + timedelta(days=2)
VOICE = b"OggS\x00\x02" + bytes(60)
WORDS = Said(went_well="She asks before she decides.", agreed=True)


def told(giver="carer", **said):
    return Told(title="The move", giver=giver, said=Said(agreed=True, **said), token=uuid.uuid4(), is_read_back=False)


def handed_in(council, what=None, content=VOICE):
    upload = ContentFile(content, name="talk.ogg")
    return hand_in_recording(told=what or told(on=TODAY), upload=upload, by=council.by, at=NOW)


def refused(act, **said):
    with pytest.raises(Refused) as found:
        act(**said)
    return found.value.field, found.value.reason.split(".")[0].split(":")[0]


def test_recording_waits_with_her_alone(council):
    evidence = handed_in(council)

    feedback = evidence.feedback
    assert (evidence.state, evidence.happened_on, evidence.completed_at) == ("draft", TODAY, None)
    assert (feedback.way, feedback.recording.kind, feedback.agreed_to_use, feedback.given_at) == (
        "recorded",
        "ogg",
        True,
        None,
    )
    for other in (council.manager, council.colleague):
        assert not Evidence.objects.visible_to(as_actor(other)).exists()
        assert not StoredFile.objects.visible_to(as_actor(other)).exists()


@pytest.mark.parametrize(
    ("what", "content", "field"),
    [
        (Told(title="T", giver="carer", said=Said(), token=uuid.uuid4(), is_read_back=False), VOICE, "agreed"),
        (told(), b"%PDF-1.7 not a voice", "recording"),
        (told(), b"", "recording"),
        (told(on=TODAY + timedelta(days=1)), VOICE, "on"),
        (told("manager"), VOICE, "giver"),
    ],
)
def test_recording_needs_a_yes_a_voice_and_a_day(council, what, content, field):
    assert refused(handed_in, council=council, what=what, content=content)[0] == field
    assert (Evidence.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_recording_of_today_needs_no_day(council):
    assert handed_in(council, told()).happened_on == TODAY


def test_approved_the_words_stay_and_the_voice_is_deleted(council, django_capture_on_commit_callbacks):
    evidence = write_out(evidence=handed_in(council), said=WORDS, by=council.by, at=LATER)
    key = evidence.feedback.recording.storage_key
    with django_capture_on_commit_callbacks(execute=True):
        done = approve(evidence=evidence, by=council.by, at=LATER)

    feedback, file = done.feedback, StoredFile.objects.get()
    assert (done.state, done.completed_at, feedback.approved_at, feedback.given_at) == ("complete", LATER, LATER, LATER)
    assert (feedback.went_well, feedback.written_out_by) == ("She asks before she decides.", council.author)
    assert (file.deleted_at, file.deleted_because, file.original_name) == (
        LATER,
        "Written out and approved as what was said (D7-06).",
        "file",
    )
    assert not default_storage.exists(key)


def test_written_out_twice_the_later_words_stay(council):
    evidence = handed_in(council)
    for words in ("First.", "Second."):
        write_out(evidence=evidence, said=Said(went_well=words, agreed=True), by=council.by, at=LATER)

    evidence.feedback.refresh_from_db()
    assert (evidence.feedback.went_well, evidence.feedback.approved_at) == ("Second.", None)


def test_nothing_is_approved_that_is_not_written_out(council):
    assert refused(approve, evidence=handed_in(council), by=council.by, at=LATER)[1] == (
        "Write out first what the recording says"
    )


def test_only_she_writes_out_and_only_until_it_is_approved(council):
    evidence = handed_in(council)
    assert refused(write_out, evidence=evidence, said=WORDS, by=council.managing, at=LATER)[1] == (
        "Only the person who handed the recording in can do this"
    )
    write_out(evidence=evidence, said=WORDS, by=council.by, at=LATER)
    approve(evidence=evidence, by=council.by, at=LATER)
    assert refused(write_out, evidence=evidence, said=WORDS, by=council.by, at=LATER)[1] == (
        "There is no recording that waits to be written out"
    )


def test_withdrawn_before_it_was_written_out_the_voice_is_deleted(council):
    evidence = handed_in(council)
    withdraw(evidence=evidence, reason="", by=council.by, at=LATER)

    assert StoredFile.objects.get().deleted_because == "Withdrawn before it was written out."
