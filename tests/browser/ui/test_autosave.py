"""A form that saves itself: what is sent, what is kept on the device, what the writer is told."""

import pytest
from django.template import engines
from playwright.sync_api import Page, expect

from tests.browser.ui.conftest import ORIGIN, PretendPortal

FORM = """{% extends "layouts/page.html" %}{% block body %}
<form method="post" action="/kept/" data-autosave-url="/drafts/7/" data-autosave-revision="3">
<input type="hidden" name="csrfmiddlewaretoken" value="abc"><input type="hidden" name="revision" value="3">
<label for="t">Title</label><input id="t" name="title" value="Old">
<label for="w">What</label><textarea id="w" name="what"></textarea>
<input type="checkbox" id="c1" name="st" value="p6" aria-label="six">
<input type="checkbox" id="c2" name="st" value="p4" aria-label="four">
<input type="hidden" name="tab" value="{{ tab }}"><button>Keep</button></form>
<p class="app-saved" role="status"><strong>Draft</strong></p>{% endblock %}"""


def drawn(owner: str = "amara", source: str = FORM, *, tab: str = "") -> str:
    known = {"title": "Write", "owner_token": owner, "tab": tab}
    return str(engines["django"].from_string(source).render(known))


@pytest.fixture
def writing(pretend: PretendPortal) -> Page:
    pretend.pages["/write/"] = drawn()
    pretend.pages["/elsewhere/"] = drawn(source='{% extends "layouts/page.html" %}')
    pretend.answers["/drafts/7/"] = lambda request: (200, {"revision": 4, "saved_at_text": "10:34"})
    return pretend.open("/write/")


def kept_copies(page: Page) -> list[str]:
    copies: list[str] = page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('portal.words'))")
    return copies


def test_autosave_pause_in_typing_sends_words_and_says_saved(pretend: PretendPortal, writing: Page) -> None:
    writing.fill("#w", "I was asked")
    expect(writing.locator(".app-saved strong")).to_have_text("Saved just now", timeout=4000)
    assert pretend.sent == [
        ("/drafts/7/", {"title": ["Old"], "what": ["I was asked"], "tab": [""], "revision": ["3"]}),
    ]
    assert writing.locator("input[name=revision]").input_value() == "4"


def test_autosave_leaving_a_field_sends_at_once_what_is_ticked(pretend: PretendPortal, writing: Page) -> None:
    writing.check("#c2")
    writing.locator("#c2").blur()
    expect(writing.locator(".app-saved strong")).to_have_text("Saved just now", timeout=1000)
    assert pretend.sent == [
        ("/drafts/7/", {"title": ["Old"], "what": [""], "st": ["p4"], "tab": [""], "revision": ["3"]})
    ]


def test_autosave_nothing_written_sends_nothing(pretend: PretendPortal, writing: Page) -> None:
    writing.focus("#w")
    writing.locator("#w").blur()
    writing.wait_for_timeout(2500)
    assert pretend.sent == []


def test_autosave_without_connection_keeps_words_and_says_so(pretend: PretendPortal, writing: Page) -> None:
    pretend.is_reached = False
    writing.fill("#w", "No signal in the lift")
    writing.locator("#w").blur()
    expect(writing.locator(".app-saved strong")).to_have_text("Kept on this device until the connection is back")
    expect(writing.locator("#connection-notice")).to_have_text(
        "There is no connection. You can go on writing: your words are kept on this device until it is back."
    )
    assert kept_copies(writing) == ["portal.words.amara /drafts/7/"]


def test_autosave_connection_back_saves_and_removes_the_copy(pretend: PretendPortal, writing: Page) -> None:
    pretend.is_reached = False
    writing.fill("#w", "No signal in the lift")
    writing.locator("#w").blur()
    expect(writing.locator(".app-saved strong")).to_have_text("Kept on this device until the connection is back")
    pretend.is_reached = True
    writing.evaluate("window.dispatchEvent(new Event('online'))")
    expect(writing.locator(".app-saved strong")).to_have_text("Saved just now")
    assert pretend.sent[-1][1]["what"] == ["No signal in the lift"]
    assert kept_copies(writing) == []


def test_autosave_page_opened_again_restores_and_tells(pretend: PretendPortal, writing: Page) -> None:
    pretend.is_reached = False
    writing.fill("#w", "No signal in the lift")
    writing.check("#c1")
    writing.locator("#w").blur()
    expect(writing.locator(".app-saved strong")).to_have_text("Kept on this device until the connection is back")
    writing.close()
    pretend.is_reached = True
    again = pretend.open("/write/")
    expect(again.locator("#words-notice")).to_have_text(
        "Your last words were kept on this device. They are back in the form."
    )
    assert (again.input_value("#w"), again.is_checked("#c1"), again.is_checked("#c2")) == (
        "No signal in the lift",
        True,
        False,
    )


def test_autosave_other_person_signs_in_removes_the_copy(pretend: PretendPortal, writing: Page) -> None:
    pretend.is_reached = False
    writing.fill("#w", "Mine alone")
    writing.locator("#w").blur()
    expect(writing.locator(".app-saved strong")).to_have_text("Kept on this device until the connection is back")
    writing.close()
    pretend.is_reached = True
    pretend.pages["/write/"] = drawn("tom")
    others = pretend.open("/write/")
    assert (others.input_value("#w"), kept_copies(others), pretend.sent) == ("", [], [])


