"""What was handed in as a PDF: for whoever judges, without names where she may not know whose it is."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.documents.declarations import Asked, kind_called
from academy.engines.documents.models import Issued
from academy.engines.jobs.models import Job
from academy.engines.jobs.running import run
from panels.choices.cases import CaseKind
from panels.choices.panels import Seat
from panels.selectors.handed_in_papers import NOTHING, READ, READ_NAMED, nameless_on_paper
from tests.factories.documents import issued
from tests.factories.judging import in_review, judged_panel
from tests.factories.panels import TieFactory, case_in, seat_of
from tests.factories.people import NOW, as_actor, staff_of
from tests.integration.pages import browser, words

pytestmark = pytest.mark.django_db


def url(case):
    return reverse("panels:handed-in", args=[case.pk])


@pytest.mark.parametrize(("names", "kind"), [("named", "panels.handed_in"), ("blind", "panels.handed_in_nameless")])
def test_reviewer_orders_the_edition_the_table_lets_her_have(names, kind):
    case, (first, _) = in_review(names=names)
    client = browser(first.person)
    assert client.post(url(case)).status_code == 302
    job = Job.objects.get()
    assert (job.arguments["kind"], job.arguments["subject"]) == (kind, case.pk)
    assert "Being made" in words(client.get(url(case)))


def test_edition_without_names_tells_nobody_and_the_other_is_not_hers():
    case, (first, _) = in_review(names="blind")
    actor = as_actor(first.person)
    asked = Asked(person_id=case.person_id, by=actor, at=NOW, subject_id=case.pk, code="AB12-CD34")
    paper = nameless_on_paper(asked)
    assert (paper.is_nameless, paper.fingerprint) == (True, case.snapshot.sha256)
    assert [name for name in ("Amara", "Osei", "Helen", "Prosser") if name in f"{paper.title}{paper.sections}"] == []
    assert (allows(READ, actor, case), allows(READ_NAMED, actor, case)) == (True, False)


def test_paper_is_for_who_reads_what_was_handed_in():
    case, (first, second) = in_review()
    TieFactory(case=case, person=second.person)
    people = {
        "reviewer": first.person,
        "chair": seat_of(case.panel),
        "clerk": seat_of(case.panel, Seat.CLERK),
        "candidate": case.person,
        "tied": second.person,
        "member": case.panel.members.filter(seat="member").order_by("pk")[2].person,
        "stranger": staff_of(case.organisation),
    }
    may = {
        name: (allows(READ, as_actor(who), case), allows(READ_NAMED, as_actor(who), case))
        for name, who in people.items()
    }
    assert may == {
        "reviewer": (True, True),
        "chair": (True, True),
        "clerk": (True, True),
        "candidate": (True, True),
        "tied": (False, False),
        "member": (False, False),
        "stranger": (False, False),
    }
    assert [browser(people[name]).get(url(case)).status_code for name in ("member", "tied")] == [403, 404]


def test_case_without_a_portfolio_has_no_paper():
    panel = judged_panel(purpose="moderation")
    case = case_in("in_review", panel=panel, kind=CaseKind.MODERATION, snapshot=None, portfolio=None, accepted_at=NOW)
    asked = Asked(person_id=case.person_id, by=as_actor(seat_of(panel)), at=NOW, subject_id=case.pk)
    with pytest.raises(Refused) as caught:
        nameless_on_paper(asked)
    assert caught.value.reason == NOTHING


def test_who_reads_the_paper_is_noted_and_not_told_to_the_candidate(settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    case, (first, second) = in_review()
    document = issued(case.person, made_by=first.person, kind="panels.handed_in", subject_id=case.pk)
    assert kind_called("panels.handed_in").tells_readers is False
    assert browser(first.person).get(document.get_absolute_url()).status_code == 200
    assert list(Event.objects.filter(kind="read").values_list("subject_label", "about_id")) == [
        ("documents.issued", None)
    ]
    assert browser(second.person).get(document.get_absolute_url()).status_code == 404
    TieFactory(case=case, person=first.person)
    assert browser(first.person).get(document.get_absolute_url()).status_code == 403


def test_paper_without_names_is_made_of_what_is_frozen_and_names_nobody(settings, tmp_path):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    case, (first, _) = in_review(names="blind")
    client = browser(first.person)
    client.post(url(case))
    run(Job.objects.get().pk, clock=timezone.now)
    document = Issued.objects.get()
    assert (document.kind, document.fingerprint, document.title) == (
        "panels.handed_in_nameless",
        case.snapshot.sha256,
        "Progression portfolio, edition without names",
    )
    read = b"".join(client.get(document.get_absolute_url()).streaming_content)
    (tmp_path / "paper.pdf").write_bytes(read)
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "paper.pdf").pages)
    told = ("Amara", "Osei", "Prosser", case.person.family_name)
    assert ("Piece of practice 1" in text, [name for name in told if name in text]) == (True, [])
    assert document.get_absolute_url() in words(client.get(url(case)))
