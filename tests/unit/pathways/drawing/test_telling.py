"""The same as the map in words."""

from pathways.drawing.marks import BEGUN, DONE, Marks
from pathways.drawing.telling import about, told
from tests.factories.pathways import ladder_file

HERS = Marks(
    here="bg11",
    behind=frozenset({"level-2"}),
    pathway="mca-bia",
    stages={("mca-bia", "assessor"): BEGUN, ("amhp", "approved"): DONE},
    stood={"level-2": "you stood here from 1 April 2022 to 1 May 2025"},
)


def test_every_rung_is_told_from_the_bottom_with_how_it_is_reached():
    assert [(line.rung.code, line.says, line.is_here) for line in told(ladder_file())] == [
        ("level-2", "where people begin", False),
        ("bg11", "panel in June or September", False),
        ("bg12", "a vacancy and recruitment", False),
    ]


def test_what_lies_behind_her_is_told_by_its_days_and_her_pathway_by_its_stages():
    first, here, _ = told(ladder_file(), HERS)
    assert (first.says, here.is_here) == ("you stood here from 1 April 2022 to 1 May 2025", True)
    assert [(way.pathway.code, way.is_hers, way.stages) for way in first.ways] == [
        ("mca-bia", True, (("Best Interests Assessor", "in progress"),)),
        ("specialist", False, (("Module on the agreed topic", ""),)),
        ("amhp", False, (("AMHP module", "done"),)),
    ]


def test_rung_she_never_stood_on_is_only_behind_her_and_a_reference_is_called_so():
    rungs = [{**ladder_file().content["rungs"][0], "reference": True}, *ladder_file().content["rungs"][1:]]
    assert told(ladder_file(rungs=rungs))[0].says == "shown for reference"
    assert told(ladder_file(), Marks(here="bg11", behind=frozenset({"level-2"})))[0].says == "behind you"


def test_picture_is_described_in_a_sentence():
    assert about(ladder_file(), HERS) == (
        "You are at BG11 Experienced on the pathway Mental Capacity and Best Interests Assessor. "
        "BG10 Level 2 to BG12 Advanced, with 3 pathways. The same is a list under the picture."
    )
    assert about(ladder_file()).startswith("BG10 Level 2 to BG12 Advanced")
