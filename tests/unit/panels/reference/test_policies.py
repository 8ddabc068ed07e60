"""What the sources ask of panels, read from the policies that come with the portal."""

from functools import cache
from typing import Any

import pytest

from academy.engines.reference.reading import read, sources_of
from asye.reference.asye_policies import POLICIES as PROGRAMMES
from panels.choices.outcomes import OF_PROGRESSION
from panels.choices.panels import MemberSort, Names
from panels.reference.panel_policies import POLICIES
from panels.rules.described import described
from panels.rules.policy_faults import contradictions
from pathways.reference import LADDERS

PROGRESSION, MODERATION = "all/progression/2025", "all/moderation/2025"
BRISTOL, BEXLEY = "bristol/progression/2025", "bexley/moderation/2025"


@cache
def files_of(kind) -> dict[str, Any]:
    """Every file of the kind by its key."""
    files: list[Any] = [read(each).parsed for each in sources_of(kind)]
    return {kind.key(file): file for file in files}


def policies() -> dict[str, Any]:
    return files_of(POLICIES)


def lines(key):
    file = policies()[key]
    return {line.name: line.says for line in described(file.rules, purpose=file.purpose)}


def test_policies_are_those_of_the_sources_and_contradict_nothing():
    assert sorted(policies()) == sorted([PROGRESSION, MODERATION, BRISTOL, BEXLEY])
    found = [contradictions(file.rules, purpose=file.purpose) for file in policies().values()]
    assert found == [[]] * 4
    assert [bool(file.sources) for file in policies().values()] == [True] * 4


def test_bristol_has_both_principal_social_workers_or_deputies_and_a_service_manager():
    """S2-12, S2-13: one mixed panel for the directorate."""
    rules = policies()[BRISTOL].rules
    assert [(line.any_of, line.least, line.deputies) for line in rules.composition] == [
        ((MemberSort.PSW_ADULTS,), 1, True),
        ((MemberSort.PSW_CHILDREN,), 1, True),
        ((MemberSort.SERVICE_MANAGER,), 1, False),
    ]
    assert (rules.both_services, rules.quorum, rules.quorum_needs_mix, rules.reviewer_mix) == (True, 3, True, True)


def test_bristol_gives_feedback_by_two_named_people_and_a_plan_where_more_is_needed():
    """S2-20, S2-21."""
    said = lines(BRISTOL)
    assert said["Feedback"] == (
        "Within 10 working days, in writing, by:",
        "Principal Social Worker, children and families",
        "Lead adult social worker",
    )
    assert said["Not yet"] == ("With a plan of at least 1 target, each with an owner and a day.",)
    assert policies()[BRISTOL].rules.outcomes == OF_PROGRESSION


@pytest.mark.parametrize(
    ("pathway", "code", "own"),
    [
        ("amhp", "amhp", ["enabling", "mental-health-law", "own-judgement"]),
        ("mca-bia", "mca-bia", ["enabling", "capacity", "best-interests"]),
        ("specialist", "specialist", ["enabling", "topic", "applied"]),
        ("practice-educator", "practice-educator", ["teaching", "assessing"]),
        ("diploma", "every-step", ["enabling"]),
        ("", "every-step", ["enabling"]),
    ],
)
def test_bristol_judges_each_pathway_by_its_criteria_and_the_others_alike(pathway, code, own):
    found = policies()[BRISTOL].rules.criteria_for("to-bg11", pathway)
    assert (found.code, [each.code for each in found.criteria]) == (code, ["purpose", "practice", "impact", *own])


def test_pathways_bristol_has_criteria_for_are_those_of_its_ladders():
    ladders = files_of(LADDERS).values()
    known = {way.code for file in ladders if file.organisation == "bristol" for way in file.pathways}
    named = {code for each in policies()[BRISTOL].rules.criteria for code in each.for_pathways}
    assert named - known == set()
    assert named == {"amhp", "mca-bia", "specialist", "practice-educator"}


def test_everybody_else_is_judged_by_the_nine_domains():
    found = policies()[PROGRESSION].rules.criteria_for("any-step")
    assert [each.title for each in found.criteria] == [
        "Professionalism",
        "Values and ethics",
        "Diversity and equality",
        "Rights, justice and economic well-being",
        "Knowledge",
        "Critical reflection and analysis",
        "Skills and interventions",
        "Contexts and organisations",
        "Professional leadership",
    ]


@pytest.mark.parametrize("key", [PROGRESSION, BRISTOL])
def test_levels_of_all_criteria_are_described_each_in_its_own_words(key):
    criteria = {each.code: each for of in policies()[key].rules.criteria for each in of.criteria}.values()
    words = [level.describes for criterion in criteria for level in criterion.levels]
    assert len(set(words)) == len(words) == 3 * len(criteria)


def test_panel_for_everybody_has_a_chair_and_three_of_both_services():
    """D5-04, D5-06."""
    rules = policies()[PROGRESSION].rules
    assert [line.least for line in rules.composition] == [4]
    assert (rules.both_services, rules.needs_chair, rules.feedback_days, rules.appeal.working_days) == (
        True,
        True,
        10,
        10,
    )


def test_bexley_moderates_adults_and_childrens_years_together():
    """S0-80: one panel with members of both."""
    joint, alone = policies()[BEXLEY].rules, policies()[MODERATION].rules
    assert (joint.both_services, joint.moderation.is_joint, joint.reviewer_mix) == (True, True, True)
    assert (alone.both_services, alone.moderation.is_joint) == (False, False)
    assert lines(BEXLEY)["Whose years"] == ("Adults’ and children’s years before one panel",)


@pytest.mark.parametrize("key", [MODERATION, BEXLEY])
def test_moderation_reads_without_names(key):
    """D1-65."""
    assert policies()[key].rules.names == Names.THROUGHOUT


@pytest.mark.parametrize(
    ("panel", "programme"), [(MODERATION, "all/asye-adults/2025"), (BEXLEY, "bexley/asye-adults/2025")]
)
def test_shares_looked_at_outside_are_those_of_the_programme(panel, programme):
    """D1-64: a panel draws what the programme of the year tells."""
    ours, theirs = policies()[panel].rules.moderation, files_of(PROGRAMMES)[programme].rules.moderation
    fields = ("external", "partnership_percent", "national_percent", "is_joint")
    assert [getattr(ours, name) for name in fields] == [getattr(theirs, name) for name in fields]
