"""Evidence counts on Bristol's ladder: why not yet names a sitting once it is there, or is to come."""

from datetime import date, timedelta

import pytest

from academy.engines.facts.providers import facts_of
from academy.engines.reference.reading import read, sources_of
from academy.engines.requirements.cases import Case
from pathways.reference import LADDERS
from pathways.rules.soonest import Closing, in_sentences, reach_of, soonest
from tests.factories import portfolios as made
from tests.factories.people import NOW

TODAY = NOW.date()
DAY = date(2026, 10, 1)
JUNE = Closing(pk=1, on=date(2027, 6, 17), submit_by=date(2027, 5, 6), endorse_by=date(2027, 4, 29))
EVIDENCE = ("observed", "audited", "feedback-people", "feedback-professionals")


def step_of(name, code):
    """What a step of a ladder requires, by its code."""
    source = next(each for each in sources_of(LADDERS) if each.name == name)
    step = next(each for each in read(source).parsed.steps if each.code == code)
    return {each.code: each.requires for each in step.requires}


@pytest.fixture(scope="module")
def asked():
    """What the step to BG11 asks of evidence, as Bristol's policy of adults' services says it."""
    requires = step_of("bristol-adults-2026.yaml", "to-bg11")
    return {code: requires[code] for code in EVIDENCE}


def piece(council, kind, state="complete", **said):
    whose = {"person": council.author, "organisation": council.organisation}
    return made.evidence_in(state, kind=kind, **{**whose, "happened_on": DAY, **said})


def gathered(council):
    """A year's evidence but for the observation and the audit."""
    for giver in ("person", "person", "professional"):
        made.FeedbackFactory(evidence=piece(council, "feedback"), giver=giver)


def judged(council, asked, home="bristol"):
    keys = frozenset(key for node in asked.values() for key in node.keys(home))
    facts = facts_of([council.author.pk], on=TODAY, keys=keys)[council.author.pk]
    case = Case(on=TODAY, facts=facts, home=home)
    return [node.judge(case) for node in asked.values()]


def found(council, asked):
    results = judged(council, asked)
    return soonest(reach_of(results, on=TODAY), [JUNE], on=TODAY)


def test_no_sitting_is_named_before_and_june_once_everything_is_there(council, asked):
    assert set(asked) == set(EVIDENCE)
    before = found(council, asked)
    assert (before.sitting, len(before.reach.lacks)) == (None, 4)

    gathered(council)
    made.ObservationFactory(evidence=piece(council, "observation"), relation="line_manager")
    made.CaseAuditFactory(evidence=piece(council, "audit"), grade="good", comments="Clear.", audited_at=NOW)
    after = found(council, asked)
    assert (after.sitting, after.reach.day, after.reach.lacks) == (JUNE, TODAY, ())


def test_sitting_is_named_from_what_is_planned_and_asked_for(council, asked):
    gathered(council)
    seen = piece(council, "observation", "asked")
    made.ObservationFactory(evidence=seen, relation="line_manager", planned_on=date(2027, 2, 2))
    made.CaseAuditFactory(evidence=piece(council, "audit", "asked"), relation="independent")
    coming = found(council, asked)
    assert (coming.sitting, coming.reach.day) == (JUNE, date(2027, 2, 2))
    assert [sentence for sentence in in_sentences(coming, on=TODAY) if "2 February 2027" in sentence] != []


@pytest.mark.parametrize(
    ("relation", "grade"), [("line_manager", "outstanding"), ("independent", "requires-improvement")]
)
def test_audit_by_the_manager_or_below_good_names_none(council, asked, relation, grade):
    gathered(council)
    made.ObservationFactory(evidence=piece(council, "observation"), relation="line_manager")
    said = {"grade": grade, "comments": "Say more.", "audited_at": NOW, "relation": relation}
    made.CaseAuditFactory(evidence=piece(council, "audit"), **said)
    assert found(council, asked).sitting is None


def test_observation_of_more_than_a_year_ago_counts_no_more(council, asked):
    old = piece(council, "observation", happened_on=TODAY - timedelta(days=400))
    made.ObservationFactory(evidence=old, relation="line_manager")
    assert len(found(council, asked).reach.lacks) == 4


@pytest.mark.parametrize("year", ["2017", "2026"])
@pytest.mark.parametrize(
    ("givers", "is_met"),
    [
        (("person", "person"), True),
        (("person", "carer"), True),
        (("carer", "carer"), True),
        (("person", "professional"), False),
        (("carer", "child"), False),
    ],
)
def test_feedback_of_people_and_of_carers_counts_alike_in_bristol_and_nobody_else_s(council, year, givers, is_met):
    for giver in givers:
        made.FeedbackFactory(evidence=piece(council, "feedback"), giver=giver)
    people = step_of(f"bristol-adults-{year}.yaml", "to-bg11")["feedback-people"]
    (result,) = judged(council, {"people": people})
    assert result.is_met is is_met


@pytest.mark.parametrize(("giver", "is_met"), [("child", True), ("person", False)])
def test_a_child_s_feedback_counts_on_the_ladder_of_herefordshire(council, giver, is_met):
    made.FeedbackFactory(evidence=piece(council, "feedback"), giver=giver)
    impact = step_of("herefordshire-2019.yaml", "to-team-manager")["impact"]
    (result,) = judged(council, {"impact": impact}, home="herefordshire")
    assert result.is_met is is_met
