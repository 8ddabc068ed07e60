"""The summary of moderation is read by who runs the programme; the file for others hides small numbers."""

import pytest

from academy.people.choices import RoleCode
from tests.factories.asye import ModerationFactory, RecommendationFactory
from tests.factories.asye_cohort import supported_year
from tests.factories.identity import OrganisationFactory
from tests.factories.people import TODAY, holder_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE, TABLE = "/asye/cohort/moderation/", "/asye/cohort/moderation.csv"


def test_page_tells_every_number_and_the_file_hides_small_ones():
    here = OrganisationFactory()
    lead, psw = (browser(holder_of(role, here)) for role in (RoleCode.ACADEMY_LEAD, RoleCode.PRINCIPAL_SOCIAL_WORKER))
    assert "You run no year here." in words(lead.get(PAGE))
    assert lead.get(TABLE).content.decode() == "\ufeffAbout,What,Number\r\n"
    year = supported_year(here)
    ModerationFactory(recommendation=RecommendationFactory(enrolment=year), moderated_on=TODAY)
    assert f'href="{PAGE}"' in words(lead.get("/asye/cohort/"))

    page, table = words(lead.get(f"{PAGE}?half=2026-2")), lead.get(f"{TABLE}?half=2026-2&programme=asye-adults")

    assert "ASYE, adults, July to December 2026" in page
    assert "Confirmed <b>1</b>" in page
    assert f'href="{TABLE}?half=2026-2"' in page
    assert "Moderated,Confirmed,hidden\r\n" in table.content.decode()
    assert table["Content-Disposition"] == 'attachment; filename="asye-moderation-2026-2.csv"'
    assert year.person.full_name not in page + table.content.decode()
    assert [psw.get(each).status_code for each in (PAGE, TABLE)] == [403, 403]
