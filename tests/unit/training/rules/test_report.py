from decimal import Decimal

from academy.training.rules.report import NOTHING_NAMED, Line, Tally, in_table, lines_of, total_of

LAW = Tally(courses=1, events=2, places=24, attended=10, hours=Decimal("70.0"))
ART = Tally(courses=1, places=5)


def test_tallies_add_up_number_by_number():
    assert total_of([LAW, ART]) == Tally(2, 2, 29, 10, Decimal(70))
    assert total_of([]) == Tally()


def test_what_serves_several_counts_with_each_and_what_serves_none_comes_last():
    names = [(1, "Framework"), (2, "Pathways"), (3, "Quality")]
    lines = lines_of(names, {7: LAW, 8: ART, 9: ART}, {7: [1, 2], 8: [2], 9: []})
    assert lines == (
        Line("Framework", LAW),
        Line("Pathways", LAW + ART),
        Line("Quality", Tally()),
        Line(NOTHING_NAMED, ART),
    )


def test_nothing_is_left_over_where_all_serve_something():
    assert lines_of([(1, "Framework")], {7: LAW}, {7: [1]}) == (Line("Framework", LAW),)


def test_what_serves_only_what_is_not_asked_for_is_left_over():
    assert lines_of([], {7: LAW}, {7: [9]}) == (Line(NOTHING_NAMED, LAW),)


def test_table_names_what_it_is_counted_by():
    assert in_table([("priority", [Line("Framework", LAW)])]) == [
        ("counted_by", "name", "courses", "events", "places", "attended", "hours"),
        ("priority", "Framework", "1", "2", "24", "10", "70"),
    ]
