"""Another pathway chosen on a phone, agreed by her manager on both grounds; and the academy adds a sitting."""

import re

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

AMHP = "Approved Mental Health Professional"
NEXT_YEAR = timezone.localdate().year + 1


def test_pathway_is_changed_on_a_phone_and_agreed_in_the_worklist(opens: Opens) -> None:
    amara, helen = opens("phone"), opens("desktop")
    amara.sign_in("practitioner")
    helen.sign_in("manager")
    _choose(amara)
    _agree(helen)
    amara.go("/pathways/choices/")
    rows = amara.page.get_by_role("row")
    expect(rows.filter(has_text=AMHP).get_by_text("Agreed")).to_be_visible()
    expect(rows.filter(has_text="Best Interests Assessor").get_by_text("Changed for another")).to_be_visible()
    amara.judge()


def _choose(amara: Visitor) -> None:
    amara.go("/pathways/choose/")
    expect(amara.page.get_by_text("Your pathway is agreed.")).to_be_visible()
    amara.judge()
    amara.page.get_by_role("link", name=f"Read and choose {AMHP}").click()
    amara.judge()
    amara.page.get_by_role("button", name="Ask my manager to agree").click()
    expect(amara.page.get_by_role("heading", name="There is a problem")).to_be_visible()
    amara.judge()
    amara.page.get_by_label("How are you ready for it").fill("Two years of duty work beside our AMHPs.")
    amara.page.get_by_role("button", name="Ask my manager to agree").click()
    expect(amara.page.get_by_text("with Helen Prosser since today")).to_be_visible()
    amara.judge()


def _agree(helen: Visitor) -> None:
    helen.go("/")
    item = helen.page.get_by_role("listitem").filter(has_text=re.compile(f"Amara Osei has chosen: {AMHP}"))
    item.get_by_role("button", name="Read and decide").click()
    expect(helen.page.get_by_text("Two years of duty work beside our AMHPs.")).to_be_visible()
    helen.judge()
    helen.page.get_by_role("button", name="Agree").click()
    helen.page.get_by_label("How does it fit the service area?").fill("The locality needs its own duty AMHP.")
    helen.page.get_by_role("button", name="Agree to this pathway").click()
    expect(helen.page.get_by_role("link", name="Say what need of the service it meets.")).to_be_visible()
    helen.judge()
    helen.page.get_by_label("What need of the service does it meet?").fill("Two AMHPs retire next year.")
    helen.page.get_by_role("button", name="Agree to this pathway").click()
    expect(helen.page.get_by_text("Agreed. She is told.")).to_be_visible()


def test_academy_adds_a_sitting_that_everybody_sees(opens: Opens) -> None:
    naomi = opens("desktop")
    naomi.sign_in("lead")
    naomi.go("/settings/sittings/")
    naomi.judge()
    naomi.page.get_by_role("button", name="Add a sitting").click()
    naomi.page.get_by_label("Progression panel").check()
    naomi.page.get_by_label("When does the panel meet?").fill(f"25 December {NEXT_YEAR}")
    naomi.page.get_by_label("Last day to hand in").fill(f"20 October {NEXT_YEAR}")
    naomi.page.get_by_label("Last day for the manager’s endorsement").fill(f"13 October {NEXT_YEAR}")
    naomi.judge()
    naomi.page.get_by_role("button", name="Keep this sitting").click()
    expect(naomi.page.get_by_text(f"The panel meets on 25 December {NEXT_YEAR}")).to_be_visible()
    naomi.go("/pathways/sittings/")
    expect(naomi.page.get_by_role("cell", name=f"25 December {NEXT_YEAR}")).to_be_visible()
    naomi.judge()
