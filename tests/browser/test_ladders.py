"""A support worker's road to qualifying, a child-care worker at level 1, and a ladder nobody here has heard of: it is
refused, mended, seen as staff will see it and published, while an older journey stays under the rules it began with.
"""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

LADDER = """organisation: herefordshire
ladder: adults
code: "1"
valid_from: {first}
title: Working with adults
service_kind: adults
source: The council's own career policy
length_of_service: forbidden
rungs:
- {{code: one, title: Social worker, grade: social-worker, benchmark: Practises with support from a team.}}
- {{code: two, title: Team manager, grade: team-manager, benchmark: Leads a team day to day.}}
steps:
- code: up
  from: one
  to: {upper}
  mechanisms: [panel]
  how: By panel, twice a year
  requires:
  - {{code: registered, requires: {{registration: swe, what: Registered}}}}
  pathways: [hospital]
pathways:
- code: hospital
  title: Hospital social work
  stages:
  - {{code: module, title: Module on discharge, requires: {{award: hospital-discharge}}}}
"""


def test_support_worker_sees_her_road_to_qualifying(opens: Opens) -> None:
    gary = opens("phone")
    gary.sign_in("support-bexley")
    gary.go("/pathways/")
    expect(gary.page.locator(".app-map--tall")).to_contain_text("Support worker")
    gary.judge()
    gary.page.get_by_role("button", name="Why not yet?").click()
    expect(gary.page.get_by_role("heading", level=1)).to_contain_text("Social work apprentice")
    expect(gary.page.get_by_text("A level 3 qualification", exact=True).first).to_be_visible()
    gary.judge()


def test_lead_sees_what_a_child_care_worker_at_level_one_goes_towards(opens: Opens) -> None:
    lead = opens()
    lead.sign_in("lead")
    lead.go("/pathways/people/")
    rung = lead.page.get_by_label("Stands on")
    children = rung.locator("option", has_text="children").filter(has_text="level 1").first
    rung.select_option(value=children.get_attribute("value"))
    lead.page.get_by_role("button", name="Filter").click()
    lead.page.locator("tbody a").first.click()
    expect(lead.page.get_by_role("heading", level=1)).to_contain_text("Why not yet? BG10 level 1 to BG10 level 2")
    for way in ("MSc Certificate", "PG Certificate", "PEPS stage 1"):
        expect(lead.page.get_by_text(way).first).to_be_visible()
    lead.judge()


def test_new_ladder_is_refused_mended_seen_and_published_and_an_old_journey_keeps_its_rules(opens: Opens) -> None:
    first = (timezone.localdate() + timedelta(days=1)).isoformat()
    lead = opens()
    lead.sign_in("lead-hfds")
    lead.go("/settings/policies/ladders/")
    lead.page.get_by_role("button", name="Write the next version").click()
    lead.page.get_by_label("A file with it").set_input_files(
        {
            "name": "adults.yaml",
            "mimeType": "application/yaml",
            "buffer": LADDER.format(first=first, upper="three").encode(),
        }
    )
    lead.page.get_by_role("button", name="Check it").click()
    mistakes = lead.page.get_by_role("region", name="Lines with mistakes")
    expect(mistakes).to_contain_text("there is no rung three. Rungs of this ladder are one, two.")
    lead.judge()
    lead.page.get_by_label("Or the text itself").fill(LADDER.format(first=first, upper="two"))
    lead.page.get_by_role("button", name="Check it").click()
    expect(lead.page.get_by_text("The text is in order.")).to_be_visible()
    expect(lead.page.locator(".app-map--wide")).to_contain_text("Hospital social work")
    lead.judge()
    lead.page.get_by_role("button", name="Publish it from").click()
    expect(lead.page.get_by_text("It is published, and holds from its first day.")).to_be_visible()
    _older_journey(opens())


def _older_journey(helen: Visitor) -> None:
    helen.sign_in("manager")
    helen.go("/pathways/people/?q=Breakwell")
    helen.page.get_by_role("link", name="Tom Breakwell").click()
    expect(helen.page.get_by_text("edition 2017").first).to_be_visible()
    helen.judge()
