from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case
from academy.engines.requirements.results import Standing
from pathways.selectors.judging import cases_of, judge_step
from pathways.selectors.ladders import ladder_of
from pathways.selectors.standings import standings_of
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.pathways import LadderVersionFactory, practitioner_of
from tests.factories.people import RegistrationFactory

pytestmark = pytest.mark.django_db
REGISTERED = Fact(key="people.registration:swe", person=1, on=date(2020, 1, 1))


@pytest.fixture
def ladder():
    return ladder_of(LadderVersionFactory(organisation=OrganisationFactory(slug="anywhere")))


def judged(ladder, *facts, pathway=None):
    case = Case(on=TODAY, facts=facts, home="anywhere")
    return judge_step(ladder, ladder.step("to-bg11"), case, pathway=ladder.pathway(pathway) if pathway else None)


def test_step_is_judged_part_by_part_with_its_gates_last(ladder):
    step = judged(ladder, REGISTERED, pathway="amhp")

    assert [(part.code, part.result.is_met) for part in step.parts] == [
        ("registered", True),
        ("written", False),
        ("amhp", False),
        ("endorsed", False),
    ]
    assert (step.pathway.code, step.way.code) == ("amhp", "amhp")
    assert not step.result.is_met


def test_any_pathway_is_enough_as_long_as_none_is_chosen(ladder):
    award = Fact(key="pathways.award:amhp", person=1, on=date(2026, 1, 1))

    step = judged(ladder, award)

    assert (step.way.code, step.way.result.is_met) == ("pathway", True)
    assert [part.what for part in step.way.result.parts] == [
        "Mental Capacity and Best Interests Assessor",
        "Specialist",
        "Approved Mental Health Professional",
    ]
    assert not judged(ladder, award, pathway="specialist").way.result.is_met


def test_evidence_is_everything_but_the_gates(ladder):
    written = [Fact(key="development.entry", person=1, on=TODAY)] * 2
    award = Fact(key="pathways.award:amhp", person=1, on=date(2026, 1, 1))

    step = judged(ladder, REGISTERED, award, *written, pathway="amhp")

    assert (step.evidence.is_met, step.result.is_met) == (True, False)


def test_step_without_pathways_asks_for_none(ladder):
    case = Case(on=TODAY, facts=(), home="anywhere")

    step = judge_step(ladder, ladder.step("to-bg12"), case, pathway=None)

    assert (step.way, step.parts, step.result.standing) == (None, (), Standing.MET)


def test_cases_take_the_same_queries_for_however_many(ladder):
    """How many depends on how many apps know something the ladder asks about."""
    people = [practitioner_of(ladder.version.organisation) for _ in range(3)]
    for person in people:
        RegistrationFactory(person=person)
    standings = [each for found in standings_of([person.pk for person in people], on=TODAY).values() for each in found]
    asked = []
    for some in (standings[:1], standings):
        with CaptureQueriesContext(connection) as queries:
            cases = cases_of(some, on=TODAY)
        asked.append(len(queries))

    assert asked[0] == asked[1]
    assert sorted(cases) == sorted((person.pk, ladder.version.organisation_id) for person in people)
    assert [[fact.key for fact in case.facts] for case in cases.values()] == [["people.registration:swe"]] * 3


def test_nobody_without_a_step_ahead_is_asked_about(ladder, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert cases_of([], on=TODAY) == {}
