"""The portal as it is met elsewhere: without script, with large text, in forced colours, on paper."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

PAGES = ["/", "/cpd/", "/cpd/shared/", "/people/", "/people/me/", "/people/me/reads/", "/people/me/account/", "/inbox/"]
ABOUT = ["/frameworks/", "/frameworks/pcf/", "/help/", "/accessibility/", "/contact/", "/cpd/new/"]
# Elements whose own words are wider than the box that cuts them off. What is hidden from eyes on purpose is left out.
CUT_OFF = """() => {
  const hidden = '.govuk-visually-hidden, svg, [hidden], .app-table--cards > thead, input, select, textarea'
  return [...document.querySelectorAll('main *, header *, nav *')].filter((element) => {
    if (element.closest(hidden) || getComputedStyle(element).overflowX === 'visible') return false
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
  }).map((element) => element.outerHTML.slice(0, 120))
}"""
# Words drawn in the colour of what is behind them.
UNSEEN = """() => {
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor
      if (!colour.endsWith(', 0)') && colour !== 'transparent') return colour
    }
    return 'rgb(255, 255, 255)'
  }
  return [...document.querySelectorAll('body *')].filter((element) => {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
    if (!words || !element.checkVisibility()) return false
    if (element.closest('svg, .govuk-visually-hidden, .govuk-skip-link')) return false
    return getComputedStyle(element).color === behind(element)
  }).map((element) => element.outerHTML.slice(0, 120))
}"""


def found(visitor: Visitor, script: str) -> list[str]:
    lines: list[str] = visitor.page.evaluate(script)
    return [f"{visitor.page.url}: {line}" for line in lines]


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_every_page_works_without_script(opens: Opens, screen: str) -> None:
    megan = opens(screen, script=False)
    megan.sign_in("nqsw-hfds")
    for path in (*PAGES, *ABOUT):
        megan.go(path)
        expect(megan.page.get_by_role("heading", level=1)).to_be_visible()
        expect(megan.page.get_by_role("navigation", name="Menu").get_by_role("link", name="My year")).to_be_visible()
        expect(megan.page.get_by_role("button", name="Stay signed in")).to_have_count(0)
        assert megan.complaints == []
    megan.page.get_by_role("navigation", name="Menu").get_by_role("link", name="People").click()
    megan.page.get_by_label("Name", exact=True).fill("Owain Gittoes")
    megan.page.get_by_role("button", name="Find").click()
    megan.page.get_by_role("link", name="Owain Gittoes", exact=True).click()
    expect(megan.page.get_by_role("heading", name="Owain Gittoes")).to_be_visible()


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_text_of_twice_the_size_is_neither_cut_off_nor_sideways(opens_large: Opens, screen: str) -> None:
    megan = opens_large(screen)
    megan.sign_in("nqsw-hfds")
    assert megan.page.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "32px"
    for path in (*PAGES, "/cpd/new/", "/frameworks/pcf/"):
        megan.go(path)
        assert (megan.page.url, megan.sideways(), found(megan, CUT_OFF)) == (megan.page.url, 0, [])


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"media": "print"}])
def test_home_and_writing_are_readable(opens: Opens, media: dict[str, Any]) -> None:
    megan = opens()
    megan.sign_in("nqsw-hfds")
    megan.page.emulate_media(**media)
    for path in ("/", "/cpd/", "/cpd/new/", "/people/me/"):
        megan.go(path)
        expect(megan.page.get_by_role("heading", level=1)).to_be_visible()
        assert found(megan, UNSEEN) == []


def test_paper_carries_what_was_written_and_no_buttons(opens: Opens) -> None:
    megan = opens()
    megan.sign_in("nqsw-hfds")
    megan.page.emulate_media(media="print")
    megan.go("/cpd/")
    expect(megan.page.get_by_role("link", name="Saying goodbye properly")).to_be_visible()
    expect(megan.page.get_by_role("button", name="Write an entry")).to_be_hidden()
    expect(megan.page.get_by_role("navigation", name="Menu")).to_be_hidden()
