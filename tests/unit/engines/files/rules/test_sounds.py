"""Recordings are known by how they begin, and are taken only where a page asks for one."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile

from academy.engines.audit.commands import Refused
from academy.engines.files.choices import SOUNDS, FileKind
from academy.engines.files.rules.recognition import kind_of
from academy.engines.files.services.files import store
from tests.factories.identity import PersonFactory, actor_of
from tests.factories.people import NOW

SAMPLES = {
    FileKind.OGG: b"OggS\x00\x02" + bytes(40),
    FileKind.WAV: b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(40),
    FileKind.M4A: b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00" + bytes(40),
    FileKind.MP3: b"ID3\x04\x00" + bytes(40),
}


@pytest.mark.parametrize(("kind", "content"), SAMPLES.items())
def test_recording_is_known_by_its_beginning(kind, content):
    assert kind_of(BytesIO(content)) == kind


def test_mp3_without_a_tag_is_known_by_its_first_frame():
    assert kind_of(BytesIO(b"\xff\xfb\x90\x00" + bytes(40))) == FileKind.MP3


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfb",
        b"\xfe\xfb\x90\x00",
        b"\xff\xfe\x90\x00" + bytes(9),
        b"\xff\xfb\xf0\x00" + bytes(9),
        b"\xff\xfb\x00\x00" + bytes(9),
        b"\xff\xfb\x9c\x00" + bytes(9),
        b"RIFF\x24\x00\x00\x00WEBP" + bytes(9),
        b"\x00\x00\x00\x20ftypheic" + bytes(9),
    ],
)
def test_what_only_looks_like_a_recording_is_none(content):
    assert kind_of(BytesIO(content)) is None


@pytest.mark.django_db
def test_recording_is_taken_only_where_it_is_asked_for():
    by = actor_of(PersonFactory())
    upload = ContentFile(SAMPLES[FileKind.MP3], name="talk.mp3")

    with pytest.raises(Refused, match=r"talk\.mp3"):
        store(upload=upload, by=by, at=NOW)
    stored = store(upload=upload, by=by, at=NOW, takes=SOUNDS)

    assert (stored.kind, stored.content_type, stored.is_shown_in_page) == ("mp3", "audio/mpeg", False)
