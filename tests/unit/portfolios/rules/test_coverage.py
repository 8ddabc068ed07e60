"""Which statements pieces speak to, and to which nothing speaks yet."""

from portfolios.rules.content import Piece, Spoken
from portfolios.rules.coverage import (
    MOST_COLUMNS,
    DomainAsked,
    EditionAsked,
    PieceShown,
    StatementAsked,
    coverage_of,
    numbered,
)


def statement(code, title, key="pcf/2018"):
    return StatementAsked(f"{key}/{code}", code, title)


PCF = EditionAsked(
    "pcf/2018",
    "PCF: Refreshed edition",
    "PCF",
    (
        DomainAsked("Professionalism", (statement("1", "Professionalism"),)),
        DomainAsked("Values", (statement("2.1", "Respects"), statement("2.2", "Explains"))),
    ),
)


def piece(number, *codes, key="pcf/2018", kind="Feedback"):
    spoken = tuple(Spoken(key=f"{key}/{code}", title=f"{code} Title", framework="PCF") for code in codes)
    return Piece(
        source=f"evidence:{number}", kind="feedback", kind_words=kind, title=f"Piece {number}", statements=spoken
    )


def test_each_statement_names_its_pieces_by_their_numbers():
    found = coverage_of([PCF], [piece(7, "1"), piece(8, "1", "2.2"), piece(7, "1")])
    [matrix] = found.matrices

    assert [(row.statement.code, sorted(row.numbers)) for row in matrix.rows] == [
        ("1", [1, 2]),
        ("2.1", []),
        ("2.2", [2]),
    ]
    assert [(each.number, each.title) for each in found.pieces] == [(1, "Piece 7"), (2, "Piece 8")]
    assert [domain.is_its_statement for domain in matrix.domains] == [True, False]
    assert matrix.says == "PCF: nothing speaks yet to 2.1 Respects."


def test_many_gaps_are_told_by_the_first_four_and_none_as_such():
    many = EditionAsked(
        "x/1", "X", "X", (DomainAsked("All", tuple(statement(str(n), f"S{n}", "x/1") for n in range(1, 7))),)
    )
    [empty] = coverage_of([many], []).matrices
    [whole] = coverage_of([PCF], [piece(1, "1", "2.1", "2.2")]).matrices

    assert empty.says == "X: nothing speaks yet to 1 S1; 2 S2; 3 S3; 4 S4, and to 2 more."
    assert (whole.says, whole.gaps) == ("Something speaks to every statement of the PCF.", ())


def test_statements_of_other_editions_are_told_apart():
    found = coverage_of([PCF], [piece(1, "6", key="pcf/2012"), piece(2, "1")])

    assert [(spoken.key, [each.number for each in pieces]) for spoken, pieces in found.others] == [("pcf/2012/6", [1])]


def test_few_pieces_have_a_column_each_and_many_one_for_each_kind():
    few = coverage_of([PCF], [piece(1, "1"), piece(2, "1", kind="Case audit")])
    many = coverage_of(
        [PCF], [piece(n, "1", kind="Feedback" if n % 2 else "Case audit") for n in range(MOST_COLUMNS + 1)]
    )

    assert [(column.label, column.words) for column in few.columns] == [("1", "1: Piece 1"), ("2", "2: Piece 2")]
    assert [(column.label, column.words, len(column.numbers)) for column in many.columns] == [
        ("A", "A: Case audit", 7),
        ("B", "B: Feedback", 6),
    ]


def test_many_pieces_are_named_by_stretches_of_numbers():
    shown = [PieceShown(number, "", "", "") for number in (17, 1, 2, 3, 19, 20, 2)]
    assert (numbered(shown), numbered([])) == ("1–3, 17, 19, 20", "")


def test_a_phone_shows_many_pieces_in_one_column():
    few = coverage_of([PCF], [piece(1, "1")])
    many = coverage_of([PCF], [piece(number, "1") for number in range(MOST_COLUMNS + 1)])

    assert few.narrow_columns == few.columns
    assert [(each.label, len(each.numbers)) for each in many.narrow_columns] == [("", MOST_COLUMNS + 1)]
    assert many.matrices[0].rows[0].numbered == "1–13"


def test_statements_of_other_editions_are_told_with_numbers():
    found = coverage_of([PCF], [piece(1, "6", key="pcf/2012"), piece(2, "6", key="pcf/2012")])

    assert [(spoken.key, said) for spoken, said in found.others_numbered] == [("pcf/2012/6", "1, 2")]
