from datetime import date

from academy.config.demo.reading import Step
from academy.config.demo.reigns import NEW_MANAGER, Reign, manager_on, pieces_of
from academy.config.demo.spells import Spell

SPELL = Spell(date(2024, 1, 1), None, "north", Step(job="social-worker", months=1, reason="Joined"))
FIRST = Reign(1, date(2020, 1, 1), date(2024, 6, 30))
SECOND = Reign(2, date(2024, 10, 1))
CHIEF = Reign(9, date(2019, 1, 1))


def _told(
    reigns: list[Reign], *, but: int = 7, spell: Spell = SPELL
) -> list[tuple[date, date | None, int | None, str]]:
    return [
        (each.spell.from_on, each.spell.until_on, each.manager_id, each.spell.step.reason)
        for each in pieces_of(spell, reigns, but=but)
    ]


def test_spell_under_one_manager_stays_whole():
    assert _told([CHIEF]) == [(date(2024, 1, 1), None, 9, "Joined")]


def test_spell_is_cut_when_a_manager_leaves_and_when_the_next_begins():
    assert _told([FIRST, SECOND, CHIEF]) == [
        (date(2024, 1, 1), date(2024, 6, 30), 1, "Joined"),
        (date(2024, 7, 1), date(2024, 9, 30), 9, NEW_MANAGER),
        (date(2024, 10, 1), None, 2, NEW_MANAGER),
    ]


def test_spell_without_any_manager_has_none():
    assert _told([]) == [(date(2024, 1, 1), None, None, "Joined")]


def test_manager_is_not_her_own_but_her_chiefs():
    assert _told([FIRST, SECOND, CHIEF], but=2) == [
        (date(2024, 1, 1), date(2024, 6, 30), 1, "Joined"),
        (date(2024, 7, 1), None, 9, NEW_MANAGER),
    ]


def test_changes_after_the_last_day_of_a_spell_do_not_cut_it():
    ended = Spell(date(2024, 1, 1), date(2024, 6, 30), "north", SPELL.step)
    assert _told([FIRST, SECOND, CHIEF], spell=ended) == [(date(2024, 1, 1), date(2024, 6, 30), 1, "Joined")]


def test_manager_on_the_last_day_of_a_reign_still_is_and_the_day_after_is_not():
    assert manager_on(date(2024, 6, 30), [FIRST]) == 1
    assert manager_on(date(2024, 7, 1), [FIRST]) is None
