"""Every component in a browser: nothing for axe to find, nothing scrolls sideways, error links lead somewhere."""

import pytest
from django.test import RequestFactory

from tests.browser.ui.conftest import PretendPortal
from tests.browser.visitor import violations
from tests.unit.ui.drawing import gallery as gallery_page

SMALLEST_TEXT = 10


@pytest.fixture
def gallery(pretend: PretendPortal) -> PretendPortal:
    wrong = {"born_on_day": "31", "born_on_month": "x"}
    pretend.pages["/gallery/"] = gallery_page(RequestFactory().get("/gallery/"))
    pretend.pages["/wrong/"] = gallery_page(RequestFactory().post("/gallery/", wrong))
    return pretend


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280])
@pytest.mark.parametrize("path", ["/gallery/", "/wrong/"])
def test_gallery_at_any_width_has_no_violation_and_no_sideways_scroll(
    gallery: PretendPortal, path: str, width: int
) -> None:
    page = gallery.open(path)
    page.set_viewport_size({"width": width, "height": 900})
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert (violations(page), wider) == ([], 0)


def test_gallery_error_links_lead_to_a_control(gallery: PretendPortal) -> None:
    page = gallery.open("/wrong/")
    links = page.eval_on_selector_all(".govuk-error-summary a", "links => links.map(link => link.hash.slice(1))")
    tags = page.evaluate("ids => ids.map(id => document.getElementById(id)?.name)", links)
    assert list(zip(links, tags, strict=True)) == [
        ("id_kind", "kind"),
        ("id_title", "title"),
        ("id_on", "on"),
        ("id_born_on_month", "born_on_month"),
        ("id_mix", "mix"),
        ("id_sure", "sure"),
    ]


def test_gallery_error_summary_takes_the_focus(gallery: PretendPortal) -> None:
    page = gallery.open("/wrong/")
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"


def test_gallery_charts_on_a_phone_have_text_of_ten_pixels_or_more(gallery: PretendPortal) -> None:
    page = gallery.open("/gallery/")
    page.set_viewport_size({"width": 390, "height": 800})
    sizes = page.eval_on_selector_all(
        ".app-chart text",
        "texts => texts.map(t => parseFloat(getComputedStyle(t).fontSize) * t.ownerSVGElement.getScreenCTM().a)",
    )
    assert min(sizes) >= SMALLEST_TEXT
