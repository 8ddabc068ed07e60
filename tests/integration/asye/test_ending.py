"""How a year ends, in the browser: three acts by three people, and what each of the others reads of it."""

from dataclasses import replace

import pytest
from django.urls import reverse

from academy.engines.worklist.selectors.items import waiting_for
from academy.identity.models import Person
from academy.people.choices import RoleCode
from asye.choices.ending import External
from asye.choices.enrolments import EnrolmentState
from asye.models import AsyePolicy, Enrolment, Recommendation
from asye.rules.assurance import Moderation
from asye.rules.parts_of_policy import OnPass
from asye.rules.policy import PLAIN
from asye.selectors.held import missing_in
from asye.services.moderation import record_moderation
from tests.factories.asye import policy_content
from tests.factories.asye_ending import decider_of, moderator_of, recommended, result_of, ripe
from tests.factories.asye_people import with_people
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PANEL_NOTES, TO_ASSESSOR, TO_NQSW = "Zqpanelnotes", "Zqtoassessor", "Zqtonqsw"
SAID = {"notes": PANEL_NOTES, "to_assessor": TO_ASSESSOR, "to_nqsw": TO_NQSW}


@pytest.fixture
def here():
    found = with_people()
    ripe(found.year)
    return found


def at(name: str, year: Enrolment) -> str:
    return reverse(f"asye:{name}", args=[year.pk])


def test_a_final_report_that_lacks_much_says_all_of_it_and_loses_nothing(here):
    client = browser(here.assessor)
    shown = words(client.get(at("recommend", here.year)))
    assert "6 parts of the record are missing" in shown
    assert "You can appeal if the procedure was not followed" in shown
    sent = {"outcome": "fail", "report": "Zqreportkept", "appeal": "", "notice_on": ""}
    again = client.post(at("recommend", here.year), sent)
    said = words(again)
    assert (again.status_code, "Zqreportkept" in said) == (422, True)
    for sentence in (
        "Say in a sentence why this is missing, or close it first.",
        "Enter the day on which she had it in writing. A fail is not saved without.",
        "Say how she can appeal, to whom and until when.",
        "No concern was recorded before the final review.",
    ):
        assert sentence in said
    assert not Recommendation.objects.exists()


def test_the_assessor_recommends_and_she_reads_it(here):
    client = browser(here.assessor)
    missing = missing_in(here.year, on=NOW.date())
    gaps = {f"gap_{check.code}": f"Zqwhy{number}." for number, check in enumerate(missing)}
    sent = {"outcome": "pass", "report": "Zqfinalreport", "appeal": "None.", **gaps}
    done = client.post(at("recommend", here.year), sent)
    assert (done.status_code, done.url) == (302, at("final", here.year))
    read = words(browser(here.nqsw).get(at("final", here.year)))
    assert ("Zqfinalreport" in read, "Pass recommended" in read) == (True, True)
    deciding = words(browser(decider_of(here.organisation)).get(at("decision", here.year)))
    in_order = "".join(f"<dt>{check.title}</dt><dd>Zqwhy{number}.</dd>" for number, check in enumerate(missing))
    assert [page.count(in_order) for page in (read, deciding)] == [1, 1]


def test_a_name_in_the_report_is_pointed_out_before_it_is_kept(here):
    sent = {"outcome": "pass", "report": "Her NHS number is 943 476 5919.", "appeal": "None."}
    again = browser(here.assessor).post(at("recommend", here.year), sent)
    assert (again.status_code, "It tells nobody who this is" in words(again)) == (422, True)


@pytest.mark.parametrize("name", ["nqsw", "manager", "coordinator"])
def test_nobody_else_opens_the_report(here, name):
    assert browser(getattr(here, name)).get(at("recommend", here.year)).status_code == 403


def moderated(here, **said):
    made, moderator = recommended(here.year), moderator_of(here.organisation)
    record_moderation(recommendation=made, result=result_of(**{**SAID, **said}), by=as_actor(moderator), at=NOW)
    here.year.refresh_from_db()


def seen_by(person: Person, year: Enrolment) -> str:
    """Everything the pages of the year say to somebody."""
    client = browser(person)
    return " ".join(words(client.get(at(name, year))) for name in ("enrolment", "final", "decision"))


def found(here) -> dict[str, set[str]]:
    marks = (PANEL_NOTES, TO_ASSESSOR, TO_NQSW)
    names = ("nqsw", "manager", "assessor", "coordinator")
    return {name: {mark for mark in marks if mark in seen_by(getattr(here, name), here.year)} for name in names}


