"""A portfolio is opened again: a gap, signatures, sent back with reasons, handed in anew, and what changed."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

TITLE = "Interpersonal skills course"
SHARED = "Three teams ask the same two questions now."
MORE = "In spring we count how many people had to ring us twice."
REASON = "Say how you will know whether it changed anything."


def test_portfolio_is_sent_back_with_reasons_and_handed_in_anew(opens: Opens) -> None:
    hers, helens = opens("phone"), opens("desktop")
    hers.sign_in("nqsw")
    helens.sign_in("manager")
    _open_again(hers)
    _write(hers, SHARED)
    _gap(hers)
    _ask(hers)
    _send_back(helens)
    _answer(hers)
    _ask(hers)
    _sign(helens)
    _hand_in(hers)


def _open_again(hers: Visitor) -> None:
    hers.go("/portfolio/")
    hers.page.get_by_role("link", name=TITLE).first.click()
    hers.page.get_by_role("link", name="Open it again").click()
    hers.page.get_by_label("Why do you open it again?").fill("A third team has taken it up.")
    hers.judge()
    hers.page.get_by_role("button", name="Open it again").click()
    expect(hers.page.get_by_text("It is open again.")).to_be_visible()


def _write(hers: Visitor, text: str) -> None:
    hers.page.get_by_role("link", name="How I share what I learnt", exact=True).click()
    hers.page.get_by_label("Your text").fill(text)
    hers.page.get_by_role("button", name="Save", exact=True).click()


def _gap(hers: Visitor) -> None:
    """What is not ready is named before anybody signs, and leads to where it is mended."""
    hers.page.get_by_role("link", name=TITLE).first.click()
    here = hers.page.url.removeprefix(hers.portal.url)
    hers.go(f"{here}have-signed/")
    hers.judge()
    hers.page.get_by_role("link", name="“How I share what I learnt” is not marked as ready.").click()
    hers.page.get_by_role("button", name="Mark this section as ready").click()
    hers.go(here)


def _ask(hers: Visitor) -> None:
    hers.go(f"{hers.page.url.removeprefix(hers.portal.url)}have-signed/")
    hers.page.get_by_label("Find somebody else who verifies, by name").fill("Prosser")
    hers.page.get_by_role("button", name="Find").click()
    hers.page.get_by_label("Helen Prosser").check()
    for box in hers.page.get_by_role("checkbox").all():
        box.check()
    hers.judge()
    hers.page.get_by_role("button", name="Sign and pass it on").click()
    expect(hers.page.get_by_text("waits for Helen Prosser")).to_be_visible()
    hers.judge()


def _read(helens: Visitor) -> None:
    helens.go("/")
    item = helens.page.get_by_role("listitem").filter(has_text="Read and sign the portfolio of")
    item.get_by_role("button", name="Read and sign").click()
    expect(helens.page.get_by_role("heading", name="Read and sign")).to_be_visible()
    helens.judge()


def _send_back(helens: Visitor) -> None:
    _read(helens)
    helens.page.get_by_label("What should change in “How I share what I learnt”?").fill(REASON)
    helens.page.get_by_role("button", name="Send it back with these reasons").click()
    expect(helens.page.get_by_text("Sent back with your reasons.")).to_be_visible()


def _answer(hers: Visitor) -> None:
    """The reason stands beside what she changes."""
    hers.page.reload()
    here = hers.page.url.removeprefix(hers.portal.url)
    hers.judge()
    hers.page.get_by_role("link", name="How I share what I learnt", exact=True).click()
    expect(hers.page.get_by_text(REASON)).to_be_visible()
    hers.page.get_by_label("Your text").fill(f"{SHARED} {MORE}")
    hers.page.get_by_role("button", name="Save", exact=True).click()
    hers.page.get_by_role("button", name="Mark this section as ready").click()
    hers.go(here)


def _sign(helens: Visitor) -> None:
    _read(helens)
    helens.page.get_by_label("What do you want to say beside your name?").fill("I have seen it.")
    helens.page.get_by_role("button", name="Sign it", exact=True).click()
    expect(helens.page.get_by_text("Signed.")).to_be_visible()


def _hand_in(hers: Visitor) -> None:
    """The receipt, and what changed since the version before, in words."""
    hers.page.reload()
    hers.page.get_by_role("button", name="Hand it in").click()
    hers.judge()
    hers.page.get_by_role("button", name="Hand it in").click()
    expect(hers.page.get_by_text("Handed in. This page is your receipt.")).to_be_visible()
    expect(hers.page.get_by_text("Fingerprint")).to_be_visible()
    hers.judge()
    hers.page.get_by_role("link", name="what changed between version 2 and this one").click()
    expect(hers.page.locator("ins").filter(has_text="Three teams")).to_be_visible()
    expect(hers.page.locator("del").filter(has_text="telephone call")).to_be_visible()
    hers.judge()
