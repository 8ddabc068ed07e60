"""What two people held, signed or agreed, as facts: days, and nothing they said."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from academy.development.selectors.agreed_facts import (
    appraisal_facts,
    goal_facts,
    induction_facts,
    self_audit_facts,
    supervision_facts,
)
from academy.engines.facts.facts import Fact
from tests.factories.audits import audit_in
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.inductions import induction_of
from tests.factories.people import PostFactory
from tests.factories.plans import AppraisalPolicyFactory, appraisal_in, goal_in
from tests.factories.supervisions import PLANNED, AgreementFactory, session_of

pytestmark = pytest.mark.django_db
# A quarter past midnight in London, on the day before by the clock of the database.
JUST_AFTER_MIDNIGHT = datetime(2026, 6, 2, 0, 15, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def her():
    return PostFactory().person


def told(finder, *keys, people, on=TODAY):
    return [(fact.person, fact.key, fact.on) for fact in finder([person.pk for person in people], on=on, keys=keys)]


@pytest.mark.parametrize(
    ("state", "days"), [("held", [PLANNED]), ("signed", [PLANNED]), ("planned", []), ("missed", [])]
)
def test_supervision_counts_once_it_was_held_signed_or_not(state, days):
    session = session_of(AgreementFactory(), state)

    assert told(supervision_facts, "development.supervision", people=[session.person]) == [
        (session.person_id, "development.supervision:reflective", day) for day in days
    ]


def test_supervision_is_told_of_the_strand_that_is_asked_for(her):
    for strand in ("reflective", "day_to_day"):
        session_of(AgreementFactory(person=her, strand=strand), "held")

    assert [key for _, key, _ in told(supervision_facts, "development.supervision:day-to-day", people=[her])] == [
        "development.supervision:day-to-day"
    ]


@pytest.mark.parametrize(
    ("state", "kind", "found"),
    [
        ("signed", "appraisal", 1),
        ("signed", "review", 0),
        ("signing", "appraisal", 0),
        ("open", "appraisal", 0),
        ("cancelled", "appraisal", 0),
    ],
)
def test_appraisal_counts_once_both_signed_and_a_half_year_review_is_none(state, kind, found):
    appraisal = appraisal_in(state, kind=kind)

    facts = list(appraisal_facts([appraisal.person_id], on=TODAY, keys=["development.appraisal"]))

    assert (
        facts
        == [
            Fact(
                key="development.appraisal",
                person=appraisal.person_id,
                on=TODAY,
                source="Appraisal signed by both",
                link=f"/development/appraisals/{appraisal.pk}/",
            )
        ][:found]
    )


@pytest.mark.parametrize(("state", "days"), [("signed", [TODAY]), ("open", []), ("signing", []), ("ended", [])])
def test_induction_counts_once_both_signed(her, state, days):
    induction_of(her, state)

    assert [day for *_, day in told(induction_facts, "development.induction", people=[her])] == days


@pytest.mark.parametrize(("state", "found"), [("discussed", 1), ("draft", 0), ("shared", 0), ("withdrawn", 0)])
def test_self_audit_counts_once_it_was_talked_over_and_signed(state, found):
    audit = audit_in(state)
    expected = [(audit.person_id, "development.self_audit", audit.discussed_on)][:found]

    assert told(self_audit_facts, "development.self_audit", people=[audit.person]) == expected


@pytest.mark.parametrize(("state", "days"), [("reached", [TODAY]), ("open", []), ("dropped", [])])
def test_goal_counts_once_it_was_reached(her, state, days):
    goal_in(state, person=her)

    assert [day for *_, day in told(goal_facts, "development.goal", people=[her])] == days


def test_days_are_those_of_london_and_what_came_after_the_day_is_not_told(her):
    goal_in("reached", person=her, closed_at=JUST_AFTER_MIDNIGHT)
    days = (date(2026, 6, 1), date(2026, 6, 2))

    assert [[day for *_, day in told(goal_facts, "development.goal", people=[her], on=day)] for day in days] == [
        [],
        [date(2026, 6, 2)],
    ]


def test_facts_of_what_two_agreed_hold_no_word_of_theirs_and_no_name(her):
    manager = PersonFactory(family_name="Marked")
    session_of(AgreementFactory(person=her, supervisor=manager), "held", own_notes="Marked", supervisor_notes="Marked")
    appraisal_in("signed", person=her, manager=manager, own={"well": "Marked"}, manager_part={"seen": "Marked"})
    goal_in("reached", person=her, title="Marked", why="Marked", how="Marked", closing_words="Marked")
    audit_in("discussed", person=her, supervisor=manager, summary="Marked")
    induction_of(her, "signed", manager_signed_by=manager)

    facts = [
        fact
        for finder, key in (
            (supervision_facts, "development.supervision"),
            (appraisal_facts, "development.appraisal"),
            (goal_facts, "development.goal"),
            (self_audit_facts, "development.self_audit"),
            (induction_facts, "development.induction"),
        )
        for fact in finder([her.pk], on=TODAY, keys=[key])
    ]

    assert len(facts) == 5
    assert "Marked" not in repr(facts)


@pytest.mark.parametrize("number", [1, 3])
def test_what_many_people_agreed_is_read_in_one_query_each(number, django_assert_num_queries):
    council, policy = OrganisationFactory(), AppraisalPolicyFactory()
    people = [PostFactory(organisation=council).person for _ in range(number)]
    for person in people:
        session_of(AgreementFactory(person=person, organisation=council), "held")
        appraisal_in("signed", person=person, organisation=council, policy=policy)
        goal_in("reached", person=person, organisation=council)
        audit_in("discussed", person=person, organisation=council)
        induction_of(person, "signed")

    for finder, key in (
        (supervision_facts, "development.supervision"),
        (appraisal_facts, "development.appraisal"),
        (goal_facts, "development.goal"),
        (self_audit_facts, "development.self_audit"),
        (induction_facts, "development.induction"),
    ):
        with django_assert_num_queries(1):
            found = [person for person, *_ in told(finder, key, people=people)]
        assert found == [person.pk for person in people]
