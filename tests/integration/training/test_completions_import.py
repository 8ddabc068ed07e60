"""Completions of a platform from a table: checked, corrected, taken in once."""

import csv
import io

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from academy.engines.imports.models import Import
from academy.engines.jobs.running import run
from academy.people.choices import RoleCode
from academy.training.models import Completion
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, RegistrationFactory, holder_of, staff_of
from tests.factories.training import CourseFactory, PlatformFactory
from tests.integration.training.windows import shown, window_of

pytestmark = pytest.mark.django_db
UPLOAD = "/settings/training/completions/import/"
HEAD = "person,course,completed_on,platform,outside_id\r\n"


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    council = OrganisationFactory()
    CourseFactory(organisation=council, code="moving", title="Moving and handling")
    PlatformFactory(organisation=council, code="evolve", name="Evolve")
    return council


@pytest.fixture
def her(council):
    person = staff_of(council)
    RegistrationFactory(person=person, number="SW123456")
    return person


@pytest.fixture
def window(council):
    return window_of(holder_of(RoleCode.ACADEMY_STAFF, council))


def work():
    for upload in Import.objects.exclude(job=None).select_related("job"):
        run(upload.job_id, clock=lambda: NOW)


def send(window, content):
    answer = window.post(UPLOAD, {"file": SimpleUploadedFile("evolve.csv", content, content_type="text/csv")})
    assert answer.status_code == 302, answer.content.decode()
    work()
    return answer.url


def take_in(window, url):
    window.post(f"{url}take-in/")
    work()
    return shown(window.get(url))


def test_table_with_two_bad_rows_is_told_row_by_row_and_its_good_rows_go_in(window, her):
    content = (
        f"{HEAD}{her.work_email},moving,10/11/2026,evolve,a-1\r\n"
        "nobody@council.example,moving,10/11/2026,evolve,a-2\r\n"
        "SW123456,lifting,31/2/2026,evolve,a-3\r\n"
        "sw 123456,moving,12 November 2026,EVOLVE,a-4\r\n"
    ).encode()

    url = send(window, content)
    page = shown(window.get(url))

    assert "Nobody here has the e-mail or registration number “nobody@council.example”" in page
    assert "There is no 31 February 2026." in page
    assert Completion.objects.count() == 0
    rows = list(
        csv.reader(io.StringIO(b"".join(window.get(f"{url}rows-to-correct/").streaming_content).decode("utf-8-sig")))
    )
    assert [row[:3] for row in rows[1:]] == [
        ["3", "Person", "nobody@council.example"],
        ["4", "Completed on", "31/2/2026"],
    ]
    assert "Taken in" in take_in(window, url)
    assert sorted(Completion.objects.values_list("outside_id", "person_id")) == [("a-1", her.pk), ("a-4", her.pk)]


def test_same_table_again_changes_nothing(window, her):
    content = f"{HEAD}{her.work_email},moving,10/11/2026,evolve,a-1\r\n".encode()
    take_in(window, send(window, content))

    assert send(window, content) == Import.objects.get().get_absolute_url()
    take_in(window, send(window, content + b"SW123456,moving,9/11/2026,evolve,a-2\r\n"))

    assert sorted(Completion.objects.values_list("outside_id", flat=True)) == ["a-1", "a-2"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_table_is_read_in_the_encodings_people_have(window, her, encoding):
    content = f"{HEAD}{her.work_email};x".replace(",", ";").replace(";x", ";moving;10/11/2026;evolve;é-1\r\n")

    take_in(window, send(window, content.encode(encoding)))

    assert Completion.objects.get().outside_id == "é-1"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "The file is no text."),
        (b"person,course\r\na,b\r\n", "Missing: “Completed on”, “Platform”, “Outside id”."),
    ],
)
def test_file_that_is_no_such_table_is_not_taken_in(window, content, words):
    page = shown(window.get(send(window, content)))

    assert (words in page, Completion.objects.count()) == (True, 0)


def test_formula_stays_a_word(window, her):
    content = f"{HEAD}{her.work_email},moving,10/11/2026,evolve,'=1+1\r\n=2+2,moving,10/11/2026,evolve,a\r\n".encode()
    url = send(window, content)

    wrong = b"".join(window.get(f"{url}rows-to-correct/").streaming_content).decode("utf-8-sig")
    take_in(window, url)

    assert Completion.objects.get().outside_id == "=1+1"
    assert ",'=2+2," in wrong


def test_platforms_are_counted_for_the_academy(window, council, her):
    PlatformFactory(name="Of another council")
    take_in(window, send(window, f"{HEAD}{her.work_email},moving,10/11/2026,evolve,a-1\r\n".encode()))

    page = shown(window.get("/settings/training/completions/"))

    assert '<td data-label="Completions taken in" class="app-num">1</td>' in page
    assert ("Evolve" in page, "Of another council" in page) == (True, False)


def test_academy_without_a_platform_is_told_to_add_one():
    page = shown(
        window_of(holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory())).get("/settings/training/completions/")
    )

    assert "No platform yet." in page


def test_page_names_the_columns_and_leads_back(window):
    page = shown(window.get(UPLOAD))

    for column in ("person", "course", "completed_on", "platform", "outside_id"):
        assert f"<strong>{column}</strong> (has to be there)" in page
    assert 'href="/settings/training/completions/"' in page


def test_nobody_but_the_academy_sees_the_pages(council, her):
    assert [window_of(her).get(url).status_code for url in (UPLOAD, "/settings/training/completions/")] == [403, 403]


def test_twenty_thousand_rows_are_checked_and_taken_in(window, her):
    rows = "".join(f"{her.work_email},moving,10/11/2026,evolve,a-{number}\r\n" for number in range(20_000))

    take_in(window, send(window, f"{HEAD}{rows}".encode()))

    assert Completion.objects.count() == 20_000
