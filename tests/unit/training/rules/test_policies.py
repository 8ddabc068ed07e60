from datetime import date

from academy.training.rules.policies import Terms


def test_decision_unanswered_goes_up_after_the_days_of_the_policy():
    assert Terms(escalate_after_days=14).escalates_on(date(2026, 11, 11)) == date(2026, 11, 25)
