"""How everything is written into one zip: readable, and part after part."""

import io
import json
import zipfile

from portfolios.rules.content import Fact, FileSaid, Passage, Piece, Spoken
from portfolios.rules.taking_out import Part, content_page, json_list, link, page, piece_page, text_part, zipped
from tests.factories.contents import content


def opened(parts):
    return zipfile.ZipFile(io.BytesIO(b"".join(zipped(parts))))


def test_zip_holds_every_part_as_it_was_and_packs_what_is_not_packed():
    picture = bytes(range(256)) * 40
    archive = opened([text_part("a/words.txt", ["é" * 400, "b"]), Part("files/p.jpg", [picture], is_packed=True)])
    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()} == {
        "a/words.txt": ("é" * 400 + "b").encode(),
        "files/p.jpg": picture,
    }
    assert [info.compress_size < info.file_size for info in archive.infolist()] == [True, False]


def test_zip_without_a_part_is_one():
    assert opened([]).namelist() == []


def test_zip_asks_for_a_part_only_when_the_one_before_it_is_sent():
    asked = []

    def parts():
        for number in range(3):
            asked.append(number)
            yield Part(str(number), (bytes([number]) * 1000 for _ in range(3)), is_packed=True)

    sent = zipped(parts())
    so_far = b""
    while b"\x01" * 1000 not in so_far:
        so_far += next(sent)
    assert asked == [0, 1]
    assert len(so_far) < 5000


def test_json_list_is_one_list_whatever_its_length():
    assert [json.loads("".join(json_list(items))) for items in ([], [1], ["é", {"a": 2}])] == [
        [],
        [1],
        ["é", {"a": 2}],
    ]


def test_pages_show_words_and_never_run_them():
    said = "".join(page("<Mine>", [link("files/a b.pdf", "<b>", "1 & 2")]))
    assert "<title>&lt;Mine&gt;</title>" in said
    assert '<li><a href="files/a b.pdf">&lt;b&gt;</a> 1 &amp; 2</li>' in said


def test_piece_is_read_with_everything_in_it():
    piece = Piece(
        source="evidence:1",
        kind="project",
        kind_words="Project",
        title="A room",
        shows="What it shows",
        facts=(Fact(label="Seen by", text="H"),),
        passages=(Passage(heading="Words", text="A\nB", says_who="A carer"), Passage(heading="Empty", text="")),
        statements=(Spoken(key="pcf:1", title="One", framework="PCF"),),
        files=(FileSaid(uid="u", name="plan.pdf", kind="pdf", size=1, sha256="a", caption="A plan"),),
    )
    assert "".join(piece_page(piece)) == (
        "<h2>A room</h2>\n<p>Project</p>\n<pre>What it shows</pre>\n<p>Seen by: H</p>\n"
        "<h3>Words</h3>\n<pre>A\nB</pre>\n<p>A carer</p>\n<h3>Empty</h3>\n"
        "<p>Speaks to PCF One</p>\n<p>File: plan.pdf A plan</p>\n"
    )


def test_portfolio_is_read_with_sections_and_signatures():
    said = "".join(content_page(content(sections=1, pieces=1)))
    assert [words in said for words in ("Section 1", "Piece of practice 1", "Signed by Helen Prosser")] == [True] * 3
