"""The pages of packs: read and cleared, named and ended, on paper, and read from outside."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pypdf import PdfReader

from academy.engines.access.models import Grant
from academy.engines.documents.models import Issued
from academy.engines.jobs.models import Job
from academy.engines.jobs.running import run
from academy.people.choices import MembershipKind, RoleCode
from panels.models import Case, Clearance, Sampled
from panels.services.samples import draw_sample
from tests.factories.panel_moderation import given_back, moderating
from tests.factories.panels import handed_in_by
from tests.factories.people import NOW, TODAY, holder_of, member_of
from tests.integration.pages import browser, words
from tests.unit.panels.services.test_packs import cleared, named
from tests.unit.panels.services.test_samples import PERIOD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
READ_QUERIES = 11


@pytest.fixture
def here():
    return moderating()


@pytest.fixture
def sampled(here):
    given_back(here)
    return draw_sample(organisation=here.organisation, period=PERIOD, by=here.by, at=NOW).drawn.get()


@pytest.fixture
def guest(here):
    return member_of(here.organisation, kind=MembershipKind.GUEST)


def url(name, thing):
    return reverse(f"panels:{name}", args=[thing.pk])


def test_coordinator_reads_hides_more_reads_again_and_clears(here, sampled):
    client, page = browser(here.coordinator), url("clear-pack", sampled)
    shown = client.get(page)
    assert ("Seen across all areas." in words(shown), sampled.case.person.full_name in words(shown)) == (True, False)
    first = shown.context["clearing"].sha256
    sent = {"seen": first, "also": "all areas", "is_read": "on"}
    again = client.post(page, sent)
    assert (again.status_code, "all areas." in words(again), Clearance.objects.count()) == (422, False, 0)
    seen = again.context["form"]["seen"].value()
    done = client.post(page, {**sent, "seen": seen})
    assert (done.status_code, done["Location"]) == (302, sampled.sample.get_absolute_url())
    assert Clearance.objects.get().sha256 == seen
    assert "Cleared on" in words(client.get(done["Location"]))
    assert "Cleared by" in words(client.get(page))


def test_reader_is_named_on_the_page_of_the_draw_and_ended_there(here, sampled, guest):
    client, page = browser(here.coordinator), url("name-reader", sampled.sample)
    day = TODAY + timedelta(days=28)
    answer = client.post(page, {"person": guest.pk, "until_on": f"{day.day} {day:%B} {day.year}"})
    assert (answer.status_code, Grant.objects.get().until_on) == (302, day)
    assert guest.full_name in words(client.get(sampled.sample.get_absolute_url()))
    ended = client.post(url("end-reader", Grant.objects.get()))
    assert (ended.status_code, "Nobody yet." in words(client.get(ended["Location"]))) == (302, True)
    assert client.post(url("end-reader", Grant.objects.get())).status_code == 404


def test_nobody_to_name_says_what_to_do(here, sampled):
    page = browser(here.coordinator).get(url("name-reader", sampled.sample))
    assert "Add her as a guest first" in words(page)


def test_guest_reads_from_outside_and_answers(here, sampled, guest):
    named(sampled, guest, here)
    client = browser(guest)
    draw, case = url("outside-draw", sampled.sample), url("outside-case", sampled)
    assert here.organisation.name in words(client.get(reverse("panels:outside")))
    assert ("Nothing is cleared" in words(client.get(draw)), client.get(case).status_code) == (True, 404)
    assert client.get(url("sampled-papers", sampled)).status_code == 404
    cleared(sampled, here.by)
    page = client.get(case)
    said = str(page.context["reading"].pack.content)
    hidden = (sampled.case.person.full_name, here.organisation.name)
    assert ("Seen across all areas." in words(page), [each for each in hidden if each in said]) == (True, [])
    sent = client.post(case, {"feedback": "Clear and robust."})
    assert (sent.status_code, sent["Location"], Sampled.objects.get().feedback) == (302, draw, "Clear and robust.")
    assert client.get(sampled.sample.get_absolute_url()).status_code == 404


def test_nobody_else_comes_near_a_pack(here, sampled, guest):
    cleared(sampled, here.by)
    pages = [
        url("clear-pack", sampled),
        url("sampled-papers", sampled),
        url("outside-case", sampled),
        url("outside-draw", sampled.sample),
        url("name-reader", sampled.sample),
        url("draw-papers", sampled.sample),
    ]
    strangers = [guest, sampled.case.person, moderating().coordinator]
    assert [browser(each).get(page).status_code for each in strangers for page in pages] == [404] * 18
    assert browser(guest).get(reverse("panels:outside")).status_code == 403
    # Who runs moderation without seeing the case reads nothing of it.
    staff = browser(holder_of(RoleCode.ACADEMY_STAFF, here.organisation))
    assert [staff.get(page).status_code for page in pages[:2]] == [404, 404]


def on_paper(client, address, kind, *, folder):
    """What is issued once somebody asks for it, and what its pages say."""
    assert client.post(address, {"paper": kind}).status_code == 302
    run(Job.objects.get().pk, clock=lambda: NOW)
    issued = Issued.objects.get()
    (folder / "pack.pdf").write_bytes(b"".join(client.get(issued.get_absolute_url()).streaming_content))
    return issued, " ".join(each.extract_text() for each in PdfReader(folder / "pack.pdf").pages)


def test_portfolio_of_a_sampled_case_is_had_without_names_where_one_went_with_it(
    here, sampled, guest, settings, tmp_path
):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    named(sampled, guest, here)
    cleared(sampled, here.by)
    client, address, kind = browser(guest), url("sampled-papers", sampled), "panels.sampled_portfolio"
    Case.objects.filter(pk=sampled.case_id).update(snapshot=None)
    assert client.post(address, {"paper": kind}).status_code == 422
    Case.objects.filter(pk=sampled.case_id).update(snapshot=handed_in_by(sampled.case.person, here.organisation))
    issued, text = on_paper(client, address, kind, folder=tmp_path)
    told = ("Amara", "Osei", "Prosser", sampled.case.person.family_name, here.organisation.name)
    assert ("Piece of practice 1" in text, [name for name in told if name in text]) == (True, [])
    cleared(sampled, here.by, also="all areas", at=NOW + timedelta(minutes=5))
    assert client.get(issued.get_absolute_url()).status_code == 403


@pytest.mark.parametrize("page", ["sampled-papers", "draw-papers"])
def test_pack_on_paper_is_made_for_the_guest_and_opens_no_more_once_cleared_anew(
    here, sampled, guest, page, settings, tmp_path
):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    named(sampled, guest, here)
    cleared(sampled, here.by)
    thing = sampled if page == "sampled-papers" else sampled.sample
    client = browser(guest)
    kind = "panels.case_pack" if page == "sampled-papers" else "panels.draw_pack"
    issued, text = on_paper(client, url(page, thing), kind, folder=tmp_path)
    person = sampled.case.person
    assert [each for each in (person.family_name, here.organisation.name) if each in text] == []
    assert f"Case {sampled.case_id}" in text
    cleared(sampled, here.by, also="all areas", at=NOW + timedelta(minutes=5))
    assert client.get(issued.get_absolute_url()).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_who_reads_do_not_grow_with_cases(here, guest, count, django_assert_num_queries):
    for _ in range(count):
        given_back(here, fails=True)
    sample = draw_sample(organisation=here.organisation, period=PERIOD, by=here.by, at=NOW)
    for each in sample.drawn.all():
        cleared(each, here.by)
    named(sample.drawn.first(), guest, here)
    client = browser(guest)
    client.get("/")
    with django_assert_num_queries(READ_QUERIES):
        assert len(client.get(url("outside-draw", sample)).context["rows"]) == count
