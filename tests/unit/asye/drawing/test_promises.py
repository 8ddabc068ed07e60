"""Pictures of promises say the same as their words."""

from datetime import date, timedelta

from asye.drawing.promises import session_dots, week_dots, workload_bars
from asye.rules.promises import Said, Week
from asye.rules.sessions import Fate, Session

START = date(2026, 1, 5)


def weeks(*said: tuple[str, int]) -> list[Week]:
    days = [START + timedelta(weeks=number) for number in range(len(said))]
    return [Week(day, 75, Said(day, time, percent)) for day, (time, percent) in zip(days, said, strict=True)]


def test_sessions_are_dots_in_rows_of_nineteen():
    drawn = session_dots([Session(START, START, fate) for fate in [*Fate] * 5])

    assert drawn.description == "Supervision sessions: 5 held, 5 missed."
    assert [dot.look for dot in drawn.dots[:4]] == ["met", "missed", "none", "open"]
    assert [(dot.x, dot.y, dot.left, dot.top) for dot in (drawn.dots[18], drawn.dots[19])] == [
        (315, 12, 309, 6),
        (9, 36, 3, 30),
    ]
    assert (drawn.height, session_dots([]).height) == (48, 24)


def test_protected_time_is_told_whole_in_part_and_not():
    drawn = week_dots([*weeks(("yes", 70), ("partly", 70), ("no", 70), ("yes", 70)), Week(START, 75, None)])

    assert [dot.look for dot in drawn.dots] == ["met", "partly", "missed", "met"]
    assert drawn.description == "Protected time in 4 weeks: 2 kept, 1 partly, 1 not."


def test_workload_is_the_last_ten_weeks_against_what_was_agreed():
    drawn = workload_bars(weeks(*[("yes", 40)] * 10, ("yes", 75), ("yes", 150)))

    assert (len(drawn.bars), drawn.agreed, drawn.words_x) == (10, 75, 304)
    assert [(bar.percent, bar.is_over, bar.height) for bar in drawn.bars[-3:]] == [
        (40, False, 20),
        (75, False, 38),
        (150, True, 60),
    ]
    assert (drawn.bars[-1].middle, drawn.bars[-1].above) == (285, 20)
    assert drawn.line.startswith("M0 47H30V47H60")
    assert drawn.description.endswith("40, 75, 150. Agreed: up to 75.")


def test_before_the_first_week_there_is_no_picture():
    assert workload_bars([Week(START, 75, None)]) is None
