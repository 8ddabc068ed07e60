"""Acts somebody recorded, and whatever else the portal knows."""

from datetime import date

import pytest
from pydantic import ValidationError

from academy.engines.requirements.cases import Wording
from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Standing
from tests.unit.engines.requirements.samples import TODAY, fact, judged

KEY = "pathways.agreement:bristol/equivalent"
AGREED = {"agreed": {"code": "equivalent", "by": "line_manager", "what": "An equivalent course is agreed"}}


def test_act_of_the_named_role_is_met_on_its_day():
    found = judged(AGREED, fact(KEY, date(2026, 3, 2), by_relation="line_manager"))

    assert (found.what, found.says, found.standing) == (
        "An equivalent course is agreed",
        "Agreed on 2 March 2026.",
        Standing.MET,
    )


def test_act_of_somebody_else_does_not_count():
    found = judged(AGREED, fact(KEY, date(2026, 3, 2), by_relation="peer"))

    assert (found.standing, found.says, found.action) == (
        Standing.NOT_YET,
        "Not agreed yet.",
        "Ask the line manager",
    )


def test_act_is_asked_for_where_the_app_says():
    found = judged(AGREED, words={KEY: Wording("Equivalent", "/pathway/agree/", "Ask for the agreement")})

    assert (found.what, found.action, found.link) == (
        "An equivalent course is agreed",
        "Ask for the agreement",
        "/pathway/agree/",
    )


def test_act_counts_for_so_many_months():
    said = {"agreed": {**AGREED["agreed"], "within_months": 12}}

    assert not judged(said, fact(KEY, date(2025, 11, 16), by_relation="line_manager")).is_met
    assert judged(said, fact(KEY, date(2025, 11, 17), by_relation="line_manager")).is_met


def test_act_is_the_organisations_own_unless_it_names_another():
    elsewhere = {"agreed": {**AGREED["agreed"], "code": "bexley/equivalent"}}

    assert Node.model_validate(AGREED).keys("bristol") == frozenset({KEY})
    assert Node.model_validate(elsewhere).keys("bristol") == frozenset({"pathways.agreement:bexley/equivalent"})


FACT = {"fact": {"key": "development.appraisal", "what": "An appraisal held", "within_months": 12}}


@pytest.mark.parametrize(
    ("on", "standing", "says"),
    [
        (date(2026, 6, 30), Standing.MET, "Noted on 30 June 2026; counts until 30 June 2027."),
        (date(2025, 12, 1), Standing.SOON, "Noted on 1 December 2025; runs out on 1 December 2026."),
        (date(2025, 11, 1), Standing.NOT_YET, "Ran out on 1 November 2026. Noted on 1 November 2025."),
    ],
)
def test_fact_is_known_and_runs_out(on, standing, says):
    found = judged(FACT, fact("development.appraisal", on))

    assert (found.what, found.standing, found.says) == ("An appraisal held", standing, says)


def test_fact_names_the_next_step_of_the_policy_before_that_of_the_app():
    words = {"development.appraisal": Wording("Appraisal", "/plan/", "Plan it")}
    own = {"fact": {**FACT["fact"], "action": "Ask for a date", "link": "/plan/appraisals/"}}

    assert (judged(FACT, words=words).action, judged(FACT, words=words).link) == ("Plan it", "/plan/")
    assert (judged(own, words=words).action, judged(own, words=words).link) == ("Ask for a date", "/plan/appraisals/")
    assert (judged(FACT).action, judged(FACT).link, judged(FACT).says) == ("", "", "Not there yet.")


def test_fact_of_any_family_may_be_asked_for():
    said = {"fact": {"key": "people.grade:bristol/bg10/level-2", "what": "BG10, level 2"}}

    assert judged(said, fact("people.grade:bristol/bg10/level-2", TODAY)).is_met
    assert Node.model_validate(said).keys("bristol") == frozenset({"people.grade:bristol/bg10/level-2"})


@pytest.mark.parametrize("link", ["//evil.example", "javascript:alert(1)", "http://example.org", "/a b", "portal"])
def test_link_is_a_page_here_or_a_safe_one_elsewhere(link):
    with pytest.raises(ValidationError):
        Node.model_validate({"fact": {**FACT["fact"], "link": link}})
