"""Where rungs stand on the grid, which steps are drawn by pathways, and what a picture tells of somebody."""

from typing import Any

from pathways.choices import Lane
from pathways.drawing.grid import beside_grade, grid_of
from pathways.drawing.looks import BEHIND, HERE, PATH_BEHIND, PATH_MINE, SHOWN, STEP, STOP, STOP_DONE, STOP_HALF
from pathways.drawing.marks import BEGUN, DONE, Marks
from pathways.drawing.tall import tall
from pathways.drawing.wide import wide
from pathways.schema.ladder import LadderContent

STAGES = [{"code": f"stage-{n}", "title": f"Stage {n}", "requires": {"course": "any"}} for n in range(3)]


def ladder(rungs: list[dict[str, Any]], *steps: tuple[str, str], ways: tuple[str, ...] = ()) -> LadderContent:
    """Rungs with these steps; the last step has the pathways."""
    made: list[dict[str, Any]] = [
        {"code": f"{start}-{end}", "from": start, "to": end, "mechanisms": ["panel"], "how": "By the panel"}
        for start, end in steps
    ]
    if ways:
        made[-1]["pathways"] = list(ways)
    pathways = [{"code": way, "title": f"Way {way}", "stages": STAGES} for way in ways]
    said = {"rungs": rungs, "steps": made, "pathways": pathways, "source": "A policy", "length_of_service": "allowed"}
    return LadderContent.model_validate(said)


def rung(code: str, **said: Any) -> dict[str, Any]:
    return {"code": code, "title": f"Rung {code}", "benchmark": "What it looks like", **said}


def test_lanes_stand_beside_each_other_from_where_they_part():
    content = ladder(
        [rung("qualified"), rung("senior"), rung("lead"), rung("team", lane="management")],
        ("qualified", "senior"),
        ("senior", "lead"),
        ("qualified", "team"),
    )
    grid = grid_of(content)
    assert {spot.rung.code: (spot.column, spot.lane) for spot in grid.spots} == {
        "qualified": (0, 0),
        "senior": (1, 0),
        "lead": (2, 0),
        "team": (1, 1),
    }
    assert (grid.lanes, grid.columns) == ((Lane.PRACTICE, Lane.MANAGEMENT), 3)
    assert [words.text for words in tall(content).words] == ["Practice", "Management"]


def test_rungs_told_from_the_top_are_drawn_from_the_bottom():
    grid = grid_of(ladder([rung("c"), rung("b"), rung("a")], ("a", "b"), ("b", "c")))
    assert [spot.rung.code for spot in grid.spots] == ["a", "b", "c"]


def test_step_past_a_rung_goes_round_it():
    content = ladder([rung("a"), rung("b"), rung("c")], ("a", "b"), ("b", "c"), ("a", "c"))
    round_it = wide(content).lines[2].d
    assert (len(wide(content).lines), round_it.count("V")) == (3, 2)
    assert "H5V" in tall(content).lines[2].d


def test_pathway_of_two_steps_is_drawn_once_and_the_other_step_as_a_line():
    content = ladder([rung("a"), rung("b"), rung("c")], ("a", "b"), ("b", "c"), ways=("x",))
    twice = content.model_copy(
        update={"steps": [step.model_copy(update={"pathways": ["x"]}) for step in content.steps]}
    )
    assert [track.code for track in wide(twice).tracks] == ["x"]
    assert (len(wide(twice).lines), len(tall(twice).lines)) == (1, 1)


def test_pathways_towards_a_rung_further_up_come_together_first():
    content = ladder([rung("a"), rung("b"), rung("c")], ("a", "b"), ("a", "c"), ways=("x", "y"))
    assert (len(wide(content).tracks), len(wide(content).lines), len(tall(content).lines)) == (2, 2, 2)


def test_picture_tells_where_she_is_what_lies_behind_and_how_far_she_is_on_her_way():
    content = ladder(
        [rung("shown", reference=True), rung("a"), rung("b"), rung("c")], ("a", "b"), ("b", "c"), ways=("x", "y")
    )
    stages = {("x", "stage-0"): DONE, ("x", "stage-1"): BEGUN}
    marks = Marks(here="b", name="Amara", behind=frozenset({"a"}), pathway="x", stages=stages, stood={"a": "in 2025"})

    picture = wide(content, marks)

    assert {box.code: box.look for box in picture.boxes} == {"shown": SHOWN, "a": BEHIND, "b": HERE, "c": STEP}
    assert {box.code: box.words[1].text for box in picture.boxes} == {
        "shown": "reference",
        "a": "done",
        "b": "you are here",
        "c": "panel",
    }
    assert [line.look for line in picture.lines] == [PATH_BEHIND]
    hers = picture.tracks[-1]
    assert (hers.code, hers.line.look, hers.words[0].text) == ("x", PATH_MINE, "Way x: your pathway")
    assert [stop.look for stop in hers.stops] == [STOP_DONE, STOP_HALF, STOP]
    assert picture.plate is not None
    assert picture.plate.box.words[0].text == "Amara"
    assert {box.code: box.look for box in tall(content, marks).boxes} == {box.code: box.look for box in picture.boxes}


def test_grade_is_not_said_twice():
    named = ladder([rung("a", title="BG10 level 2", grade="BG10"), rung("b", title="Senior", grade="senior")])
    assert [beside_grade(each) for each in named.rungs] == ["Level 2", "Senior"]
    assert [each.name for each in named.rungs] == ["BG10 level 2", "Senior"]
    assert [band.words[0].text for band in wide(named).bands if band.words] == ["BG10"]
