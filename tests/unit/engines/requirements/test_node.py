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
KINDS = (
    "kinds are all_of, any_of, some_of, in_order, course, award, registration, credits, count, every, rated,"
    " months_since, agreed, fact; beside one stand what and help"
)
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
        ({"cours": "law"}, f"“cours” is no kind of requirement; {KINDS}."),
        ({}, f"a requirement says exactly one kind; put several under all_of or any_of; {KINDS}."),
        (
            {"course": "law", "award": "bia"},
            f"a requirement says exactly one kind; put several under all_of or any_of; {KINDS}.",
        ),
        ("law", f"a requirement names its kind and what it asks; {KINDS}."),
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


EVERYTHING = {
    "in_order": [
        {"months_since": {"of": "people.post:bristol", "least": 24, "what": "joining"}},
        {
            "some_of": {
                "least": 1,
                "of": [{"months_since": {"of": "people.registration:swe", "least": 1, "what": "it"}}],
            }
        },
        {
            "any_of": [
                {"agreed": {"code": "topic", "by": "line_manager", "what": "A topic is agreed"}},
                {"months_since": {"of": "people.grade:bristol/bg10", "least": 12, "what": "BG10"}},
            ]
        },
    ],
    "what": "The way to BG11",
    "help": "Begin with a talk.",
}


def test_policys_own_words_stand_beside_the_kind():
    said = {"registration": "swe", "what": "Registered with Social Work England", "help": "Renew it on their site."}

    live = Node.model_validate(said).judge(Case(on=TODAY, facts=(REGISTERED,)))
    lapsed = Node.model_validate(said).judge(Case(on=TODAY, facts=()))

    assert (live.what, live.help) == ("Registered with Social Work England", "")
    assert (lapsed.what, lapsed.help) == ("Registered with Social Work England", "Renew it on their site.")


@pytest.mark.parametrize("kind", ["all_of", "any_of", "in_order", "some_of"])
def test_what_is_made_of_others_has_words_too(kind):
    parts = [{"course": "law"}, {"award": "amhp"}]
    said = {kind: {"least": 1, "of": parts} if kind == "some_of" else parts, "what": "The pathway"}

    assert Node.model_validate(said).judge(Case(on=TODAY, facts=())).what == "The pathway"


def test_words_alone_are_no_requirement():
    with pytest.raises(ValidationError, match="exactly one kind"):
        Node.model_validate({"what": "Something", "help": "Do it."})


def test_every_single_requirement_is_found_where_it_stands():
    found = [where for where, _ in Node.model_validate(EVERYTHING).placed()]

    assert found == [
        ("in_order", 0, "months_since"),
        ("in_order", 1, "some_of", "of", 0, "months_since"),
        ("in_order", 2, "any_of", 0, "agreed"),
        ("in_order", 2, "any_of", 1, "months_since"),
    ]


def test_length_of_service_is_found_where_it_stands():
    assert list(Node.model_validate(EVERYTHING).counting_service()) == [
        ("in_order", 0, "months_since"),
        ("in_order", 2, "any_of", 1, "months_since"),
    ]


def test_acts_to_be_recorded_are_found():
    assert [(act.code, act.by) for act in Node.model_validate(EVERYTHING).agreements()] == [("topic", "line_manager")]


def test_requirement_is_the_same_after_it_was_kept():
    node = Node.model_validate(EVERYTHING)

    assert Node.model_validate(node.model_dump(mode="json", exclude_none=True)) == node
    assert Node.model_validate(node) is node


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
