from datetime import date

import pytest

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case, Wording
from academy.engines.requirements.node import Node
from academy.training.rules.audience import AudienceLine, Place
from academy.training.rules.gaps import Gaps, Matrix, Required, gaps_in

TODAY = date(2026, 11, 17)
ADULTS = AudienceLine(1, service_kind="adults")
CHILDREN = AudienceLine(1, service_kind="children")
HER_PLACE = Place(1, is_staff=True, service_kind="adults")


def required(code, *audiences):
    return Required(code, "The policy", audiences or (ADULTS,), Node.model_validate({"course": code}))


def matrix(*lines):
    return Matrix(home="bristol", soon_days=60, lines=lines)


def done(code, until=None):
    return Fact(key=f"training.completion:bristol/{code}", person=1, on=date(2026, 1, 5), until=until)


def gaps(lines, *facts):
    case = Case(on=TODAY, facts=facts, home="bristol", words={"training.completion:bristol/law": Wording("Law")})
    return gaps_in((line, case) for line in lines)


def test_matrix_asks_what_is_for_her_places():
    law, court = required("law"), required("court-skills", CHILDREN)

    assert matrix(law, court).asked_of([HER_PLACE]) == (law,)
    assert matrix(law, court).asked_of([]) == ()
    assert matrix(law, court).keys == frozenset(
        {"training.completion:bristol/law", "training.completion:bristol/court-skills"}
    )


def test_missing_comes_first_then_what_runs_out():
    lines = [required(code) for code in ("law", "mca", "benefits")]

    found = gaps(lines, done("law"), done("mca", until=date(2026, 12, 3)))

    assert [line.code for line in found.lines] == ["benefits", "mca", "law"]
    assert ([line.code for line in found.missing], [line.code for line in found.soon]) == (["benefits"], ["mca"])
    assert ([line.code for line in found.met], found.has_gap) == (["law"], True)
    assert found.soon[0].sentence == "Mca: done on 5 January 2026; runs out on 3 December 2026."


@pytest.mark.parametrize(
    ("facts", "sentence", "has_gap"),
    [
        ((), "Mandatory training missing: Law; Mca.", True),
        ((done("mca"),), "Mandatory training missing: Law.", True),
        ((done("mca"), done("law", until=date(2026, 12, 3))), "Mandatory training runs out soon: Law.", False),
        ((done("mca"), done("law")), "All mandatory training is done.", False),
        ((done("mca"), done("law", until=date(2026, 11, 16))), "Mandatory training missing: Law.", True),
    ],
)
def test_sentence_says_what_matters_most(facts, sentence, has_gap):
    found = gaps([required("law"), required("mca")], *facts)

    assert (found.sentence, found.has_gap) == (sentence, has_gap)


def test_what_is_booked_or_begun_is_missing_until_it_is_done():
    booked = Fact(key="training.completion:bristol/law", person=1, on=date(2027, 1, 21), expected=True)
    both = Required(
        "both", "The policy", (ADULTS,), Node.model_validate({"all_of": [{"course": "mca"}, {"course": "court"}]})
    )

    found = gaps([required("law"), both], booked, done("mca"))

    assert [line.code for line in found.missing] == ["both", "law"]
    assert (found.has_gap, found.missing[1].sentence) == (True, "Law: expected on 21 January 2027.")
    assert found.missing[1].result.action == ""


def test_nothing_required_is_no_gap():
    assert (Gaps().sentence, Gaps().has_gap) == ("No training is required of her by name.", False)
