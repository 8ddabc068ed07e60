"""An observation by an outside observer on a phone: two links, no account, and a reflection between them."""

import re

from django.utils import timezone
from playwright.sync_api import expect

from academy.people.rules.spans import in_words
from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor
from tests.integration.config.processes import eventually

GWEN = "gwen.parry@ward.example"
FOCUS = "Who speaks, and for how long."
SEEN = "She asked the daughter to wait, and waited herself."
REFLECTION = "I did not know that I had waited so long."


def link_in_mail(visitor: Visitor, *, number: int) -> str:
    """The address in the newest of so many mails to the observer outside."""
    assert eventually(lambda: len(visitor.portal.mails_to(GWEN)) == number, within=90)
    found = re.search(r"/l/[\w-]+/", visitor.portal.mails_to(GWEN)[-1].get_content())
    assert found is not None
    return found.group()


def ask_gwen(amara: Visitor) -> None:
    """The practitioner plans an observation by somebody outside, and sees it on its page."""
    amara.go("/portfolio/observations/new/")
    expect(amara.page.get_by_label("Helen Prosser")).to_be_visible()
    amara.judge()
    amara.page.get_by_role("link", name="The observer has no account here").click()
    amara.page.get_by_label("Who is to observe?").fill("Gwen Parry")
    amara.page.get_by_label("Their e-mail address").fill(GWEN)
    amara.page.get_by_label("Their registration number").fill("SW20202")
    amara.page.get_by_label("Another registered social worker").check()
    amara.page.get_by_label("A visit").check()
    amara.page.get_by_label("On which day?").fill(in_words(timezone.localdate()))
    amara.page.get_by_label("A name for it in your evidence").fill("Talk before going home")
    amara.page.get_by_label("What should they look at?").fill(FOCUS)
    amara.judge()
    amara.page.get_by_role("button", name="Send them a link").click()
    expect(amara.page.get_by_role("heading", name="Talk before going home")).to_be_visible()
    amara.judge()


def open_small_page(gwen: Visitor, path: str, *, shows: str) -> None:
    """The page behind a link, without script: what it is about is there, and it is light and narrow."""
    gwen.go(path)
    expect(gwen.page.get_by_text(shows)).to_be_visible()
    assert gwen.sideways() == 0
    assert len(gwen.page.content().encode()) < 30_000


def test_outside_observer_writes_and_judges_on_a_phone(opens: Opens) -> None:
    amara, gwen = opens(), opens("phone", script=False)
    amara.sign_in("practitioner")
    ask_gwen(amara)

    first = link_in_mail(amara, number=1)
    open_small_page(gwen, first, shows=FOCUS)
    gwen.page.get_by_label("The people present agreed to my being there").check()
    gwen.page.get_by_label("What did you see?").fill(SEEN)
    gwen.page.get_by_role("button", name="Send what I saw").click()
    expect(gwen.page.get_by_role("heading", name="Thank you")).to_be_visible()
    gwen.go(first)
    expect(gwen.page.get_by_role("heading", name="This link can no longer be used")).to_be_visible()

    amara.page.reload()
    amara.page.get_by_role("link", name="Write your reflection").click()
    expect(amara.page.get_by_text(SEEN)).to_be_visible()
    amara.page.get_by_label("What do you take from it?").fill(REFLECTION)
    amara.judge()
    amara.page.get_by_role("button", name="Send my reflection").click()
    expect(amara.page.get_by_text("Sent. The observer now says what they make of it.")).to_be_visible()

    open_small_page(gwen, link_in_mail(amara, number=2), shows=REFLECTION)
    gwen.page.get_by_label("Shown at this level", exact=True).check()
    gwen.page.get_by_label("Why?").fill("The waiting gave him room.")
    gwen.page.get_by_role("button", name="Send my judgement").click()
    expect(gwen.page.get_by_role("heading", name="Thank you")).to_be_visible()

    amara.page.reload()
    expect(amara.page.get_by_text("The waiting gave him room.")).to_be_visible()
    amara.judge()
    amara.page.get_by_role("link", name="Withdraw this observation").click()
    amara.page.get_by_role("button", name="Withdraw this observation").click()
