"""The gallery and the pages of errors."""

import re

import pytest
from django.template.loader import get_template
from django.test import RequestFactory

from tests.unit.ui.drawing import gallery

MOST_BYTES = 100_000


def test_gallery_get_is_a_whole_page_below_the_limit() -> None:
    page = gallery(RequestFactory().get("/gallery/"))
    titles = re.findall("<title>([^<]*)</title>", page)
    assert (titles, len(page.encode()) < MOST_BYTES) == (["Gallery of components – Social Care Academy"], True)


def test_gallery_post_shows_what_is_wrong() -> None:
    page = gallery(RequestFactory().post("/gallery/", {}))
    assert re.findall("<title>([^<]*)</title>", page) == ["Error: Gallery of components – Social Care Academy"]
    assert len(re.findall(r'<a href="#id_', page)) == 5


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("400", "The portal could not read this"),
        ("403", "You may not do this"),
        ("404", "Page not found"),
        ("429", "Too many tries"),
        ("500", "Something went wrong"),
        ("errors/csrf", "This page was too old to send"),
    ],
)
def test_error_page_is_drawn_without_request_or_database(name: str, heading: str) -> None:
    page = get_template(f"{name}.html").render()
    assert re.findall("<h1[^>]*>([^<]*)</h1>", page) == [heading]
    assert re.findall('<a class="govuk-link" href="/">Go to the home page</a>', page) != []


def test_page_has_no_inline_script_or_style() -> None:
    page = gallery(RequestFactory().get("/gallery/"))
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page) == []
