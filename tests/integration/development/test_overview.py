"""Who has had an appraisal, by days only; and which learning people need, without names."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from academy.development.selectors.appraisal_overview import Overview, csv_rows, matching, rows_of
from academy.development.services.appraisal_policies import load_appraisal_policy
from academy.people.choices import RoleCode
from tests.factories.identity import TODAY
from tests.factories.people import NOW, TeamFactory, as_actor, holder_of, staff_of
from tests.factories.plans import LearningNeedFactory, appraisal_file, appraisal_in

SECRET = "The duty rota."


@pytest.fixture
def lead(council):
    load_appraisal_policy(appraisal_file(), on=TODAY)
    return holder_of(RoleCode.ACADEMY_LEAD, council.organisation, person=council.colleague)


@pytest.fixture
def signed(council):
    own = {"well": SECRET}
    return appraisal_in("signed", person=council.author, organisation=council.organisation, own=own)


def at(name):
    return reverse(f"development:{name}")


def names(response):
    return {row.person.full_name for row in response.context["rows"]}


def counts(response):
    return {tally.words: tally.count for tally in response.context["tallies"]}


def test_academy_sees_who_has_none_and_no_word_of_what_was_said(council, lead, signed):
    client = council.client(lead)
    response = client.get(at("appraisals"))
    assert names(response) == {council.author.full_name, council.manager.full_name}
    assert counts(response) == {"asked for it": 2, "not begun": 1, "overdue": 0, "signed by both": 1}
    assert names(client.get(at("appraisals"), {"show": "none"})) == {council.manager.full_name}
    assert names(client.get(at("appraisals"), {"show": "signed"})) == {council.author.full_name}
    assert SECRET not in response.content.decode()


def test_other_meeting_year_and_name_may_be_asked_for(council, lead, signed):
    client = council.client(lead)
    assert counts(client.get(at("appraisals"), {"kind": "review"}))["overdue"] == 2
    last = client.get(at("appraisals"), {"year": "last"})
    assert counts(last) == {"asked for it": 2, "not begun": 2, "overdue": 2, "signed by both": 0}
    assert names(client.get(at("appraisals"), {"q": council.author.family_name})) == {council.author.full_name}
    assert names(client.get(at("appraisals"), {"show": "signed", "q": council.manager.family_name})) == set()


def test_table_says_the_same(council, lead, signed):
    response = council.client(lead).get(at("appraisals-csv"), {"show": "signed"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    day = NOW.date().isoformat()
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["Name", "Team", "Meeting", "State", "Due by", "Held on", "Signed on"]
    assert [row[0] for row in rows[1:]] == [council.author.full_name] * 2
    assert [row[2:] for row in rows[1:]] == [
        ["My Performance: half-year review", "Overdue", "2026-09-30", "", ""],
        ["My Performance", "Signed by both", "2027-03-31", day, day],
    ]


def test_manager_sees_days_of_her_people_and_a_service_manager_of_her_place(council, lead):
    assert names(council.client(council.manager).get(at("appraisals"))) == {council.author.full_name}
    team = TeamFactory(service__organisation=council.organisation)
    there = staff_of(council.organisation, team=team)
    keeper = holder_of(RoleCode.SERVICE_MANAGER, council.organisation, service=team.service)
    assert names(council.client(keeper).get(at("appraisals"))) == {there.full_name}


@pytest.mark.parametrize("role", [RoleCode.HR, RoleCode.COACH, RoleCode.ADMINISTRATOR])
def test_overview_is_closed_to_other_roles(council, lead, role):
    client = council.client(holder_of(role, council.organisation))
    assert [client.get(at(name)).status_code for name in ("appraisals", "appraisals-csv", "needs")] == [403] * 3


def test_without_a_policy_nobody_is_asked(council):
    actor = as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    overview = Overview(actor, "appraisal")
    assert matching(overview, name="", show="")[0] == []
    assert [row.meetings for row in rows_of([council.author.pk], overview)] == [()]


@pytest.mark.parametrize("people", [1, 3])
def test_overview_takes_the_same_queries_for_any_number(council, lead, people, django_assert_num_queries):
    ids = [council.author.pk, *(staff_of(council.organisation).pk for _ in range(people - 1))]
    overview = Overview(as_actor(lead), "appraisal")
    with django_assert_num_queries(5):
        found, _ = matching(overview, name="", show="")
    with django_assert_num_queries(6):
        rows = rows_of(ids, overview)
    assert (len(rows), len(found)) == (people, people + 1)
    assert len(list(csv_rows(ids, overview))) == 1 + 2 * people


def test_needs_are_counted_without_names_and_few_are_hidden(council, lead, signed):
    people = [council.author, *(staff_of(council.organisation) for _ in range(2))]
    meetings = [
        signed,
        *(appraisal_in("signed", person=each, organisation=council.organisation) for each in people[1:]),
    ]
    for meeting in meetings:
        LearningNeedFactory(appraisal=meeting, title="Writing for the court")
    LearningNeedFactory(appraisal=signed, title="Sign language")
    begun = appraisal_in("open", person=council.manager, organisation=council.organisation)
    LearningNeedFactory(appraisal=begun, title="Not signed yet")

    response = council.client(lead).get(at("needs"))
    needs = response.context["needs"]
    assert [(line.title, line.people, line.unmet) for line in needs.lines] == [("Writing for the court", 3, "3")]
    assert (needs.hidden, needs.since) == (1, date(2025, 4, 1))
    shown = response.content.decode()
    assert ["Sign language" in shown, "Not signed yet" in shown, council.author.full_name in shown] == [False] * 3


def test_needs_of_no_policy_are_none(council):
    client = council.client(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    assert client.get(at("needs")).context["needs"].lines == ()


def test_hub_leads_the_academy_to_the_overview_and_the_needs(council, lead):
    shown = council.client(lead).get(at("hub")).content.decode()
    assert [f'href="{at(name)}"' in shown for name in ("appraisals", "needs")] == [True, True]
    manager = council.client(council.manager).get(at("hub")).content.decode()
    assert [f'href="{at(name)}"' in manager for name in ("appraisals", "needs")] == [True, False]
