"""How long somebody stood on a rung, from terms that change for many reasons."""

from datetime import date

from pathways.rules.stood import Stretch, latest_of

FIRST, SECOND, THIRD = date(2024, 4, 1), date(2025, 4, 1), date(2026, 4, 1)


def test_terms_that_follow_each_other_on_a_rung_are_one_stretch():
    found = latest_of(
        [
            Stretch(1, "level-2", SECOND, None),
            Stretch(1, "level-1", date(2020, 1, 1), date(2024, 3, 31)),
            Stretch(1, "level-2", FIRST, date(2025, 3, 31)),
        ]
    )
    assert found == {
        "level-1": Stretch(1, "level-1", date(2020, 1, 1), date(2024, 3, 31)),
        "level-2": Stretch(1, "level-2", FIRST, None),
    }


def test_somebody_who_came_back_stands_there_since_then():
    found = latest_of(
        [
            Stretch(1, "level-2", FIRST, date(2025, 3, 31)),
            Stretch(1, "acting-up", SECOND, date(2026, 3, 31)),
            Stretch(1, "level-2", THIRD, None),
        ]
    )
    assert found["level-2"] == Stretch(1, "level-2", THIRD, None)


def test_stretches_of_two_posts_are_not_joined():
    found = latest_of([Stretch(1, "level-2", FIRST, date(2025, 3, 31)), Stretch(2, "level-2", SECOND, None)])
    assert found["level-2"] == Stretch(2, "level-2", SECOND, None)


def test_nobody_stood_nowhere():
    assert latest_of([]) == {}
