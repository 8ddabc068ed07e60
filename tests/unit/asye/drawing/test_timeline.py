"""The picture of a year: no label in another's way, today, words that fit, the same in a list."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from asye.drawing.timeline import WIDTH, Mark, Scene, Stretch, day_words, wide_of
from asye.drawing.timeline_tall import tall_of

START, CEILING = date(2026, 2, 2), date(2028, 2, 1)
WORKED = Stretch(START, date(2026, 7, 12), "1.0 FTE", "1.0 FTE", "m-bar--past", is_light=True)
PAUSE = Stretch(date(2026, 7, 13), date(2026, 9, 6), "paused", "Paused for 8 weeks", "m-pause")
DAY_OFF = Stretch(date(2026, 9, 7), date(2026, 9, 7), "paused", "Paused for 1 day", "m-pause")


def mark(on, title="Three-month review", *, says="", below=False):
    return Mark(on, title, says or day_words(on), "c-notyet", below)


def scene(*marks, today=date(2026, 11, 17), stretches=(WORKED, PAUSE, DAY_OFF), start=START):
    return Scene(start, CEILING, today, stretches, marks)


DAYS = st.lists(st.integers(min_value=0, max_value=729), min_size=1, max_size=14)


@settings(max_examples=30, deadline=None)
@given(DAYS, st.booleans())
def test_no_label_is_in_the_way_of_another_or_outside_the_picture(days, below):
    marks = [mark(START + timedelta(days=day), below=below, says="held, not signed by all") for day in days]
    picture = wide_of(scene(*marks))
    labels = picture.below if below else picture.labels
    assert len(labels) == len(days)
    for label in labels:
        assert label.left >= 0
        assert label.left + label.room <= WIDTH + 0.1
        assert 0 <= label.top < label.says_y < picture.height
    rows: dict[float, list[tuple[float, float]]] = {}
    for label in labels:
        rows.setdefault(label.y, []).append((label.left, label.left + label.room))
    for row in rows.values():
        row.sort()
        assert [1 for (_, end), (begin, _) in pairwise(row) if begin <= end] == []


def test_words_stand_in_a_box_only_where_they_fit():
    bars = wide_of(scene()).bars
    assert [(bar.words, bar.width > 2) for bar in bars] == [("1.0 FTE", True), ("paused", True), ("", False)]


def test_today_is_shown_within_the_year_and_its_word_within_the_picture():
    near, middle, far = date(2026, 2, 3), date(2027, 1, 1), date(2028, 1, 31)
    shown = [wide_of(scene(today=day)) for day in (near, middle, far, date(2026, 1, 1), date(2028, 2, 2))]
    assert [each.today_x is None for each in shown] == [False, False, False, True, True]
    assert [each.today_anchor for each in shown] == ["start", "middle", "end", "middle", "middle"]
    assert [each.today_words for each in shown[:2]] == ["today, 3 Feb", "today, 1 Jan"]


def test_the_picture_reaches_to_an_end_behind_the_ceiling_and_names_fewer_quarters_of_a_long_year():
    late = wide_of(scene(mark(date(2028, 10, 17), "The year ends")))
    assert late.ceiling_x < late.labels[0].x < WIDTH
    assert [words for _, words in late.quarters][:3] == ["Apr 2026", "Jul 2026", "Oct 2026"]
    longer = wide_of(scene(mark(date(2030, 2, 1), "The year ends")))
    assert [words for _, words in longer.quarters][:3] == ["Apr 2026", "Oct 2026", "Apr 2027"]
    assert (late.bar_end - late.bar_y, late.text_y - late.bar_y) == (26, 18)
    assert late.bar_end < late.quarters_y < late.today_y < late.height


def test_the_narrow_picture_lists_stretches_dates_and_today_in_order():
    held = mark(date(2026, 11, 10), "Six-month review", says="held 10 Nov 2026, not signed by all")
    seen = mark(date(2027, 6, 30), "Third observation", says="by 30 Jun 2027", below=True)
    tall = tall_of(scene(held, seen, mark(date(2027, 7, 26), "Final review")))
    assert [(line.day, " ".join(line.words)) for line in tall.lines] == [
        ("2 Feb 2026", "Start, 1.0 FTE"),
        ("13 Jul 2026", "Paused for 8 weeks"),
        ("7 Sep 2026", "Paused for 1 day"),
        ("10 Nov 2026", "Six-month review, held, not signed by all"),
        ("17 Nov 2026", "Today"),
        ("30 Jun 2027", "Third observation, at the latest"),
        ("26 Jul 2027", "Final review"),
    ]
    assert [line.words for line in tall.lines if len(line.words) > 1] == [
        ("Six-month review, held, not", "signed by all"),
        ("Third observation, at the", "latest"),
    ]
    assert [words for _, words in tall.lines[3].placed] == ["Six-month review, held, not", "signed by all"]
    assert tall.lines[4].y - tall.lines[3].y == 50
    assert (tall.today_y, tall.last_y < tall.height) == (tall.lines[4].y, True)
    silent = Stretch(START, CEILING, "still to run", "", "m-bar--part")
    assert [line.words for line in tall_of(scene(stretches=(silent,))).lines] == [("Today",)]