def test_autosave_words_left_behind_are_saved_from_the_next_page(pretend: PretendPortal, writing: Page) -> None:
    pretend.is_reached = False
    writing.fill("#w", "Left behind")
    writing.locator("#w").blur()
    expect(writing.locator(".app-saved strong")).to_have_text("Kept on this device until the connection is back")
    writing.close()
    pretend.is_reached = True
    page = pretend.open("/elsewhere/")
    expect(page.locator("#words-notice")).to_have_text(
        "Words you wrote without a connection were kept on this device. They are now saved as a draft."
    )
    assert (pretend.sent[-1][1]["what"], kept_copies(page)) == (["Left behind"], [])


def test_autosave_same_words_already_saved_are_not_restored(pretend: PretendPortal, writing: Page) -> None:
    pretend.is_reached = False
    writing.fill("#w", "Arrived after all")
    writing.locator("#w").blur()
    expect(writing.locator(".app-saved strong")).to_have_text("Kept on this device until the connection is back")
    writing.close()
    pretend.is_reached = True
    pretend.pages["/write/"] = drawn(tab="second").replace("</textarea>", "Arrived after all</textarea>")
    again = pretend.open("/write/")
    assert (again.inner_text("#words-notice"), kept_copies(again)) == ("", [])


def test_autosave_boxes_the_page_does_not_show_stay_ticked(pretend: PretendPortal, writing: Page) -> None:
    pretend.is_reached = False
    writing.check("#c1")
    writing.locator("#c1").blur()
    expect(writing.locator(".app-saved strong")).to_have_text("Kept on this device until the connection is back")
    writing.close()
    pretend.is_reached = True
    pretend.pages["/write/"] = drawn().replace('value="p6"', 'value="k5"')
    again = pretend.open("/write/")
    expect(again.locator(".app-saved strong")).to_have_text("Saved just now", timeout=4000)
    assert pretend.sent[-1][1]["st"] == ["p6"]


def test_autosave_refused_shows_the_reason(pretend: PretendPortal, writing: Page) -> None:
    pretend.answers["/drafts/7/"] = lambda request: (413, {"error": "This is more text than can be saved."})
    writing.fill("#w", "Long")
    writing.locator("#w").blur()
    expect(writing.locator(".app-saved strong")).to_have_text("This is more text than can be saved.")


def test_autosave_second_tab_saved_first_stops_and_offers_both_texts(pretend: PretendPortal, writing: Page) -> None:
    pretend.answers["/drafts/7/"] = lambda request: (409, {"compare_url": "/drafts/7/both/"})
    writing.fill("#w", "Second tab")
    writing.locator("#w").blur()
    link = writing.locator("#words-notice a")
    expect(link).to_have_text("See both texts")
    assert link.get_attribute("href") == "/drafts/7/both/"
    writing.fill("#w", "Second tab, more")
    writing.wait_for_timeout(2500)
    assert len(pretend.sent) == 1


@pytest.mark.parametrize("code", [401, 403])
def test_autosave_signed_out_says_so_and_keeps_words_in_the_tab_only(
    pretend: PretendPortal, writing: Page, code: int
) -> None:
    pretend.answers["/drafts/7/"] = lambda request: (code, {})
    writing.fill("#w", "Still here")
    writing.locator("#w").blur()
    expect(writing.locator("#words-notice")).to_have_text(
        "You have been signed out. Your words are kept on this page. Sign in in another tab"
    )
    assert (writing.input_value("#w"), kept_copies(writing)) == ("Still here", [])


def test_autosave_sending_the_form_stops_saving_and_sends_the_newest_token(
    pretend: PretendPortal, writing: Page
) -> None:
    pretend.answers["/kept/"] = lambda request: (200, {})
    pretend.context.add_cookies([{"name": "csrftoken", "value": "newer", "url": ORIGIN}])
    writing.fill("#w", "Done")
    writing.click("button:has-text('Keep')")
    writing.wait_for_url("**/kept/")
    assert [(path, words["csrfmiddlewaretoken"]) for path, words in pretend.sent if path == "/kept/"] == [
        ("/kept/", ["newer"])
    ]


def test_autosave_status_is_a_polite_live_region(writing: Page) -> None:
    assert writing.locator(".app-saved").get_attribute("role") == "status"
    writing.fill("#w", "Typing goes on")
    expect(writing.locator(".app-saved strong")).to_have_text("Saved just now", timeout=4000)
    assert writing.evaluate("document.activeElement.id") == "w"


def test_autosave_notice_does_not_cover_the_field_that_is_written_in(pretend: PretendPortal, writing: Page) -> None:
    writing.evaluate("document.getElementById('w').style.marginBottom = '1500px'")
    writing.focus("#w")
    writing.evaluate("window.scrollTo(0, document.getElementById('w').getBoundingClientRect().top + scrollY)")
    pretend.is_reached = False
    writing.keyboard.type("Under way")
    expect(writing.locator("#connection-notice")).not_to_be_empty(timeout=4000)
    below = writing.evaluate(
        "document.getElementById('w').getBoundingClientRect().top >= "
        "document.querySelector('.app-notices').getBoundingClientRect().bottom - 1"
    )
    assert below is True
