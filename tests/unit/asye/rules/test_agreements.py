"""What an agreement lacks, and what a policy gives it to begin with."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from asye.choices.enrolments import Role
from asye.rules.agreements import TEXTS, Agreed, agreed_workload, first_words, missing_for_signing, rhythm_in_words
from asye.rules.parts_of_policy import Rhythm, Workload
from asye.rules.policy import PLAIN, AsyeRules

ALL = dict.fromkeys(TEXTS, "Agreed.")
WHOLE = {"has_needs": True, "met_on": date(2026, 1, 20), "texts": ALL, "has_dates": True, "has_plan": True}


@pytest.mark.parametrize(
    ("said", "where", "says"),
    [
        ({"has_needs": False}, "needs", "Her reflection on what she needs to learn is not handed in; it comes first."),
        ({"met_on": None}, "words", "The day of the agreement meeting is not entered."),
        ({"texts": {**ALL, "workload": "  "}}, "words", "“How work is agreed and allocated” is empty."),
        ({"has_dates": False}, "dates", "The dates of the reviews and of the panel are not set."),
        ({"has_plan": False}, "plan", "The first development plan has no goal yet."),
        ({"vacant": (Role.ASSESSOR,)}, "parts", "Nobody is the assessor yet, who signs it."),
    ],
)
def test_agreement_that_lacks_one_thing_says_which(said, where, says):
    assert [(each.where, each.says) for each in missing_for_signing(Agreed(**{**WHOLE, **said}))] == [(where, says)]


def test_whole_agreement_lacks_nothing():
    assert missing_for_signing(Agreed(**WHOLE)) == ()


@pytest.mark.parametrize(
    ("rhythms", "words"),
    [
        (
            PLAIN.supervision,
            "Weekly until the end of week 6, then every 2 weeks until the end of month 6, then every 4 weeks.",
        ),
        ((Rhythm(every_weeks=1),), "Weekly."),
        ((), ""),
    ],
)
def test_rhythm_is_said_as_people_say_it(rhythms, words):
    assert rhythm_in_words(rhythms) == words


def test_policy_says_what_each_answers_for_and_who_assesses_has_one_text():
    duties = {Role.PRACTICE_ASSESSOR: "Reflects with her.", Role.ASSESSOR: "Observes.", Role.MANAGER: "Day to day."}
    said = first_words(replace(PLAIN, duties=duties))
    assert (said["assessor_does"], said["manager_does"]) == ("Observes.\nReflects with her.", "Day to day.")
    assert "nqsw_does" not in said


def test_policy_gives_an_agreement_its_first_words():
    assert first_words(PLAIN) == {
        "supervision": "Weekly until the end of week 6, then every 2 weeks until the end of month 6, then every 4 "
        "weeks. Each session is protected and about 90 minutes long; it is reflective and not only about cases.",
        "protected": "10% of working time, pro rata for part time, beside the lighter workload.",
    }
    assert first_words(AsyeRules(protected_percent=Decimal("7.5"))) == {
        "supervision": "",
        "protected": "7.5% of working time, pro rata for part time, beside the lighter workload.",
    }


def test_workload_agreed_is_what_the_year_comes_to():
    ramp = (Workload(percent=25, until_month=3), Workload(percent=50, until_month=6), Workload(percent=90))
    assert agreed_workload(AsyeRules(workload=ramp)) == 90
