from datetime import date

import pytest
import time_machine

from tests.factories.people import AcademyPageFactory, OrganisationLinkFactory, PartnershipMemberFactory


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


def test_academy_that_says_nothing_yet_has_its_name_only(client, bristol):
    text = text_of(client.get("/o/bristol/"))

    assert ("<h1" in text, "Bristol Academy" in text, 'role="img"' in text) == (True, True, False)


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

    with django_assert_num_queries(3):
        answer = client.get("/o/bexley/")

    assert len(answer.context["content"].partners) == count
