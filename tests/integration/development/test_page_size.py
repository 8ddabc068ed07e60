"""Pages stay under 100 kB of HTML, also with every framework that comes with the portal (architecture 8)."""

import re
import uuid
from dataclasses import replace
from datetime import date

import pytest
import yaml

from academy.development.choices import Kind
from academy.frameworks.models import Statement
from academy.frameworks.reference import FRAMEWORKS
from tests.factories.development import WORDS, EntryFactory, kept_by

MOST_BYTES = 100_000
TODAY = date(2026, 11, 17)


@pytest.fixture
def frameworks(council):
    """All frameworks that come with the portal, loaded one after the other until each found its predecessor."""
    files = [
        FRAMEWORKS.schema.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(FRAMEWORKS.path.glob("*.yaml"))
    ]
    loaded = set()
    while files:
        file = next(each for each in files if FRAMEWORKS.needs(each) <= loaded)
        FRAMEWORKS.load(file, on=TODAY)
        loaded.add(FRAMEWORKS.key(file))
        files.remove(file)


def test_form_of_a_social_worker_is_small(browser, frameworks):
    page = browser.get(f"/cpd/new/{uuid.uuid4()}/").content
    boxes = page.count(b'name="statements"')
    assert len(page) < MOST_BYTES
    assert 60 < boxes < Statement.objects.count()


def test_form_with_every_framework_opened_is_small(browser, frameworks):
    address = f"/cpd/new/{uuid.uuid4()}/"
    sent = {"kind": Kind.WORK, "questions": "1"}
    codes = re.findall(r'name="framework" value="([^"]+)"', browser.get(address).content.decode())
    page = browser.post(address, {**sent, "opened": codes}).content
    assert len(codes) > 3
    assert page.count(b'name="opened"') == len(codes)
    assert len(page) < MOST_BYTES


def test_year_with_twenty_full_rows_is_small(browser, council, frameworks):
    statements = list(Statement.objects.all()[:40])
    for _ in range(25):
        EntryFactory(author=council.author, organisation=council.organisation, title="t" * 200).statements.add(
            *statements
        )
    assert len(browser.get("/cpd/").content) < MOST_BYTES


def test_longest_entry_is_shown_whole(browser, council):
    words = replace(WORDS, happened="h" * 20_000, learnt="l" * 20_000, impact="i" * 20_000)
    page = browser.get(kept_by(council.author, words=words).get_absolute_url()).content.decode()
    assert [letter * 20_000 in page for letter in "hli"] == [True, True, True]
    assert len(page) < MOST_BYTES
