from datetime import date

import pytest
from pydantic import ValidationError

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case, qualified
from academy.engines.requirements.kinds.part import Kind
from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Standing
from academy.ui.states import Shape

TODAY = date(2026, 11, 17)
KINDS = "all_of, any_of, some_of, course, award, registration, count, months_since"
SAID = {
    "all_of": [
        {"course": "law"},
        {"some_of": {"least": 1, "of": [{"award": "bia"}, {"award": "amhp"}]}},
        {"any_of": [{"registration": "swe"}, {"registration": "hcpc"}]},
    ]
}
DONE = Fact(key="training.completion:bristol/law", person=1, on=date(2026, 1, 5))
AWARD = Fact(key="pathways.award:amhp", person=1, on=date(2026, 2, 5))
REGISTERED = Fact(key="people.registration:swe", person=1, on=date(2020, 2, 5))


def judged(*facts):
    return Node.model_validate(SAID).judge(Case(on=TODAY, facts=facts, home="bristol"))


def test_tree_asks_for_the_facts_of_all_its_parts():
    assert Node.model_validate(SAID).keys("bristol") == frozenset(
        {
            "training.completion:bristol/law",
            "pathways.award:bia",
            "pathways.award:amhp",
            "people.registration:swe",
            "people.registration:hcpc",
        }
    )


def test_tree_is_met_when_its_parts_are():
    found = judged(DONE, AWARD, REGISTERED)

    assert (found.standing, found.since) == (Standing.MET, date(2026, 2, 5))
    assert [part.standing for part in found.parts] == [Standing.MET] * 3


def test_tree_says_what_is_still_to_come():
    found = judged(DONE, REGISTERED)

    assert (found.standing, found.says) == (Standing.IN_PROGRESS, "Still to come: 1 of these.")
    assert found.parts[1].says == "1 more of: Bia; Amhp."


def test_any_of_is_judged_by_its_best_part():
    assert judged(DONE, AWARD).parts[2].says == "One of these is needed: Swe; Hcpc."


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"cours": "law"}, f"“cours” is no kind of requirement; kinds are {KINDS}."),
        ({}, f"a requirement says exactly one kind; put several under all_of or any_of. Kinds: {KINDS}."),
        (
            {"course": "law", "award": "bia"},
            f"a requirement says exactly one kind; put several under all_of or any_of. Kinds: {KINDS}.",
        ),
        ("law", f"a requirement names its kind and what it asks; kinds are {KINDS}."),
        ({"some_of": {"least": 2, "of": [{"course": "law"}]}}, "2 are asked of 1; name more, or ask for fewer."),
    ],
)
def test_what_is_no_requirement_is_refused_with_what_is_allowed(said, message):
    with pytest.raises(ValidationError) as refused:
        Node.model_validate(said)

    assert [error["msg"] for error in refused.value.errors()] == [f"Value error, {message}"]


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"all_of": [{"course": "law"}, {"course": {"code": "law", "months": 3}}]}, ("all_of", 1, "course", "months")),
        ({"all_of": []}, ("all_of",)),
        ({"course": "No Code"}, ("course", "code")),
        ({"course": {"code": "law", "within_months": 0}}, ("course", "within_months")),
        ({"count": {"of": "entries", "least": 1, "what": "pieces"}}, ("count", "of")),
        ({"months_since": {"of": "people.post", "least": "12", "what": "joining"}}, ("months_since", "least")),
    ],
)
def test_mistake_is_told_where_it_stands(said, where):
    with pytest.raises(ValidationError) as refused:
        Node.model_validate(said)

    assert [error["loc"] for error in refused.value.errors()] == [where]


def test_code_without_an_organisation_is_the_home_ones():
    assert qualified("law", home="bristol") == "bristol/law"
    assert qualified("bexley/law", home="bristol") == "bexley/law"
    assert qualified("law", home="") == "law"


def test_standing_has_a_word_and_a_shape():
    assert [(each.state.word, each.state.shape) for each in Standing] == [
        ("Met", Shape.MET),
        ("Runs out soon", Shape.AGEING),
        ("In progress", Shape.DOING),
        ("Not yet", Shape.NOT_YET),
    ]


def test_kind_that_judges_nothing_is_a_bug():
    with pytest.raises(NotImplementedError):
        Kind().keys("bristol")
    with pytest.raises(NotImplementedError):
        Kind().judge(Case(on=TODAY, facts=()))
