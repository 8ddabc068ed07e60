"""Evidence as facts: what is complete, and what is planned or asked."""

from datetime import date, datetime, timedelta

import pytest

from academy.engines.facts.facts import Fact
from portfolios.selectors.evidence_facts import evidence_expected, evidence_facts
from tests.factories import portfolios as made
from tests.factories.people import NOW

TODAY = NOW.date()
DAY = date(2026, 10, 1)
ALL = ("portfolios.observation", "portfolios.feedback", "portfolios.audit")
pytestmark = pytest.mark.django_db


def piece(kind, state="complete", **said):
    return made.evidence_in(state, kind=kind, **{"happened_on": DAY, **said})


def observed(state="complete", person=None, **said):
    whose = {"person": person} if person else {}
    return made.ObservationFactory(evidence=piece("observation", state, **whose), **said)


def found(finder, *people, keys=ALL, on=TODAY):
    return list(finder([each.pk for each in people], on=on, keys=keys))


def test_complete_pieces_are_facts_of_days_and_codes_alone():
    seen = observed(relation="line_manager", setting="visit")
    person = seen.evidence.person
    said = made.FeedbackFactory(evidence=piece("feedback", person=person), giver="carer")
    graded = made.CaseAuditFactory(
        evidence=piece("audit", person=person), grade="good", comments="Clear.", audited_at=NOW, relation="independent"
    )
    whose = {"person": person.pk, "on": DAY}
    link = "/portfolio/evidence/{}/".format
    assert found(evidence_facts, person) == [
        Fact(
            key="portfolios.observation:visit",
            by_relation="line_manager",
            source="Observation",
            link=link(seen.pk),
            **whose,
        ),
        Fact(key="portfolios.feedback:carer", by_relation="carer", source="Feedback", link=link(said.pk), **whose),
        Fact(
            key="portfolios.audit",
            level="good",
            by_relation="independent",
            source="Case audit",
            link=link(graded.pk),
            **whose,
        ),
    ]


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (("portfolios.observation:visit",), ["portfolios.observation:visit"]),
        (("portfolios.observation:meeting",), []),
        (("portfolios.feedback:person",), ["portfolios.feedback:person"]),
        (("portfolios.feedback:child", "portfolios.audit"), []),
    ],
)
def test_only_what_is_asked_for_is_found(keys, left):
    person = observed(setting="visit").evidence.person
    made.FeedbackFactory(evidence=piece("feedback", person=person))
    assert [fact.key for fact in found(evidence_facts, person, keys=keys)] == left


def test_pieces_of_a_later_day_under_way_or_withdrawn_do_not_count():
    person = observed("asked").evidence.person
    observed("withdrawn", person=person)
    made.CaseAuditFactory(evidence=piece("audit", person=person, happened_on=TODAY + timedelta(days=1)))
    assert found(evidence_facts, person) == []


def test_planned_observation_is_expected_on_its_day_and_one_seen_already_today():
    ahead = observed("asked", planned_on=date(2027, 1, 12), relation="assessor")
    person = ahead.evidence.person
    observed("reflected", person=person, planned_on=DAY)
    assert [(fact.key, fact.on, fact.by_relation, fact.expected) for fact in found(evidence_expected, person)] == [
        ("portfolios.observation:visit", date(2027, 1, 12), "assessor", True),
        ("portfolios.observation:visit", TODAY, "line_manager", True),
    ]
    assert found(evidence_expected, person, keys=["portfolios.observation:call"]) == []


@pytest.mark.parametrize(
    ("asked_at", "day"), [(NOW, TODAY + timedelta(weeks=4)), (datetime(2026, 6, 1, tzinfo=NOW.tzinfo), TODAY)]
)
def test_audit_asked_for_is_expected_four_weeks_on_or_today(asked_at, day):
    audit = made.CaseAuditFactory(evidence=piece("audit", "asked", asked_at=asked_at))
    [fact] = found(evidence_expected, audit.evidence.person, keys=["portfolios.audit"])
    assert (fact.on, fact.level, fact.by_relation, fact.expected) == (day, "", "independent", True)


@pytest.mark.parametrize("people", [1, 3])
def test_queries_are_as_many_for_three_people_as_for_one(people, django_assert_num_queries):
    persons = [observed().evidence.person for _ in range(people)]
    for person in persons:
        observed("asked", person=person)
        made.FeedbackFactory(evidence=piece("feedback", person=person))
    with django_assert_num_queries(3):
        facts = found(evidence_facts, *persons)
    with django_assert_num_queries(2):
        expected = found(evidence_expected, *persons)
    assert (len(facts), len(expected)) == (2 * people, people)
