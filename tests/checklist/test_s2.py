"""What Bristol's career progression policy asks for, shown through the portal."""

from datetime import date

import pytest

from academy.development.models import CpdPolicy
from academy.identity.models import Organisation
from academy.people.models import JobRole
from tests.checklist.workers import browser_of, kept_through_the_form, own_frameworks, statement, words_of, worker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("began", "service", "judged_by"),
    [
        (date(2014, 11, 1), "children", {"pcf-2012", "hcpc-social-workers-2012"}),
        (date(2014, 12, 1), "children", {"pcf-2012", "hcpc-social-workers-2012", "child-family-pqs-2014"}),
        (date(2015, 3, 1), "adults", {"pcf-2012", "hcpc-social-workers-2012", "adult-pqs-2015"}),
        (date(2026, 9, 1), "adults", {"pcf-2018", "swe-professional-standards-2019", "adult-pqs-2015"}),
    ],
)
def test_frameworks_of_a_newly_qualified_worker_are_those_in_force_when_she_began(began, service, judged_by):
    person = worker("bristol", "newly-qualified-social-worker", service=service, since=began)
    standing_for_all = {"pcf", "hcpc-social-workers", "swe-professional-standards", "child-family-pqs", "adult-pqs"}

    offered = {code for code in own_frameworks(person, on=began) if code.rpartition("-")[0] in standing_for_all}

    assert offered == judged_by


def test_childrens_statement_holds_and_its_accreditation_has_ended():
    page = words_of(browser_of(worker("bristol", service="children")).get("/frameworks/child-family-pqs/2018/"))

    assert "In force" in page
    assert "Announced in November 2014; the accreditation has since ended." in page


def test_three_levels_of_childrens_social_work_say_what_each_answers_for():
    page = words_of(browser_of(worker("bristol", service="children")).get("/frameworks/child-family-pqs/2014/"))

    said = [
        "Approved child and family practitioner Lead professional with case responsibility for named children.",
        "Practice supervisor Educates, develops and supervises social workers;",
        "Practice leader Answers for social work services for children as a whole;",
    ]
    assert [words for words in said if words not in page] == []


def test_entry_is_tied_to_the_regulators_standards_and_to_pcf_and_kss():
    client = browser_of(worker("bristol"))
    ticked = [statement(key) for key in ("swe-professional-standards/2019/1.2", "pcf/2018/6", "adult-pqs/2015/5")]

    kept = kept_through_the_form(client, statements=[str(line.pk) for line in ticked])

    page = words_of(client.get(kept.get_absolute_url()))
    speaks_to = page.partition("Speaks to")[2]
    assert [line.title for line in ticked if line.title not in speaks_to] == []
    found = [words_of(client.get("/cpd/", {"statement": line.pk})).count(kept.title) for line in ticked]
    assert found == [1, 1, 1]


def test_every_registered_worker_of_every_council_has_the_cpd_log():
    jobs = list(JobRole.objects.filter(is_registered=True, profession="social_worker").values_list("code", flat=True))
    assert {"social-worker", "newly-qualified-social-worker", "senior-practitioner", "team-manager"} <= set(jobs)
    for job in jobs:
        client = browser_of(worker("bristol", job))
        assert kept_through_the_form(client).title in words_of(client.get("/cpd/")), job
    for council in Organisation.objects.filter(kind="council").exclude(slug="herefordshire"):
        client = browser_of(worker(council.slug))
        assert kept_through_the_form(client).title in words_of(client.get("/cpd/")), council


def test_peer_learning_is_asked_for_every_12_weeks_as_a_setting():
    client = browser_of(worker("bristol"))
    year = words_of(client.get("/cpd/"))
    assert "No peer learning is kept yet. The policy asks for some every 12 weeks." in year

    kept_through_the_form(client, kind="peer", way="others")

    assert "Your latest peer learning was on 10 November." in words_of(client.get("/cpd/"))
    CpdPolicy.objects.filter(organisation__slug="bristol").update(peer_weeks=4)
    assert "The policy asks for some every 4 weeks." in words_of(client.get("/cpd/"))
    assert "peer learning" not in words_of(browser_of(worker("bexley")).get("/cpd/"))
