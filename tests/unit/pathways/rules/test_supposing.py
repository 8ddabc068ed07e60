from datetime import date

import pytest

from academy.engines.requirements.cases import Case
from academy.engines.requirements.node import Node
from pathways.rules.supposing import arriving, can_arrive, month_ends, numbered

TODAY, MARCH = date(2026, 11, 17), date(2027, 3, 31)
KINDS = {
    "course": {"course": "bia-module"},
    "award": {"award": "bia"},
    "registration": {"registration": "swe"},
    "count": {"count": {"of": "portfolios.observation", "least": 3, "what": "observations", "by": ["line_manager"]}},
    "credits": {"credits": {"least": 60, "level": 7}},
    "rated": {
        "rated": {
            "of": "portfolios.audit",
            "scale": ["poor", "good", "outstanding"],
            "least": "good",
            "count": 2,
            "by": ["independent_auditor"],
            "what": "Work",
        }
    },
    "agreed": {"agreed": {"code": "topic", "by": "line_manager", "what": "A topic"}},
    "fact": {"fact": {"key": "development.appraisal", "what": "An appraisal"}},
}


def judged(kind, *facts):
    return kind.judge(Case(on=TODAY, facts=facts, home="bristol"))


@pytest.mark.parametrize("said", KINDS.values(), ids=KINDS)
def test_what_arrives_meets_the_requirement_from_its_day(said):
    kind = Node.model_validate(said).kind

    facts = arriving(kind, home="bristol", person=7, on=MARCH)

    assert can_arrive(kind)
    assert (judged(kind).expected, judged(kind, *facts).expected) == (None, MARCH)


def test_time_that_passes_cannot_arrive():
    since = {"months_since": {"of": "people.registration:swe", "least": 24, "what": "registration"}}
    count = {"of": "portfolios.observation", "least": 1, "what": "seen", "per_months": 6, "through_months": 12}

    every = {"every": {"of": "development.entry", "weeks": 12, "through_months": 12, "what": "learning"}}

    kinds = [Node.model_validate(said).kind for said in (since, {"count": count}, every)]

    assert [can_arrive(kind) for kind in (*kinds, None)] == [False] * 4
    assert [arriving(kind, home="", person=7, on=MARCH) for kind in kinds] == [(), (), ()]


def test_each_part_has_a_code_by_its_place():
    node = Node.model_validate({"all_of": [{"course": "a"}, {"any_of": [{"course": "b"}, {"award": "c"}]}]})

    assert [code for code, _ in numbered("part", node)] == ["part.1", "part.2"]
    assert list(numbered("registered", Node.model_validate({"award": "bia"}))) == []


def test_month_ends_over_the_year_and_in_a_leap_year():
    assert month_ends(date(2027, 12, 31), months=4) == [
        date(2027, 12, 31),
        date(2028, 1, 31),
        date(2028, 2, 29),
        date(2028, 3, 31),
    ]
