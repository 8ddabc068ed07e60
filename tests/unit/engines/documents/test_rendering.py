import hashlib
from datetime import UTC, datetime

import pytest
from weasyprint.urls import FatalURLFetchingError

from academy.engines.documents.declarations import Asked
from academy.engines.documents.rendering import render, room, template_version
from tests.factories.identity import actor_of
from tests.pdf import Pdf

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def asked():
    return Asked(person_id=1, by=actor_of(), at=AT)


def rendered(kind, tell=lambda per_cent, words: None):
    """The bytes of a letter, and how many pages it has."""
    with room() as target:
        made = render(kind, kind.build(asked()), target, tell=tell)
        return made.content.read(), made.pages


def test_render_makes_a_tagged_pdf_with_language_title_and_author(kind, tmp_path):
    content, pages = rendered(kind)
    pdf = Pdf(tmp_path / "letter.pdf", content)
    assert (pdf.info["Tagged"], pdf.info["Title"], pdf.info["Author"]) == ("yes", "A letter", "Amara Osei")
    assert (pdf.language, pdf.is_accessible, pdf.is_sound) == ("en-GB", True, True)
    assert (pages, pdf.info["Pages"]) == (1, "1")


def test_render_tells_how_far_it_is(kind):
    told = []
    rendered(kind, lambda per_cent, words: told.append((per_cent, words)))
    assert told == [
        (10, "Filling the pages"),
        (20, "Reading the text"),
        (30, "Setting the pages"),
        (80, "Writing the file"),
    ]


def test_render_asks_no_network_and_fails_instead(kind, monkeypatch):
    page = '<html><head><link rel="stylesheet" href="https://elsewhere.example/a.css"></head><body>x</body></html>'
    monkeypatch.setattr("academy.engines.documents.rendering.render_to_string", lambda name, context: page)
    with pytest.raises(FatalURLFetchingError):
        rendered(kind)


def test_template_version_changes_with_the_stylesheet(kind, monkeypatch, tmp_path):
    before = template_version(kind)
    changed = tmp_path / "document.css"
    changed.write_text("p {}")
    monkeypatch.setattr("academy.engines.documents.rendering.static_file", lambda name: changed)
    assert template_version(kind) != before
    assert len(before) == len(hashlib.sha256().hexdigest())
