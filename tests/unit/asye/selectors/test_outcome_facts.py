from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from academy.engines.facts.providers import facts_of
from asye.models import EmployerDecision
from asye.selectors.outcome_facts import outcome_facts
from tests.factories.asye import EnrolmentFactory
from tests.factories.asye_ending import TODAY
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def decision(outcome: str, *, days_ago: int = 0) -> EmployerDecision:
    year = EnrolmentFactory(state="decided", outcome=outcome, ended_at=NOW)
    said = {"notice_on": TODAY, "appeal": "Ask."} if outcome == "fail" else {}
    on = TODAY - timedelta(days=days_ago)
    return EmployerDecision.objects.create(
        enrolment=year, outcome=outcome, decided_by=PersonFactory(), decided_on=on, decided_at=NOW, **said
    )


def test_a_pass_and_a_fail_are_told_with_their_day_and_nothing_of_why():
    passed, failed = decision("pass", days_ago=3), decision("fail")
    people = [passed.person_id, failed.person_id]
    found = facts_of(people, on=TODAY, keys=["asye.outcome"])
    told = {person: [(each.key, each.on, each.source, each.link) for each in found[person]] for person in people}
    assert told == {
        passed.person_id: [
            ("asye.outcome:passed", TODAY - timedelta(days=3), "Decided here", f"/asye/{passed.enrolment_id}/")
        ],
        failed.person_id: [("asye.outcome:failed", TODAY, "Decided here", f"/asye/{failed.enrolment_id}/")],
    }


def test_only_what_is_asked_for_and_was_decided_by_the_day():
    passed, failed = decision("pass"), decision("fail")
    people = [passed.person_id, failed.person_id]
    asked = [each.person for each in outcome_facts(people, on=TODAY, keys=["asye.outcome:passed"])]
    before = list(outcome_facts(people, on=TODAY - timedelta(days=1), keys=["asye.outcome:passed"]))
    assert (asked, before) == ([passed.person_id], [])


@pytest.mark.parametrize("number", [1, 3])
def test_many_people_cost_one_query(number):
    people = [decision("pass").person_id for _ in range(number)]
    with CaptureQueriesContext(connection) as queries:
        found = list(outcome_facts(people, on=TODAY, keys=["asye.outcome"]))
    assert (len(found), len(queries)) == (number, 1)
