"""Whatever ladder the schema allows is drawn whole: nothing outside the picture, no box on another, all of it once."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.drawing.marks import NOBODY, Marks
from pathways.drawing.shapes import Box, Picture, Words
from pathways.drawing.tall import tall
from pathways.drawing.wide import wide
from pathways.schema.ladder import LadderContent

Draws = Callable[[LadderContent, Marks], Picture]
TITLES = st.sampled_from(
    ["BG10", "Level 2", "Approved Mental Health Professional", "Wim", "W" * 120, "An experienced practitioner " * 4]
)


@st.composite
def ladders(draw: st.DrawFn) -> LadderContent:
    """Rungs of some grades and lanes, steps up among them that skip some, and pathways on some of these."""
    number = draw(st.integers(1, 40))
    rungs = [
        {
            "code": f"r{place}",
            "title": draw(TITLES),
            "benchmark": "What it looks like",
            "grade": draw(st.sampled_from([None, "BG10", "BG11", "senior-practitioner", "A very long code X"])),
            "lane": draw(st.sampled_from(["practice", "management"])),
            "reference": draw(st.booleans()),
        }
        for place in range(number)
    ]
    pairs = st.tuples(st.integers(0, number - 1), st.integers(0, number - 1)).filter(lambda pair: pair[0] < pair[1])
    drawn = draw(st.lists(pairs, unique=True, max_size=45)) if number > 1 else []
    steps: list[dict[str, Any]] = [
        {"code": f"s{start}-{end}", "from": f"r{start}", "to": f"r{end}", "mechanisms": ["panel"], "how": draw(TITLES)}
        for start, end in drawn
    ]
    pathways = [_pathway(f"p{place}", draw) for place in range(draw(st.integers(0, 12)) if steps else 0)]
    for pathway in pathways:
        draw(st.sampled_from(steps)).setdefault("pathways", []).append(pathway["code"])
    said = {"rungs": rungs, "steps": steps, "pathways": pathways, "source": "A policy", "length_of_service": "allowed"}
    return LadderContent.model_validate(said)


def _pathway(code: str, draw: st.DrawFn) -> dict[str, Any]:
    stages = [
        {"code": f"stage-{place}", "title": draw(TITLES), "requires": {"course": "any"}}
        for place in range(draw(st.integers(1, 12)))
    ]
    return {"code": code, "title": draw(TITLES), "stages": stages}


@pytest.mark.parametrize("draws", [wide, tall])
@settings(max_examples=12, deadline=None)
@given(content=ladders(), place=st.integers(0, 39), is_somebody=st.booleans())
def test_picture_holds_all_of_a_ladder_once_and_apart(
    draws: Draws, content: LadderContent, place: int, is_somebody: bool
):
    here = content.rungs[place % len(content.rungs)].code
    marks = Marks(here=here, name="Bartholomew", behind=frozenset({"r0"}) - {here}) if is_somebody else NOBODY

    picture = draws(content, marks)

    boxes = [*picture.boxes, *(track.name for track in picture.tracks if track.name is not None)]
    boxes += [picture.plate.box] if picture.plate else []
    assert sorted(box.code for box in picture.boxes) == sorted(rung.code for rung in content.rungs)
    assert sorted(track.code for track in picture.tracks) == sorted(way.code for way in content.pathways)
    assert [box for box in boxes if not _inside(box, picture)] == []
    assert [pair for pair in combinations(boxes, 2) if _overlap(*pair)] == []
    assert [words for words in _free_words(picture) if not _words_inside(words, picture)] == []
    assert [words for box in boxes for words in box.words if words.width > box.width] == []
    stops = {track.code: len(track.stops) for track in picture.tracks}
    assert stops == {way.code: len(way.stages) for way in content.pathways}


def _inside(box: Box, picture: Picture) -> bool:
    return box.x >= 0 and box.y >= 0 and box.right <= picture.width and box.bottom <= picture.height


def _overlap(one: Box, other: Box) -> bool:
    beside = one.right <= other.x or other.right <= one.x
    return not (beside or one.bottom <= other.y or other.bottom <= one.y)


def _free_words(picture: Picture) -> list[Words]:
    on_tracks = [words for track in picture.tracks for words in track.words]
    return [*picture.words, *on_tracks, *(words for band in picture.bands for words in band.words)]


def _words_inside(words: Words, picture: Picture) -> bool:
    return words.x >= 0 and words.x + words.width <= picture.width and 0 < words.y <= picture.height
