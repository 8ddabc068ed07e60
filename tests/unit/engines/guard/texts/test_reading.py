"""What files of every kind say, what is found in them, and that hostile ones end the reading and nothing else."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile

from academy.engines.guard.known import Alias, Known
from academy.engines.guard.texts import bounds, hits_in_file, pdf, text_of
from academy.engines.guard.texts.bounds import COMMENTS, NAME, PROPERTIES, TEXT
from academy.engines.guard.texts.pdf_reader import said_by
from tests.unit.engines.guard.texts import papers

KNOWN = Known(aliases=(Alias("Mrs A", "Margaret Ellis"),), masks=("LAS-999999",))
DAMAGED = f"{bounds.DAMAGED}: look through it yourself."
LONG = f"{bounds.BEYOND}: look through it yourself."


def found(content):
    hits, unread = hits_in_file(content, KNOWN)
    return [(place, hit.text) for place, _, hit in hits], unread


@pytest.mark.parametrize(
    ("content", "hits"),
    [
        (papers.word(), [(TEXT, "BS1 5TR")]),
        (papers.word(name="Margaret_Ellis.docx"), [(NAME, "Margaret Ellis"), (TEXT, "BS1 5TR")]),
        (papers.word(author="Ellis"), [(TEXT, "BS1 5TR"), (PROPERTIES, "Ellis")]),
        (papers.excel(), [(TEXT, "9990000018"), (TEXT, "01632 960123")]),
        (papers.slides(), [(TEXT, "LAS-123456")]),
        (papers.open_text(), [(TEXT, "BS1 5TR")]),
        (papers.pdf("At BS1 5TR", "Then", author="Ellis"), [(PROPERTIES, "Ellis"), (TEXT, "BS1 5TR")]),
        (papers.jpeg("Ring 01632 960123"), [(PROPERTIES, "01632 960123")]),
        (papers.png("Margaret Ellis"), [(PROPERTIES, "Margaret Ellis")]),
        (ContentFile("Ring 01632 960123, é".encode(), name="a.txt"), [(TEXT, "01632 960123")]),
        (ContentFile(b"name,number\nA,01632 960123\n", name="a.csv"), [(TEXT, "01632 960123")]),
    ],
)
def test_file_of_every_kind_is_looked_through(content, hits):
    assert found(content) == (hits, "")
    assert content.tell() == 0


def test_comments_of_a_document_are_told_apart():
    comments = '<w:comments xmlns:w="w"><w:comment><w:p><w:t>ask Ellis</w:t></w:p></w:comment></w:comments>'
    hits, _ = found(papers.word(**{"word/comments.xml": comments}))
    assert hits == [(TEXT, "BS1 5TR"), (COMMENTS, "Ellis")]


def test_every_word_of_a_picture_is_read():
    (_, (place, said)) = text_of(papers.jpeg("A garden")).parts
    assert (place, sorted(said.splitlines())) == (PROPERTIES, ["A garden", "Comment", "Said later"])


def test_name_kept_with_a_file_is_looked_at_in_place_of_its_key():
    hits, _ = hits_in_file(ContentFile(b"words", name="2026/11/key"), KNOWN, name="Ellis.txt")
    assert [(place, hit.text) for place, _, hit in hits] == [(NAME, "Ellis")]


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:d xmlns:w="w"><w:t>&b;</w:t></w:d>'


@pytest.mark.parametrize(
    ("content", "unread"),
    [
        (ContentFile(b"%PDF-1.4 and nothing more", name="a.pdf"), DAMAGED),
        (ContentFile(b"\xff\xd8\xff and nothing more", name="a.jpg"), DAMAGED),
        (papers.word(**{"word/document.xml": "<w:t>never closed"}), DAMAGED),
        (papers.word(**{"word/document.xml": ENTITIES}), DAMAGED),
        (papers.word(**{"word/media/zero": "0" * 5_000_000}), LONG),
        (
            ContentFile(b"\x00\x01\x02", name="a.bin"),
            "The portal cannot read files of this kind: look through it yourself.",
        ),
    ],
)
def test_file_that_cannot_be_read_says_so_and_is_no_error(content, unread):
    assert text_of(content).unread == unread


@pytest.mark.parametrize(
    "make", [papers.word, lambda: ContentFile(b"words " * 9, name="a.txt"), lambda: papers.pdf("w" * 60)]
)
def test_text_longer_than_is_read_is_cut_and_said(monkeypatch, make):
    monkeypatch.setattr(bounds, "MOST_SIGNS", 30)
    said = text_of(make())
    assert said.unread == LONG
    assert sum(len(text) for _, text in said.parts) <= 30


def test_reading_ends_when_its_time_is_over(monkeypatch):
    monkeypatch.setattr(bounds, "MOST_SECONDS", -1)
    reading = bounds.Reading()
    with pytest.raises(bounds.Unreadable):
        reading.add(TEXT, "words")
    assert reading.parts == ((TEXT, "words"),)


def test_pdf_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_SECONDS", 0.001)
    assert text_of(papers.pdf("words")).unread == LONG


def test_pages_beyond_the_most_are_not_read():
    content = papers.pdf("one", "two", "three").read()
    assert said_by(content, pages=2, signs=99) == {"properties": "A visit\nAnn", "text": "one\ntwo", "is_whole": False}
    assert said_by(content, pages=3, signs=4)["text"] == "one"[:4]
    assert said_by(content, pages=3, signs=99)["is_whole"] is True


def test_office_file_of_too_many_parts_is_not_read():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for part in ("[Content_Types].xml", "word/document.xml", *(f"x{number}" for number in range(4999))):
            made.writestr(part, "")
    assert text_of(ContentFile(content.getvalue(), name="a.docx")).unread != ""
