from datetime import date, timedelta

import pytest

from academy.config.demo import reading
from academy.config.demo.days import Days
from academy.config.demo.dice import Dice
from academy.config.demo.reading import TeamPlan
from academy.config.demo.spells import FLEXIBLE, MOVED, Spell, spells_of

DAYS = Days(date(2026, 11, 22))
PLAN = TeamPlan(team="north", manager="own", careers=())
CAREERS = reading.careers()


def _many(career: str) -> list[tuple[Spell, ...]]:
    return [
        spells_of(CAREERS[career], PLAN, days=DAYS, dice=Dice(career, number), others=["south"]) for number in range(60)
    ]


@pytest.mark.parametrize("career", CAREERS)
def test_spells_of_every_career_follow_each_other_without_a_gap(career: str):
    for spells in _many(career):
        ends = [spell.until_on for spell in spells[:-1]]
        assert ends == [spell.from_on - timedelta(days=1) for spell in spells[1:]]
        assert all(spell.until_on is None or spell.until_on >= spell.from_on for spell in spells)


@pytest.mark.parametrize("career", CAREERS)
def test_last_spell_ends_only_where_the_career_ends(career: str):
    ended = {spells[-1].until_on is not None for spells in _many(career)}
    assert ended == {CAREERS[career].left is not None}


def test_some_people_came_from_another_team_and_some_work_fewer_hours():
    everybody = _many("level-1")
    moved = [spells for spells in everybody if spells[0].team == "south"]
    fewer = [spells[-1].step for spells in everybody if spells[-1].step.fte != "1.00"]
    assert {spells[1].step.reason for spells in moved} == {MOVED}
    assert {step.reason for step in fewer} == {FLEXIBLE}
    assert 0 < len(moved) < 30
    assert 0 < len(fewer) < 30


def test_nobody_moves_where_there_is_no_other_team():
    spells = [spells_of(CAREERS["level-1"], PLAN, days=DAYS, dice=Dice(number), others=[]) for number in range(60)]
    assert {spell.team for each in spells for spell in each} == {"north"}


def test_acting_up_ends_when_the_new_manager_begins_and_begins_when_the_old_one_left():
    acting = _many("acting-up")[0]
    assert _many("left-manager")[0][-1].until_on == acting[1].from_on - timedelta(days=1)
    assert acting[1].until_on == _many("new-manager")[0][0].from_on - timedelta(days=1)
    assert acting[1].step.title == "Acting team manager"
