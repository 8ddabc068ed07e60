"""An academy lead adds a partner agency with its first keeper, who signs in on a phone and keeps it; a team moves."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.test_invitation import PASSWORD, link_in_mail
from tests.browser.test_keeping import fill, press, says
from tests.browser.visitor import Visitor

MARTA = "marta.vane@harbour.example"


def add(lead: Visitor) -> None:
    """A partner agency and who keeps it first; an answer that is missing is asked for, and nothing typed is lost."""
    lead.go("/settings/")
    lead.judge()
    press(lead, "This organisation and whom it works with")
    lead.judge()
    press(lead, "Add an organisation")
    lead.judge()
    fill(lead, name="Harbour Advocacy", short_name="Harbour", given_name="Marta", family_name="Vane")
    lead.page.get_by_label("Partner agency").check()
    lead.page.get_by_label("System administrator").check()
    press(lead, "Add it and invite her")
    says(lead, "Write an answer to “Work e-mail address”.")
    fill(lead, work_email=MARTA)
    press(lead, "Add it and invite her")
    says(lead, "The organisation is added, and the invitation is on its way.")
    expect(lead.page.get_by_text("Marta Vane")).to_be_visible()
    lead.picture("settings-organisations-desktop", whole=True)


def test_partner_agency_is_added_with_its_first_keeper_who_keeps_it_from_then_on(opens: Opens) -> None:
    lead = opens()
    lead.sign_in("lead")
    add(lead)
    lead.page.get_by_role("link", name="Send again or name another for Harbour Advocacy").click()
    lead.judge()
    assert lead.page.locator("[name=work_email]").input_value() == MARTA
    press(lead, "Send the invitation")
    says(lead, "The invitation is on its way.")

    marta = opens("phone")
    join(marta)
    keep(marta)

    lead.go("/settings/organisations/")
    expect(lead.page.get_by_text("Harbour")).to_have_count(0)
    expect(lead.page.get_by_role("link", name=re.compile("Send again"))).to_have_count(0)
    lead.judge()


def join(marta: Visitor) -> None:
    """By the link in the second mail; the first one works no more."""
    marta.go(link_in_mail(marta.portal, MARTA, number=2))
    expect(marta.page.get_by_text("Naomi Thackeray invites you")).to_be_visible()
    marta.judge()
    marta.page.get_by_label("Choose a password").fill(PASSWORD)
    press(marta, "Open my account")
    expect(marta.page.get_by_role("heading", level=1)).to_contain_text("Marta")
    marta.judge()


def keep(marta: Visitor) -> None:
    """She adds a service, corrects the name with a note, and reaches nobody of the council that added it."""
    marta.go("/settings/")
    expect(marta.page.get_by_text("Harbour Advocacy").first).to_be_visible()
    marta.judge()
    marta.go("/settings/services/add/")
    fill(marta, name="Advocacy")
    marta.page.get_by_label("Adults").check()
    press(marta, "Save")
    says(marta, "The service is added.")
    marta.go("/settings/organisations/")
    expect(marta.page.get_by_role("link", name="Add an organisation")).to_have_count(0)
    press(marta, "Change")
    fill(marta, name="Harbour and Quay Advocacy", note="Merged with Quay")
    marta.judge()
    press(marta, "Save the change")
    says(marta, "Harbour and Quay Advocacy")
    marta.go("/people/")
    expect(marta.page.get_by_text("Naomi Thackeray")).to_have_count(0)
    marta.judge()


def test_team_moves_to_another_service_and_its_people_with_it(opens: Opens) -> None:
    hr = opens()
    hr.sign_in("hr")
    hr.go("/settings/places/")
    hr.judge()
    row = hr.page.get_by_role("row").filter(has_text="Fostering")
    row.get_by_role("link", name=re.compile("Move")).click()
    hr.judge()
    hr.page.get_by_label("Adult Social Care").check()
    fill(hr, from_on="1 January 2027", note="New structure")
    press(hr, "Move the team")
    says(hr, "The team moves on that day.")
    rows = hr.page.get_by_role("row").filter(has_text="Fostering")
    expect(rows).to_have_count(2)
    expect(rows.filter(has_text="until 31 December 2026")).to_have_count(1)
    expect(rows.filter(has_text="From 1 January 2027")).to_have_count(1)


def test_pages_of_organisations_are_sound_on_every_screen(opens: Opens) -> None:
    for screen in ("phone", "narrow"):
        lead = opens(screen)
        lead.sign_in("lead-bexley")
        for path in ("organisations/", "organisations/add/", "places/"):
            lead.go(f"/settings/{path}")
            lead.judge()
