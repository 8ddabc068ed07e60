"""Pictures have a name, a description and the same numbers as a table."""

import re
from datetime import date

from academy.ui.charts import BalanceBar, Dot, RhythmStrip, Series, Stretch
from academy.ui.charts.blocks import Blocks
from academy.ui.states import Shape
from tests.unit.ui.drawing import drawn, words

STRIP = RhythmStrip(
    (
        Stretch(date(2026, 6, 22), date(2026, 9, 13), (Dot(0.2, Series.EXPERIENCE), Dot(0.9, Series.OTHERS))),
        Stretch(date(2026, 9, 14), date(2026, 12, 6)),
    ),
    date(2026, 11, 17),
)


def test_rhythm_strip_is_an_image_named_by_title_and_description() -> None:
    markup = drawn("{% rhythm_strip strip id='mine' %}", strip=STRIP)
    assert re.findall(r'role="img" aria-labelledby="([^"]*)"', markup) == ["mine-t mine-d"]
    assert re.findall(r'<(title|desc) id="([^"]*)">', markup) == [("title", "mine-t"), ("desc", "mine-d")]


def test_rhythm_strip_draws_dots_empty_stretch_and_today() -> None:
    markup = drawn("{% rhythm_strip strip key=False %}", strip=STRIP)
    assert re.findall(r'class="(c-[^"]*)"', markup) == ["c-ok", "c-70", "c-20", "c-empty", "c-today"]


def test_rhythm_strip_has_no_inline_style() -> None:
    assert (
        re.findall(r"style=|<style", drawn("{% rhythm_strip strip %}{% balance_bar bar %}", strip=STRIP, bar=BAR)) == []
    )


def test_rhythm_table_says_the_same_in_figures() -> None:
    assert words("{% rhythm_table strip %}", strip=STRIP) == (
        "The rhythm as a table Entries per 12-week stretch Stretch By experience From others Formal "
        "22 Jun 2026 – 13 Sep 2026 1 1 0 14 Sep 2026 – 6 Dec 2026 0 0 0"
    )


BAR = BalanceBar(experience=9, others=3, formal=2)


def test_balance_bar_draws_three_parts_and_the_guide() -> None:
    markup = drawn("{% balance_bar bar %}", bar=BAR)
    assert re.findall(r'<(?:rect|path)[^>]*class="([^"]*)"', markup) == [
        "c-70",
        "c-20",
        "c-10",
        "c-line",
        "c-today",
        "c-today",
    ]


def test_balance_bar_nothing_written_says_so() -> None:
    assert words("{% balance_bar bar %}", bar=BalanceBar(0, 0, 0)).split("rule. ")[1] == (
        "nothing written yet guide 70 20 10"
    )


def test_balance_table_says_the_same_in_figures() -> None:
    assert words("{% balance_table bar unit='Hours' %}", bar=BAR) == (
        "The balance as a table 70:20:10 balance Learnt Hours Share Guide "
        "By experience 9 64% 70% From others 3 22% 20% Formal 2 14% 10%"
    )


def test_blocks_stand_side_by_side_with_their_counts_in_words() -> None:
    three = Blocks(
        "3 things", (Shape.MET, Shape.MET, Shape.NOT_YET), ((Shape.MET, "2 met"), (Shape.NOT_YET, "1 not yet"))
    )
    markup = drawn("{% blocks three id='three' %}", three=three)

    assert re.findall(r'<rect x="([0-9.]*)" y="2" width="([0-9.]*)"', markup) == [
        ("1.0", "235.7"),
        ("241.7", "235.7"),
        ("482.3", "235.7"),
    ]
    assert words("{% blocks three %}", three=three) == "3 things 2 met, 1 not yet 2 met 1 not yet"
    assert words("{% blocks none %}", none=Blocks("Nothing", (), ())) == "Nothing"
