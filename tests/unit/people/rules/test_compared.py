"""Groups are compared in words; what is small is told together or hidden."""

from academy.people.rules.compared import Column, Compared, Results, compared

ENDED = Results("How it ended", ("Passed", "Not passed", "Not ended"))
RAN = Results("How it ran", ("Extended", "As planned"))


def people(group: int, ended: int, ran: int, *, count: int):
    return [(group, (ended, ran))] * count


def test_every_question_has_the_same_groups_and_hides_its_own_numbers():
    placed = [
        *people(0, 0, 1, count=30),
        *people(0, 2, 1, count=20),
        *people(1, 0, 1, count=15),
        *people(1, 2, 0, count=12),
    ]

    found = compared("Hours", ("Full time", "Part time", "Other"), placed, results=(ENDED, RAN), least=10)

    assert found == Compared(
        "Hours",
        (("Full time", 50), ("Part time", 27)),
        (
            (
                "How it ended",
                (Column("Passed", 45, (30, 15)), Column("Not passed", 0, (0, 0)), Column("Not ended", 32, (20, 12))),
            ),
            ("How it ran", (Column("Extended", 12, (0, 12)), Column("As planned", 65, (50, 15)))),
        ),
    )
    assert found.is_told
    assert found.lines[1] == (
        "Part time",
        27,
        [
            ("How it ended", [("Passed", 15), ("Not passed", 0), ("Not ended", 12)]),
            ("How it ran", [("Extended", 12), ("As planned", 15)]),
        ],
    )


def test_small_groups_and_results_are_told_together():
    placed = [*people(0, 0, 1, count=30), *people(1, 1, 1, count=4), *people(2, 2, 1, count=8)]

    found = compared("Age", ("Young", "Old", "Not said"), placed, results=(ENDED,), least=10)

    assert found is not None
    assert found.rows == (("Young", 30), ("Old; Not said (together)", 12))
    assert [(column.words, column.total) for column in found.blocks[0][1]] == [
        ("Passed", 30),
        ("Not passed; Not ended (together)", 12),
    ]


def test_two_groups_of_which_one_is_small_are_not_compared():
    found = compared(
        "Hours",
        ("Full time", "Part time"),
        people(0, 0, 0, count=30) + people(1, 0, 0, count=3),
        results=(ENDED,),
        least=10,
    )

    assert found is not None
    assert (found.rows, found.is_told) == ((("Full time; Part time (together)", 33),), False)


def test_of_too_few_people_nothing_is_told():
    assert compared("Hours", ("Full time",), people(0, 0, 0, count=9), results=(ENDED,), least=10) is None
