"""What the ASYE is here, and an adults' and a children's policy side by side."""

from typing import Any

import pytest
from django.test import Client

from academy.engines.reference.reading import read, sources_of
from asye.models import AsyePolicy
from asye.reference.asye_policies import POLICIES
from asye.selectors.programmes import told
from tests.factories.asye import AsyePolicyFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import ServiceFactory, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


def loaded(key: str, organisation=None) -> AsyePolicy:
    """A policy that comes with the portal, as a row."""
    files: list[Any] = [read(source).parsed for source in sources_of(POLICIES)]
    file = next(each for each in files if each.key == key)
    said = file.model_dump(mode="json", exclude_none=True)
    its = {"programme": file.programme, "service": file.service, "title": file.title, "code": file.code}
    return AsyePolicyFactory(organisation=organisation, content=said, valid_from=file.valid_from, **its)


def test_adults_and_childrens_programmes_are_read_side_by_side():
    here = OrganisationFactory()
    adults, children = loaded("all/asye-adults/2025"), loaded("herefordshire/asye-children/2025", here)
    loaded("bristol/asye-adults/2025", OrganisationFactory())
    coming = loaded("all/ecdp-children/2027")
    client = browser(staff_of(here))

    alone = client.get("/asye/programmes/")
    assert [policy.pk for policy in alone.context["offered"]] == [children.pk, adults.pk, coming.pk]
    assert "Development groups with peers: every 2 weeks" in words(alone)
    beside = client.get("/asye/programmes/", {"one": adults.pk, "other": children.pk})
    said = words(beside)
    assert "Nine-month review, after 9 months; held where it is needed" in said
    assert [pair.name for pair in beside.context["compared"].differing][:3] == [
        "Seen before it starts",
        "Reasons for a pause",
        "Who agrees to a pause or an extension",
    ]
    assert '<th colspan="3" scope="colgroup">Quality assurance</th>' in said
    assert "Mandatory: the partnership looks at 10% of the years" in said
    assert '<h2 class="govuk-heading-s">Evidence and assessment</h2>' in words(alone)
    assert '<a class="govuk-link" href="mailto:social-care-academy@herefordshire.example">' in words(alone)
    assert '<a class="govuk-link" href="/contact/">Ask the academy about the programme</a>' in said
    table, folded = said.split("</table>")
    assert ("Time since qualifying" in table, "Length" in table, "Evidence" in table) == (False, False, True)
    alike = beside.context["compared"].alike
    assert f">What both say: {len(alike)} lines</span>" in folded
    assert [each.name for each in alike][:2] == ["Length", "Time since qualifying"]
    assert all(f"<dt>{each.name}</dt>" in folded for each in alike)
    same = client.get("/asye/programmes/", {"one": adults.pk, "other": adults.pk})
    assert same.context["other"] is None


def test_two_programmes_that_say_the_same_are_told_so_and_folded_whole():
    here = OrganisationFactory()
    adults, copied = loaded("all/asye-adults/2025"), loaded("all/asye-adults/2025", here)

    page = browser(staff_of(here)).get("/asye/programmes/", {"one": adults.pk, "other": copied.pk})

    assert (page.context["compared"].differing, len(page.context["compared"].alike)) == (
        [],
        len(told(adults, on=adults.valid_from).lines),
    )
    assert ("Both say the same." in words(page), "<table" in words(page)) == (True, False)


def test_without_a_published_programme_the_page_says_so():
    assert "No programme is published yet." in words(browser(staff_of(OrganisationFactory())).get("/asye/programmes/"))


def test_everybody_reads_what_the_first_year_is_and_where_to_write_to():
    here = OrganisationFactory(academy_name="Social Care Academy", slug="herefordshire")
    for kind in ("children", "adults"):
        ServiceFactory(organisation=here, kind=kind)
    own, adults = loaded("herefordshire/asye-children/2025", here), loaded("all/asye-adults/2025")
    loaded("all/asye-children/2025")
    loaded("all/ecdp-children/2027")

    page = Client().get("/o/herefordshire/asye/")
    assert [each.policy.pk for each in page.context["programmes"]] == [adults.pk, own.pk]
    told = words(page)
    assert "A 52-week structured programme in the first year of practice, in three elements" in told
    assert '<a class="govuk-link" href="mailto:social-care-academy@herefordshire.example">' in told
    assert "critical reflective supervision" in told
    assert ("What follows" in told, "£1,000" in told) == (False, False)
    assert 'href="/o/herefordshire/asye/"' in words(Client().get("/o/herefordshire/"))


def test_organisation_that_publishes_nothing_says_so_and_one_without_an_academy_has_no_page():
    OrganisationFactory(academy_name="Academy", slug="quiet")
    OrganisationFactory(academy_name="", slug="none")
    assert "Nothing is published yet." in words(Client().get("/o/quiet/asye/"))
    assert Client().get("/o/none/asye/").status_code == 404
