"""With a keyboard alone: sign in, find the year, write, keep and share; the focus is always to be seen."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.portal import PASSWORD
from tests.browser.visitor import Visitor

MOST_STEPS = 90
# Where the focus is; whether it is drawn, in the yellow or as an outline; whether something covers it or it is outside.
FOCUS = """() => {
  const element = document.activeElement
  const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : null
  const marked = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) ||
    [style.backgroundColor, style.boxShadow].some((each) => each.includes('255, 221, 0'))
  const places = [[element, null], [element, '::before'], [label, '::before']].filter(([node]) => node)
  const drawn = places.some(([node, part]) => marked(getComputedStyle(node, part)))
  const chosen = element.matches('[type=radio], [type=checkbox]')
  const box = (chosen && label ? label : element).getBoundingClientRect()
  const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 12))
  const covered = !(top && (element.contains(top) || top.contains(element) || label?.contains(top)))
  const words = [label?.innerText, element.innerText, element.getAttribute('aria-label')].filter(Boolean)[0] ?? ''
  return { words: words.trim(), tag: element.tagName, drawn, covered }
}"""


class Keyboard:
    """Moves by Tab as somebody without a mouse does, and looks at every stop."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.page = visitor.page

    def to(self, words: str) -> None:
        """Tab until the control with these words has the focus."""
        for _ in range(MOST_STEPS):
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate(FOCUS)
            assert stop["drawn"], f"{self.page.url}: the focus on {stop} is not to be seen"
            assert not stop["covered"], f"{self.page.url}: something covers {stop}"
            if stop["words"].startswith(words):
                return
        raise AssertionError(f"{self.page.url}: no Tab leads to {words}")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)


def test_keyboard_alone_writes_keeps_and_shares_an_entry(opens: Opens) -> None:
    yasmin = opens()
    keyboard = Keyboard(yasmin)
    yasmin.go("/accounts/login/")
    keyboard.to("E-mail address")
    keyboard.type("assessor@demo.example")
    keyboard.to("Password")
    keyboard.type(PASSWORD)
    keyboard.press("Enter")
    expect(yasmin.page).to_have_url(f"{yasmin.portal.url}/")
    keyboard.to("My year")
    keyboard.press("Enter")
    expect(yasmin.page.get_by_role("heading", name="My year")).to_be_visible()
    keyboard.to("Write an entry")
    keyboard.press("Space")
    expect(yasmin.page.get_by_role("heading", name="Write an entry")).to_be_visible()
    _write(keyboard)
    expect(yasmin.page.get_by_role("heading", name="By keyboard alone")).to_be_visible()
    yasmin.judge()
    keyboard.to("Share it")
    keyboard.press("Space")
    expect(yasmin.page.get_by_role("heading", name="Share this entry")).to_be_visible()
    keyboard.to("Sam Ekwueme")
    keyboard.press("Space")
    keyboard.to("Share this entry")
    keyboard.press("Enter")
    expect(yasmin.page.get_by_text("Reads it as it stands.")).to_be_visible()


def _write(keyboard: Keyboard) -> None:
    keyboard.to("Work with a person or family")
    keyboard.press("ArrowRight")
    expect(keyboard.page.get_by_label("Talk with a colleague")).to_be_checked()
    keyboard.to("Title")
    keyboard.type("By keyboard alone")
    keyboard.to("Learnt mostly")
    keyboard.type("From")
    keyboard.to("What happened")
    keyboard.type("We talked the visit through before it, not after it.")
    keyboard.to("What did you learn?")
    keyboard.type("That I rehearse only what I fear.")
    keyboard.to("PCF")
    keyboard.press("Space")
    expect(keyboard.page.locator("[name=statements]:checked")).to_have_count(1)
    keyboard.visitor.judge()
    keyboard.to("Keep this entry")
    keyboard.press("Enter")
