"""The HR system's table on its pages: uploaded, previewed, corrected, taken in once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from academy.engines.imports.models import Import
from academy.engines.jobs.running import run
from academy.people.choices import RoleCode
from academy.people.models import StaffNumber
from tests.factories.feed_world import AMARA, HEADINGS, HELEN, SAM, feed_council, row
from tests.factories.people import NOW, account_of, holder_of


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


def shown(response):
    content = response.getvalue() if response.streaming else response.content
    return content.decode()


def work():
    for upload in Import.objects.exclude(job=None):
        run(upload.job_id, clock=lambda: NOW)


@pytest.mark.django_db
def test_table_is_previewed_corrected_and_taken_in_once():
    council, client = feed_council(), Client()
    client.force_login(account_of(holder_of(RoleCode.HR, council.organisation)))
    assert "line_manager" in shown(client.get(reverse("settings:feed")))
    wrong = row("N1", "Nia", "Bevan", team="moon")
    content = f"{HEADINGS}\n{HELEN}\n{AMARA}\n{SAM}\n{wrong}".encode()
    address = client.post(reverse("settings:feed"), {"file": SimpleUploadedFile("hr.csv", content)}).url
    work()
    page = shown(client.get(address))
    assert "<dt>Unchanged</dt><dd>2 rows</dd><dt>Changed</dt><dd>1 row</dd>" in page
    assert "There is no team “moon” here. Use its code." in page
    assert "There is no team" in shown(client.get(f"{address}rows-to-correct/"))
    lines = shown(client.get(f"{address}effects/")).splitlines()
    assert (lines[0][:42], [line.split(",")[:3] for line in lines[1:]]) == (
        "\ufeffrow,what it will do,Staff number,Given na",
        [["2", "Unchanged", "H1"], ["3", "Unchanged", "A1"], ["4", "Changed", "S1"]],
    )
    client.post(f"{address}take-in/")
    work()
    assert "1 new row, 2 that were there before, 1 left out" in shown(client.get(address))
    assert set(StaffNumber.objects.values_list("number", flat=True)) == {"H1", "A1", "S1"}
    client.post(f"{address}take-in/")
    assert StaffNumber.objects.count() == 3


@pytest.mark.django_db
@pytest.mark.parametrize("role", [RoleCode.ACADEMY_LEAD, RoleCode.ADMINISTRATOR, RoleCode.AUDITOR])
def test_only_human_resources_open_it(role):
    council, client = feed_council(), Client()
    client.force_login(account_of(holder_of(role, council.organisation)))
    assert client.get(reverse("settings:feed")).status_code == 403
    assert client.post(reverse("settings:feed"), {}).status_code == 403
