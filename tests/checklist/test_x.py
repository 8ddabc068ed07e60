"""What follows from reading the five sources together, shown through the portal."""

import pytest

from academy.frameworks.models import FrameworkVersion
from tests.checklist.workers import browser_of, kept_through_the_form, statement, words_of, worker

pytestmark = pytest.mark.django_db


def test_every_framework_the_sources_name_is_there_as_dated_versions():
    first_days = dict(FrameworkVersion.objects.values_list("framework__code", "valid_from"))
    named = {
        "pcf",
        "adult-pqs",
        "child-family-pqs",
        "swe-professional-standards",
        "hcpc-social-workers",
        "hcpc-ot",
        "peps",
        "amhp",
        "bia",
        "safeguarding-capability",
    }

    assert named - set(first_days) == set()
    assert [code for code, first in first_days.items() if first is None] == []


def test_entry_keeps_the_statement_of_the_version_it_was_mapped_to():
    client = browser_of(worker("herefordshire", service="children"))
    line = statement("child-family-pqs/2018/6")
    kept = kept_through_the_form(client, statements=[str(line.pk)])

    FrameworkVersion.objects.filter(pk=line.version_id).update(valid_to="2026-11-16")

    assert list(kept.statements.all()) == [line]
    assert line.title in words_of(client.get(kept.get_absolute_url())).partition("Speaks to")[2]
    assert line.title in words_of(client.get(f"/cpd/{kept.pk}/edit/"))
