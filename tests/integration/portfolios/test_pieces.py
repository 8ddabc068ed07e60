"""Evidence somebody verifies, on its pages: begun, read back, written, asked for, verified, sent back."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse

from academy.engines.drafts.declarations import form_called
from academy.engines.drafts.models import Draft
from academy.engines.worklist.providers import declared
from academy.identity.models import User
from academy.training.models import EventTeaching
from portfolios.choices.evidence import PIECE_FORM
from portfolios.models import Evidence
from tests.factories import portfolios as made
from tests.factories.completions import CompletionFactory
from tests.factories.files import upload
from tests.factories.people import NOW, as_actor
from tests.factories.supervisions import agreement_between, session_of
from tests.factories.training import TrainingEventFactory

DAY = date(2026, 11, 3)


def at(name, *args):
    return reverse(f"portfolios:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def hers(council):
    return council.client(council.author)


@pytest.fixture
def managers(council):
    return council.client(council.manager)


def own(council, state="draft", **said):
    hers = {"person": council.author, "organisation": council.organisation, "account": "Quiet.", "happened_on": DAY}
    return made.evidence_in(state, **{**hers, **said})


def test_everything_that_can_be_begun_has_its_page(hers):
    shown = hers.get(at("begin-evidence"))
    for each in shown.context["beginnings"]:
        assert hers.get(reverse(each.url_name)).status_code in (200, 302)
    assert "Be observed" in words(shown)


def test_kind_the_portal_knows_nothing_of_goes_straight_to_the_form(hers):
    opened = hers.get(at("begin-assignment"), follow=True)
    assert "3,500 words, give or take 10 per cent" in words(opened)
    sent = {"kind": "assignment", "title": "Study", "happened_on": "3 November 2026", "account": "One two three"}
    response = hers.post(opened.request["PATH_INFO"], sent)
    piece = Evidence.objects.get()
    assert (response.url, piece.kind, piece.words, piece.happened_on) == (
        piece.get_absolute_url(),
        "assignment",
        3,
        DAY,
    )
    assert hers.get(opened.request["PATH_INFO"]).url == piece.get_absolute_url()


def test_course_of_the_record_is_chosen_and_not_typed_again(council, hers):
    done = CompletionFactory(person=council.author, organisation=council.organisation, completed_on=DAY)
    shown = hers.get(at("begin-certificate"))
    assert "Something the portal does not know of" in words(shown)
    form_url = hers.post(at("begin-certificate"), {"known_as": f"completion:{done.pk}"}).url
    written = words(hers.get(form_url))
    assert "From your record: 3 November 2026." in written
    assert 'name="title"' not in written
    hers.post(form_url, {"kind": "certificate", "known_as": f"completion:{done.pk}", "account": "I use it."})
    assert Evidence.objects.get().title == done.course.title


def test_what_the_portal_does_not_know_is_typed(council, hers):
    CompletionFactory(person=council.author, organisation=council.organisation, completed_on=DAY)
    form_url = hers.post(at("begin-certificate"), {"known_as": "typed"}).url
    assert 'name="title"' in words(hers.get(form_url))


def test_teaching_shadowing_and_readiness_assessments_are_evidence_of_leading_others(council, hers):
    event = TrainingEventFactory(state="held", starts_on=DAY, ends_on=DAY)
    EventTeaching.objects.create(event=event, person=council.author)
    about = words(hers.get(at("begin-training")))
    assert "Teaching you led, students who shadowed you, assessments of readiness you took part in." in about
    form_url = hers.post(at("begin-training"), {"known_as": f"event:{event.pk}"}).url
    hers.post(form_url, {"kind": "training", "known_as": f"event:{event.pk}", "account": "Six colleagues came."})
    shown = hers.get(at("begin-training"), follow=True)
    said = {
        "kind": "training",
        "title": "Readiness assessments",
        "happened_on": "3 Nov 2026",
        "account": "Four students.",
    }
    hers.post(shown.request["PATH_INFO"], said)
    assert list(Evidence.objects.order_by("pk").values_list("kind", "title")) == [
        ("training", event.course.title),
        ("training", "Readiness assessments"),
    ]


def test_supervision_needs_a_session_both_signed(council, hers):
    assert "No session is signed by both of you" in words(hers.get(at("begin-supervision")))
    session_of(agreement_between(council.author, council.manager), "signed")
    assert f"With {council.manager.full_name}" in words(hers.get(at("begin-supervision")))


def test_unsent_words_lead_back_to_their_form_and_go_once_it_is_saved(council, hers):
    key = f"new-{uuid.uuid4()}"
    typed = {"kind": ["assignment"], "title": ["Waiting"], "account": ["One two"], "known_as": [""]}
    owner = User.objects.get(person=council.author)
    Draft.objects.create(
        owner=owner, form=PIECE_FORM, key=key, payload=typed, revision=1, saved_at=NOW, expires_on=DAY + timedelta(180)
    )
    form = form_called(PIECE_FORM)
    assert form.read(typed) == {"Title": "Waiting", "What it is": "One two"}
    address = form.url_for(key)
    assert hers.get(address).context["form"].initial["title"] == "Waiting"
    hers.post(address, {"kind": "assignment", "title": "Waiting", "account": "One two"})
    piece = Evidence.objects.get()
    assert (piece.kind, Draft.objects.count(), form.url_for(str(piece.pk))) == (
        "assignment",
        0,
        at("change-piece", piece.pk),
    )


@pytest.mark.parametrize("kind", ["nonsense", ""])
def test_form_of_no_kind_is_not_found(hers, kind):
    assert hers.get(f"{at('write-piece', uuid.uuid4())}?kind={kind}").status_code == 404


def test_form_with_faults_is_shown_again_with_everything_typed(hers):
    response = hers.post(at("write-piece", uuid.uuid4()), {"kind": "project", "title": "", "account": "We tried."})
    assert (response.status_code, set(response.context["form"].errors)) == (422, {"title"})
    assert "We tried." in words(response)


def test_piece_is_changed_asked_for_and_taken_back(council, hers):
    piece = own(council, kind="work", title="A plan")
    hers.post(at("change-piece", piece.pk), {"title": "A plan seen", "account": "Told.", "happened_on": "3 Nov 2026"})
    found = words(hers.get(at("ask-piece", piece.pk)))
    assert "They open the record with you" in found
    searched = hers.get(f"{at('ask-piece', piece.pk)}?q={council.colleague.family_name}")
    assert council.colleague.full_name in words(searched)
    hers.post(at("ask-piece", piece.pk), {"person": str(council.manager.pk)})
    piece.refresh_from_db()
    assert (piece.title, piece.state, piece.signer) == ("A plan seen", "asked", council.manager)
    assert hers.get(at("change-piece", piece.pk)).url == piece.get_absolute_url()
    hers.post(at("call-back-piece", piece.pk))
    piece.refresh_from_db()
    assert piece.state == "draft"


def test_length_is_said_and_keeps_nothing_from_being_kept(council, hers):
    piece = own(council, kind="assignment", words=4000)
    assert "4,000 words: 150 over 3,500 words, give or take 10 per cent." in words(hers.get(at("keep-piece", piece.pk)))
    hers.post(at("keep-piece", piece.pk))
    assert Evidence.objects.get().state == "complete"
    assert hers.post(at("withdraw-piece", piece.pk), {"reason": ""}).status_code == 422
    hers.post(at("withdraw-piece", piece.pk), {"reason": "Another one."})
    assert "Withdrawn because: Another one." in words(hers.get(piece.get_absolute_url()))


def test_work_is_verified_as_seen_by_the_manager(council, managers):
    piece = own(council, "asked", kind="work", signer=council.manager)
    shown = words(managers.get(at("verify-piece", piece.pk)))
    assert "It stays where it is; only what you say here is kept." in shown
    assert "Quiet." in shown
    sent = {"record_kind": "plan", "record_seen_on": "10 November 2026", "words": "As told."}
    assert managers.post(at("verify-piece", piece.pk), sent).status_code == 422
    managers.post(at("verify-piece", piece.pk), {**sent, "matched": "on"})
    piece.refresh_from_db()
    assert (piece.state, piece.record_kind, piece.signer_words) == ("complete", "plan", "As told.")
    assert managers.get(at("verify-piece", piece.pk)).url == piece.get_absolute_url()


def test_piece_sent_back_says_why_on_its_page_and_on_the_worklist(council, hers, managers):
    piece = own(council, "asked", signer=council.manager, title="Sensory room")
    assert words(managers.get(at("send-back-piece", piece.pk))).count("Sensory room") > 0
    managers.post(at("send-back-piece", piece.pk), {"reason": "Say what changed for people."})
    shown = words(hers.get(piece.get_absolute_url()))
    assert shown.count("Say what changed for people.") == 1
    assert "Sent back to you on 17 November 2026" in shown


def test_deputy_finds_and_verifies_what_waits_for_the_manager(council):
    piece = own(council, "asked", signer=council.manager)
    client = council.client(council.deputy)
    client.post(at("verify-piece", piece.pk), {"words": ""})
    piece.refresh_from_db()
    assert (piece.signed_by, piece.signed_for) == (council.deputy, council.manager)


def test_worklists_tell_both_what_waits(council):
    own(council, "asked", title="Sensory room", signer=council.manager)
    own(council, title="A plan", returned_because="Say more.")
    assert [item.what for item in everything(council.manager)] == [
        f"Verify the evidence of {council.author.full_name}: Sensory room"
    ]
    assert sorted(item.what for item in everything(council.author)) == sorted(
        ["Sent back to you: A plan", f"{council.manager.full_name} to say their part: Sensory room"]
    )


def everything(person):
    by = as_actor(person)
    mine = [each for each in declared() if each.key.startswith("portfolios.evidence")]
    return [item for provider in mine for item in provider.find(by, by.on)]


def test_files_are_added_and_removed_and_work_takes_none(council, hers):
    piece = own(council, kind="certificate")
    hers.post(at("evidence-files", piece.pk), {"upload": upload(b"A workbook.", "workbook.txt")})
    assert "workbook.txt" in words(hers.get(at("evidence-files", piece.pk)))
    hers.post(at("remove-evidence-file", piece.pk, piece.files.get().file.uid))
    assert piece.files.count() == 0
    work = own(council, kind="work")
    assert hers.post(at("evidence-files", work.pk), {"upload": upload()}).status_code == 422


def test_pages_of_pieces_are_not_those_of_other_kinds(council, hers):
    audit = made.CaseAuditFactory(evidence__person=council.author).evidence
    assert [hers.get(at(name, audit.pk)).status_code for name in ("withdraw-piece", "withdraw-audit")] == [404, 200]