def test_before_the_decision_nobody_but_who_assesses_and_the_academy_reads_of_moderation(here):
    moderated(here)
    assert found(here) == {"nqsw": set(), "manager": set(), "assessor": {TO_ASSESSOR}, "coordinator": {TO_ASSESSOR}}


def test_the_employer_decides_and_what_is_for_her_is_read_then(here):
    decider, keeper = decider_of(here.organisation), holder_of(RoleCode.HR, here.organisation)
    moderated(here)
    client = browser(decider)
    lines = [item.what for item in waiting_for(as_actor(decider))]
    assert f"Decide on {here.nqsw.full_name}’s ASYE" in lines
    assert browser(keeper).get(at("decision", here.year)).status_code == 404
    basis = words(client.get(at("decide", here.year)))
    assert ("Confirmed" in basis, "The policy names no grade" in basis, TO_ASSESSOR in basis) == (True, True, False)
    sent = {"outcome": "pass", "confirmed_on": "17 November 2026", "probation_until_on": "4 January 2027"}
    done = client.post(at("decide", here.year), sent)
    assert (done.status_code, done.url) == (302, at("decision", here.year))
    here.year.refresh_from_db()
    assert found(here) == {
        "nqsw": {TO_NQSW},
        "manager": set(),
        "assessor": {TO_ASSESSOR},
        "coordinator": {TO_ASSESSOR, TO_NQSW},
    }
    assert "4 January 2027" in words(browser(keeper).get(at("decision", here.year)))
    told = {name: "4 January 2027" in seen_by(getattr(here, name), here.year) for name in ("nqsw", "assessor")}
    assert told == {"nqsw": True, "assessor": False}


def test_a_fail_without_a_notice_is_not_decided_and_nothing_is_lost(here):
    decider = decider_of(here.organisation)
    moderated(here)
    sent = {"outcome": "fail", "words": "Zqwhyfail", "appeal": ""}
    again = browser(decider).post(at("decide", here.year), sent)
    said = words(again)
    assert (again.status_code, "Zqwhyfail" in said) == (422, True)
    assert "Enter the day on which she had it in writing." in said
    here.year.refresh_from_db()
    assert here.year.state == EnrolmentState.MODERATED


def test_what_a_pass_and_a_fail_mean_is_read_where_it_is_decided(here):
    rules = replace(PLAIN, on_pass=OnPass(is_condition=True), moderation=Moderation(external=External.GOOD_PRACTICE))
    AsyePolicy.objects.filter(pk=here.year.policy_id).update(content=policy_content(rules))
    decider = decider_of(here.organisation)
    moderated(here)
    client = browser(decider)
    assert "Passing is a condition of confirmed employment. The outcome" in words(client.get(at("decide", here.year)))
    failed = {"outcome": "fail", "words": "Thin.", "notice_on": "16 November 2026", "appeal": "Within ten days."}
    assert client.post(at("decide", here.year), failed).status_code == 302
    told = words(browser(here.nqsw).get(at("decision", here.year)))
    assert "Passing is a condition of confirmed employment here; human resources say what follows." in told
    assert "The registration with Social Work England goes on: a fail does not end it." in told
    assert "Good practice: no share is set." in words(browser(here.nqsw).get(at("final", here.year)))


def test_who_assessed_may_not_decide_and_a_colleague_finds_nothing(here):
    moderated(here)
    colleague = staff_of(here.organisation)
    answers = [browser(each).get(at("decide", here.year)).status_code for each in (here.assessor, colleague)]
    assert answers == [403, 404]


def test_a_query_is_answered_where_it_is_asked(here):
    moderated(here, result="queried")
    lines = [item.what for item in waiting_for(as_actor(here.assessor)) if "moderation" in item.what]
    assert lines == [f"Answer moderation on {here.nqsw.full_name}’s ASYE"]
    shown = words(browser(here.assessor).get(at("recommend", here.year)))
    assert (TO_ASSESSOR in shown, "Your answer to moderation" in shown, PANEL_NOTES in shown) == (True, True, False)


def test_the_co_ordinator_issues_the_certificate_from_the_decision(here):
    Enrolment.objects.filter(pk=here.year.pk).update(state="decided", outcome="pass", ended_at=NOW)
    client = browser(here.coordinator)
    done = client.post(at("certify", here.year), follow=True)
    assert "Signatures are missing: the agreement." in words(done)
