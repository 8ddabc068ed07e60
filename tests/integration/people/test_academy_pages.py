from datetime import date

import pytest
import time_machine

from tests.factories.identity import PersonFactory
from tests.factories.people import (
    AcademyPageFactory,
    OrganisationLinkFactory,
    PartnershipMemberFactory,
    RoleHoldingFactory,
    holder_of,
    staff_of,
)


@pytest.fixture
def page_of_bexley(bexley):
    bexley.academy_name = "Professional Standards Academy"
    bexley.save()
    AcademyPageFactory(
        organisation=bexley,
        approach_name="Everyday Learning",
        approach="Most learning happens in the work itself.",
        promise=["Begin", "Flourish", "Excel"],
        promise_text="For everybody in adult social care.",
        priorities=["A clear practice framework."],
    )
    return bexley


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_visitor_reads_what_the_academy_says_of_itself(client, page_of_bexley):
    OrganisationLinkFactory(organisation=page_of_bexley, title="Vision", url="https://council.example/vision", order=1)
    OrganisationLinkFactory(organisation=page_of_bexley, title="Your Life, Your Choice", url="", order=2)
    OrganisationLinkFactory(organisation=page_of_bexley, title="Gone", order=3, withdrawn_on=date(2026, 1, 1))

    answer = client.get("/o/bexley/")

    text = text_of(answer)
    assert answer.status_code == 200
    for words in ("Professional Standards Academy", "Everyday Learning", "Begin, Flourish, Excel", "A clear practice"):
        assert words in text
    assert '<a class="govuk-link" href="https://council.example/vision" rel="noopener">Vision</a>' in text
    assert "<strong>Your Life, Your Choice</strong>" in text
    assert "Gone" not in text


def test_balance_is_the_academys_guide_with_a_table_behind(client, page_of_bexley):
    text = text_of(client.get("/o/bexley/"))

    assert ('role="img"' in text, "70" in text, "Per cent" in text) == (True, True, True)


def test_partnership_names_its_present_partners(client, bristol, bexley):
    bristol.kind = "partnership"
    bristol.save()
    PartnershipMemberFactory(partnership=bristol, member=bexley)
    PartnershipMemberFactory(partnership=bristol, member__name="Gone Council", until_on=date(2024, 2, 29))

    text = text_of(client.get("/o/bristol/"))

    assert ("London Borough of Bexley" in text, "Gone Council" in text) == (True, False)


def test_team_is_who_holds_an_academy_role_and_agreed_to_be_named(client, page_of_bexley):
    def somebody(name, role, **values):
        person = staff_of(page_of_bexley, person=PersonFactory(given_name=name), job_title=f"Job of {name}")
        RoleHoldingFactory(person=person, organisation=page_of_bexley, role=role, **values)

    somebody("Agreed", "academy_lead", is_public=True)
    somebody("Silent", "academy_staff")
    somebody("Ended", "academy_staff", is_public=True, until_on=date(2026, 1, 1))
    somebody("Coach", "coach", is_public=True)
    guest = PersonFactory(given_name="Guest", family_name="Aalto")
    RoleHoldingFactory(person=guest, organisation=page_of_bexley, role="academy_staff", is_public=True)

    answer = client.get("/o/bexley/")

    team = [(member.name.split()[0], member.job) for member in answer.context["content"].team]
    assert team == [("Guest", "Academy staff"), ("Agreed", "Job of Agreed")]
    assert [name in text_of(answer) for name in ("The team", "Agreed", "Silent", "Ended", "Coach")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_academy_that_says_nothing_yet_has_its_name_only(client, bristol):
    text = text_of(client.get("/o/bristol/"))

    assert ("<h1" in text, "Bristol Academy" in text, 'role="img"' in text) == (True, True, False)
    assert "The team" not in text


def test_organisation_without_an_academy_or_ended_has_no_page(client, bristol, bexley):
    bristol.academy_name = ""
    bristol.save()
    bexley.ends_on = date(2026, 2, 28)
    bexley.save()

    with time_machine.travel("2026-03-01 12:00 +0000"):
        after = [client.get(f"/o/{slug}/").status_code for slug in ("bristol", "bexley", "nowhere")]
    with time_machine.travel("2026-02-28 12:00 +0000"):
        on_its_last_day = client.get("/o/bexley/").status_code

    assert (after, on_its_last_day) == ([404, 404, 404], 200)


@pytest.mark.parametrize("count", [1, 3])
def test_public_page_takes_the_same_queries_however_much_it_says(
    count, client, page_of_bexley, django_assert_num_queries
):
    for number in range(count):
        OrganisationLinkFactory(organisation=page_of_bexley, order=number)
        PartnershipMemberFactory(partnership=page_of_bexley)
        holder_of("academy_staff", page_of_bexley, is_public=True)

    with django_assert_num_queries(5):
        answer = client.get("/o/bexley/")

    assert len(answer.context["content"].partners) == count
