from dataclasses import replace

from portfolios.rules import printing
from portfolios.rules.content import FileSaid
from portfolios.rules.printing import UNTOLD, files_of, pieces_in, printed
from tests.factories.contents import content, piece


def file(uid, kind="pdf", *, size=10, caption=""):
    return FileSaid(uid=uid, name=f"{uid}.{kind}", kind=kind, size=size, sha256="a" * 64, caption=caption)


def of(*pieces, there=("a", "b", "c"), shows_pictures=True):
    """Two sections: the pieces, and the first of them again."""
    first, second = content(sections=2).sections
    said = content(sections=(replace(first, pieces=pieces), replace(second, pieces=pieces[:1])))
    return printed(said, there=there, shows_pictures=shows_pictures)


def test_pieces_are_numbered_in_reading_order_and_printed_once():
    first, second = of(piece(7), piece(3))
    assert [(each.number, each.again, each.place) for each in (*first.pieces, *second.pieces)] == [
        (1, False, "piece-1"),
        (2, False, "piece-2"),
        (1, True, "piece-1"),
    ]
    assert (first.place, second.place, pieces_in((first, second))) == ("section-1", "section-2", 2)


def test_files_are_named_by_piece_and_place_so_that_no_two_are_called_alike():
    sections = of(piece(1, files=(file("a"), file("b"))), piece(2, files=(file("a"),)))
    assert [each.name for _, each in files_of(sections)] == ["001-1 a.pdf", "001-2 b.pdf", "002-1 a.pdf"]


def test_files_without_bytes_or_room_say_so(monkeypatch):
    monkeypatch.setattr(printing, "MOST_ATTACHED", 25)
    sections = of(piece(1, files=(file("gone"), file("a", size=20), file("b"), file("c", size=5))))
    assert [each.because for _, each in files_of(sections)] == [
        "Its bytes are no longer kept.",
        "",
        "There was no room left for it in this document.",
        "",
    ]


def test_pictures_are_shown_up_to_a_number_with_words(monkeypatch):
    monkeypatch.setattr(printing, "MOST_SHOWN", 1)
    pictures = (file("gone", "png"), file("a", "png"), file("b", "jpeg", caption="The garden"), file("c"))
    ((shown, *_), _) = (list(section.pieces) for section in of(piece(1, files=pictures)))
    assert [each.said.uid for each in shown.pictures] == ["a"]
    assert [each.alternative for each in shown.files[1:3]] == [UNTOLD, "The garden"]
    assert [each.is_picture for each in shown.files] == [True, True, True, False]
    (none, _) = of(piece(1, files=pictures), shows_pictures=False)
    assert none.pieces[0].pictures == ()
