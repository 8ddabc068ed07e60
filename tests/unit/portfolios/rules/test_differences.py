"""What changed between two snapshots. No database: content is made by hand."""

from dataclasses import replace

import pytest

from portfolios.rules.content import (
    Content,
    Edition,
    Fact,
    FileSaid,
    Passage,
    Piece,
    SectionSaid,
    SignedLine,
    Spoken,
)
from portfolios.rules.differences import (
    MOST_WORDS_COMPARED,
    Change,
    Fate,
    PieceChange,
    Run,
    SectionChange,
    TextChange,
    differences,
    runs_of,
)

FILE = FileSaid(uid="1", name="room.png", kind="png", size=9, sha256="a" * 64)
PIECE = Piece(
    source="entry:7:1",
    kind="entry",
    kind_words="Reflective log",
    title="Whose risk",
    passages=(Passage(heading="What happened", text="I went. I saw."),),
    files=(FILE,),
)
SECTION = SectionSaid(code="practice", title="Practice", text="One two three.", pieces=(PIECE,))
CONTENT = Content(
    title="Towards BG11",
    purpose="progression",
    purpose_words="Progression",
    person="Amara Osei",
    organisation="Bristol",
    statement="Nobody can be told.",
    sections=(SECTION,),
)


def with_section(**said):
    return replace(CONTENT, sections=(replace(SECTION, **said),))


def with_piece(**said):
    return with_section(pieces=(replace(PIECE, **said),))


def only_piece(after):
    (section,) = differences(CONTENT, after).sections
    assert (section.title, section.fate, section.texts) == ("Practice", Fate.CHANGED, ())
    (piece,) = section.pieces
    return piece


def test_nothing_changed_is_empty():
    assert differences(CONTENT, CONTENT).is_empty


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("", "", ()),
        ("", "New.", (Run(Fate.IN, "New."),)),
        ("Old.", "", (Run(Fate.OUT, "Old."),)),
        ("Same.", "Same.", (Run(Fate.SAME, "Same."),)),
        (
            "I saw a man.",
            "I met a man.",
            (Run(Fate.SAME, "I "), Run(Fate.OUT, "saw "), Run(Fate.IN, "met "), Run(Fate.SAME, "a man.")),
        ),
        (
            "One\nTwo a\n",
            "One\nTwo b\n",
            (Run(Fate.SAME, "One\nTwo "), Run(Fate.OUT, "a\n"), Run(Fate.IN, "b\n")),
        ),
        (
            "One\nTwo\n",
            "One\nThree\nTwo\n",
            (Run(Fate.SAME, "One\n"), Run(Fate.IN, "Three\n"), Run(Fate.SAME, "Two\n")),
        ),
    ],
)
def test_texts_are_compared_word_by_word(before, after, runs):
    assert runs_of(before, after) == runs


def test_a_very_long_line_is_told_as_out_and_in():
    long = "word " * MOST_WORDS_COMPARED
    assert runs_of(long, f"{long}more") == (Run(Fate.OUT, long), Run(Fate.IN, f"{long}more"))


def test_the_text_of_a_section_tells_what_changed_in_it():
    (section,) = differences(CONTENT, with_section(text="One three.")).sections
    runs = (Run(Fate.SAME, "One "), Run(Fate.OUT, "two "), Run(Fate.SAME, "three."))
    assert section == SectionChange("Practice", Fate.CHANGED, (TextChange("Text", runs),), ())


def test_a_section_comes_in_and_goes_out():
    other = SectionSaid(code="learning", title="Learning", text="Much.")
    found = differences(CONTENT, replace(CONTENT, sections=(other,)))
    came, went = found.sections
    assert came == SectionChange("Learning", Fate.IN, (TextChange("Text", (Run(Fate.IN, "Much."),)),), ())
    assert (went.title, went.fate) == ("Practice", Fate.OUT)
    assert went.pieces == (PieceChange("Whose risk", "Reflective log", Fate.OUT),)


def test_pieces_come_in_and_go_out_by_what_they_are_of():
    other = Piece(source="evidence:7", kind="project", kind_words="Project", title="A room")
    (section,) = differences(CONTENT, with_section(pieces=(other,))).sections
    assert section.pieces == (
        PieceChange("A room", "Project", Fate.IN),
        PieceChange("Whose risk", "Reflective log", Fate.OUT),
    )


def test_a_later_version_of_an_entry_is_the_same_piece_changed():
    later = with_piece(source="entry:7:2", passages=(Passage(heading="What happened", text="I went. I heard."),))
    piece = only_piece(later)
    runs = (Run(Fate.SAME, "I went. I "), Run(Fate.OUT, "saw."), Run(Fate.IN, "heard."))
    assert (piece.fate, piece.texts) == (Fate.CHANGED, (TextChange("What happened", runs),))


def test_files_are_compared_by_their_bytes():
    redone, other = replace(FILE, sha256="b" * 64), replace(FILE, name="plan.pdf", sha256="c" * 64)
    assert only_piece(with_piece(files=(redone, other))).files == (
        Change("room.png", Fate.CHANGED),
        Change("plan.pdf", Fate.IN),
    )
    assert only_piece(with_piece(files=())).files == (Change("room.png", Fate.OUT),)


def test_what_is_said_about_a_file_is_compared_too():
    piece = only_piece(with_piece(files=(replace(FILE, caption="A room", is_cleared=True),)))
    said = "room.png. A room. holds nothing that tells who she is"
    assert piece.texts == (TextChange("About its files", (Run(Fate.IN, said),)),)


def test_facts_statements_and_passages_under_one_heading_are_compared():
    spoken = Spoken(key="pcf/2018/1", title="1 Professionalism", framework="PCF")
    twice = (*PIECE.passages, Passage(heading="What happened", text="Again."))
    piece = only_piece(with_piece(statements=(spoken,), facts=(Fact(label="Time", text="1 hour"),), passages=twice))
    assert piece.statements == (Change("1 Professionalism", Fate.IN),)
    assert [text.heading for text in piece.texts] == ["Facts", "What happened"]
    assert piece.texts[1].runs[-1] == Run(Fate.IN, "Again.")


def test_what_stands_before_the_sections_and_who_signed_is_compared():
    signed = SignedLine(role="line manager", name="Bo Lund", on="2026-11-17", for_whom="Helen Prosser")
    again = replace(signed, on="2026-11-20", for_whom="")
    before = replace(CONTENT, signatures=(signed,))
    after = replace(
        CONTENT, title="To BG11", signatures=(again,), editions=(Edition(what="template", code="a/1", title="T"),)
    )
    found = differences(before, after)
    assert [text.heading for text in found.about] == ["Title", "Editions"]
    assert found.signed == (
        Change("Bo Lund, line manager, 20 November 2026", Fate.IN),
        Change("Bo Lund for Helen Prosser, line manager, 17 November 2026", Fate.OUT),
    )
    assert not found.is_empty


def test_a_section_that_is_called_otherwise_says_so():
    (section,) = differences(CONTENT, with_section(title="My practice")).sections
    assert (section.title, [text.heading for text in section.texts]) == ("My practice", ["Title"])
