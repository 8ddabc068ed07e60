from academy.people.choices import RoleCode
from tests.scenarios.small_world import SmallWorld, small_world

__all__ = ["small_world"]


def test_small_world_gives_every_role_to_exactly_one_actor(small_world: SmallWorld):
    actors = small_world.actors()
    for code in RoleCode.values:
        assert [name for name, actor in actors.items() if actor.holds(code)] == [code]


def test_small_world_manager_manages_her_report_and_nobody_else(small_world: SmallWorld):
    managing = {name: actor.manages for name, actor in small_world.actors().items() if actor.manages}
    assert managing == {"manager": frozenset({small_world.report.pk})}


def test_small_world_leaver_and_neighbour_are_no_staff_of_the_council(small_world: SmallWorld):
    actors = small_world.actors()
    outside = {name for name, actor in actors.items() if small_world.council.pk not in actor.staff_of}
    assert outside == {"leaver", "neighbour", "candidate"}


def test_small_world_entries_are_read_by_the_author_and_the_one_she_shares_with(small_world: SmallWorld):
    entries = type(small_world.shared).objects
    seen = {name: entries.visible_to(actor).count() for name, actor in small_world.actors().items()}
    assert {name: count for name, count in seen.items() if count} == {"report": 3, "manager": 1}
