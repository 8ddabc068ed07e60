"""A browser that gets its pages from memory: our templates, the built files, and answers each test sets."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

ORIGIN = "http://localhost:8999"  # never reached: every request is answered from memory
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", "": "text/html"}
Answer = Callable[[Request], tuple[int, dict[str, Any]]]


@dataclass
class PretendPortal:
    """What the browser believes to be the portal."""

    context: BrowserContext
    pages: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    sent: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    is_reached: bool = True

    def open(self, path: str) -> Page:
        """A new tab on a page."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.goto(ORIGIN + path)
        return page

    def respond(self, route: Route) -> None:
        """One request: static files from the working tree, pages and answers from the test."""
        request, path = route.request, urlsplit(route.request.url).path
        if path.startswith("/static/"):
            file = Path(settings.STATICFILES_DIRS[0]) / path.removeprefix("/static/")
            route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix])
        elif not self.is_reached:
            route.abort("internetdisconnected")
        elif request.method == "POST":
            self.sent.append((path, parse_qs(request.post_data or "", keep_blank_values=True)))
            status, body = self.answers[path](request)
            route.fulfill(status=status, body=json.dumps(body), content_type="application/json")
        else:
            route.fulfill(body=self.pages[path], content_type="text/html; charset=utf-8")


@pytest.fixture
def pretend(chromium: Browser) -> Iterator[PretendPortal]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    pretend = PretendPortal(context)
    context.route("**/*", pretend.respond)
    yield pretend
    context.close()
    assert pretend.problems == []
