"""Feedback on its pages: cards, links, the public form, a colleague, told, recorded, read (S2-77, S2-78, S4-13)."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from academy.engines.audit.models import Event, Name
from academy.engines.files.models import StoredFile
from academy.engines.links.models import Link
from academy.engines.notify.models import Mail
from portfolios.models import Evidence
from portfolios.services.feedback_asks import Outside, Wish, ask_colleague, ask_outside, make_cards
from tests.factories import portfolios as made
from tests.factories.feedback import POLICY
from tests.factories.people import NOW, as_actor

CODE = re.compile(r'__code">([A-Z0-9]{4}-[A-Z0-9]{4})<')
WISH = {"title": "The move to the new flat", "giver": "carer"}
SENDING = re.compile(r'name="sending" value="([^"]+)"')
NO_CARD = "This code does not work. Look at it once more."


@pytest.fixture(autouse=True)
def _no_limit_is_used_up():
    cache.clear()


@pytest.fixture
def author(council):
    return council.client(council.author)


@pytest.fixture
def phone(db):
    return Client()


def at(name, *args):
    return reverse(f"portfolios:{name}", args=args)


def shown(response):
    return " ".join(response.content.decode().split())


def card_of(council, giver="carer"):
    wish = Wish(title="The move", giver=giver)
    return make_cards(wish=wish, count=1, by=as_actor(council.author), at=NOW)[0]


def sent_by_card(phone, code, **said):
    opened = phone.post(at("feedback-code"), {"code": code}, follow=True)
    return phone.post(opened.request["PATH_INFO"], {"went_well": "She listens.", "agreed": "on", **said})


def test_ways_to_ask_are_found_and_lead_on(author):
    page = shown(author.get(at("feedback-begin")))

    ways = ("cards", "link", "recording", "colleague", "outside")
    assert [way for way in ways if f'href="{at(f"feedback-{way}")}"' in page] == list(ways)
    assert f'href="{at("feedback-told", "child")}"' in page


def test_cards_are_shown_once_with_code_square_and_what_they_promise(author):
    response = author.post(at("feedback-cards"), {**WISH, "count": "2"})

    page = shown(response)
    assert len(CODE.findall(page)) == Evidence.objects.count() == 2
    assert "testserver/portfolio/feedback/" in page
    assert page.count('aria-label="Square code that opens http://testserver/portfolio/feedback/"') == 2
    assert "It changes nothing in the help you get. We do not keep your name." in page
    assert "no-store" in response["Cache-Control"]
    assert not CODE.search(shown(author.get(at("feedback-mine"))))


def test_link_to_hand_over_is_shown_once_and_mailed_to_nobody(author, phone):
    response = author.post(at("feedback-link"), WISH)

    address = re.search(r'value="http://testserver(/l/[\w-]+/)"', shown(response)).group(1)
    assert ("no-store" in response["Cache-Control"], Mail.objects.count()) == (True, 0)
    assert "wants to learn how it is to work together" in shown(phone.get(address, follow=True))


@pytest.mark.parametrize("name", ["feedback-cards", "feedback-link", "feedback-outside", "feedback-recording"])
def test_form_sent_empty_says_what_is_missing(author, name):
    response = author.post(at(name), {})

    assert (response.status_code, "There is a problem" in shown(response)) == (422, True)
    assert Evidence.objects.count() == 0


def test_cards_sent_twice_are_made_once(author):
    said = {**WISH, "count": "1", "token": "7d9c9a4e-5d5c-4f4b-8f5e-3a1f0c1d2e3f"}
    author.post(at("feedback-cards"), said)
    again = author.post(at("feedback-cards"), said)

    assert (again.status_code, "This was sent before." in shown(again)) == (422, True)
    assert Evidence.objects.count() == 1


def test_carer_types_the_code_reads_what_it_is_for_and_sends(council, phone):
    card = card_of(council)
    opened = phone.post(at("feedback-code"), {"code": card.code.lower().replace("-", " ")}, follow=True)

    page = shown(opened)
    assert opened.redirect_chain == [(at("give-feedback", card.evidence.pk), 302)]
    for promise in ("You do not have to.", "It changes nothing in the help you get.", "We do not keep your name."):
        assert promise in page
    assert council.author.full_name in page

    thanks = phone.post(at("give-feedback", card.evidence.pk), {"went_well": "She listens.", "agreed": "on"})

    assert CODE.search(shown(thanks))
    assert "no-store" in thanks["Cache-Control"]
    assert Evidence.objects.get().state == "complete"
    assert phone.get(at("give-feedback", card.evidence.pk)).status_code == 404


def test_nothing_is_kept_without_a_yes_and_nothing_typed_is_lost(council, phone):
    card = card_of(council)
    opened = phone.post(at("feedback-code"), {"code": card.code}, follow=True)
    response = phone.post(opened.request["PATH_INFO"], {"went_well": "She listens."})

    page = shown(response)
    assert (response.status_code, "We can only keep it with a yes." in page, "She listens." in page) == (
        422,
        True,
        True,
    )
    empty = phone.post(opened.request["PATH_INFO"], {"agreed": "on"})
    assert (empty.status_code, "There is no answer yet." in shown(empty)) == (422, True)
    assert Evidence.objects.get().state == "asked"


def test_unknown_used_withdrawn_and_expired_codes_are_answered_alike(council, phone, django_assert_num_queries):
    used, ended, late = card_of(council), card_of(council), card_of(council)
    sent_by_card(phone, used.code)
    Link.objects.filter(subject_id=str(ended.evidence.pk)).update(withdrawn_at=NOW)
    pages = set()
    for code in ("CDFG-34HJ", used.code, ended.code, "x"):
        with django_assert_num_queries(1):
            pages.add(_answer(Client(), code))
    with time_machine.travel(NOW + timedelta(days=28), tick=False), django_assert_num_queries(1):
        pages.add(_answer(Client(), late.code))

    assert len(pages) == 1
    assert NO_CARD in pages.pop()


def _answer(client, code):
    response = client.post(at("feedback-code"), {"code": code})
    assert response.status_code == 422
    return re.sub(r'value="[^"]*"', "", shown(response))


def test_codes_cannot_be_tried_without_end(settings, phone):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "type_code": "3/5m/ip"}
    tries = [phone.post(at("feedback-code"), {"code": "CDFG-34HJ"}).status_code for _ in range(5)]

    assert tries == [422, 422, 422, 429, 429]
    assert phone.post(at("take-feedback-back"), {"code": "CDFG-34HJ"}).status_code == 429


def test_child_has_faces_and_one_free_line(council, phone):
    made.EvidencePolicyFactory(organisation=None, content=POLICY)
    card = card_of(council, "child")
    opened = phone.post(at("feedback-code"), {"code": card.code}, follow=True)

    page = shown(opened)
    assert ("Is she kind to you?" in page, 'aria-label="A heart"' in page, page.count("<textarea")) == (True, True, 1)
    phone.post(opened.request["PATH_INFO"], {"face-kind": "yes", "agreed": "on"})
    assert Evidence.objects.get().feedback.answers == {"Is she kind to you?": "Yes"}


def test_taken_back_with_the_code_of_the_last_page(council, phone, author):
    code = CODE.search(shown(sent_by_card(phone, card_of(council).code))).group(1)

    assert "This code cannot be used." in shown(phone.post(at("take-feedback-back"), {"code": "CDFG-34HJ"}))
    done = phone.post(at("take-feedback-back"), {"code": code})

    assert ("Nothing of what you said is left." in shown(done), "no-store" in done["Cache-Control"]) == (True, True)
    assert "Taken back on 17 November 2026; nothing of it is left" in shown(author.get(at("feedback-mine")))


def test_sent_twice_gets_the_same_code_once_more_and_nobody_else_does(council, phone):
    card = card_of(council)
    opened = phone.post(at("feedback-code"), {"code": card.code}, follow=True)
    sending = SENDING.search(shown(opened)).group(1)
    said, address = {"went_well": "She listens.", "agreed": "on", "sending": sending}, opened.request["PATH_INFO"]
    first, again = phone.post(address, said), phone.post(address, said)

    code = CODE.search(shown(first)).group(1)
    assert (again.status_code, CODE.search(shown(again)).group(1)) == (200, code)
    assert "no-store" in again["Cache-Control"]
    others = [phone.post(address, {**said, "sending": "x"}), Client().post(address, said), phone.get(address)]
    assert [each.status_code for each in others] == [404, 404, 404]
    phone.post(at("take-feedback-back"), {"code": code})
    assert phone.post(address, said).status_code == 404


def test_take_back_asks_for_a_code(phone):
    assert "Type the code you got" in shown(phone.get(at("take-feedback-back")))
    assert phone.post(at("take-feedback-back"), {}).status_code == 422


def test_practitioner_sees_asked_opened_and_answered(council, phone, author):
    card = card_of(council)
    page = at("feedback", card.evidence.pk)
    assert "Asked on 17 November 2026, not opened yet" in shown(author.get(page))
    opened = phone.post(at("feedback-code"), {"code": card.code}, follow=True)
    assert "Asked on 17 November 2026, opened on 17 November 2026, not answered yet" in shown(author.get(page))
    phone.post(opened.request["PATH_INFO"], {"went_well": "She listens.", "agreed": "on"})

    come = shown(author.get(page))
    assert ("Came back on 17 November 2026; read it" in come, "She listens." in come) == (True, True)
    assert "A carer" in come


def test_no_record_names_the_giver_or_her_address(council, phone):
    card = card_of(council)
    phone.post(at("feedback-code"), {"code": card.code}, REMOTE_ADDR="203.0.113.77")
    phone.post(
        at("give-feedback", card.evidence.pk), {"went_well": "Good.", "agreed": "on"}, REMOTE_ADDR="203.0.113.77"
    )

    names = set(Name.objects.values_list("name", flat=True))
    assert names == {council.author.full_name, "the giver of feedback"}
    assert "203.0.113.77" not in str(list(Event.objects.values()) + list(Link.objects.values()))


def test_new_card_is_shown_once_and_ends_the_old(council, author, phone):
    card = card_of(council)
    assert "The card before works no more" in shown(author.get(at("feedback-again", card.evidence.pk)))
    again = CODE.search(shown(author.post(at("feedback-again", card.evidence.pk)))).group(1)

    assert again != card.code
    assert phone.post(at("feedback-code"), {"code": card.code}).status_code == 422
    assert phone.post(at("feedback-code"), {"code": again}).status_code == 302


def test_professional_outside_is_asked_reminded_and_named(council, author, phone):
    said = {**WISH, "giver": "professional", "name": "Ruth Sand", "role": "Nurse", "email": "ruth@surgery.example"}
    author.post(at("feedback-outside"), said)
    evidence = Evidence.objects.get()
    author.post(at("feedback-send", evidence.pk))
    again = author.post(at("feedback-again", evidence.pk))
    address = re.search(r'value="http://testserver(/l/[\w-]+/)"', shown(again)).group(1)

    assert Mail.objects.filter(address="ruth@surgery.example").count() == 2
    page = shown(phone.get(address, follow=True))
    assert ("Your name and role stand with it:</strong> Ruth Sand, Nurse" in page, "app-face" in page) == (True, False)


def test_mail_is_sent_again_only_where_an_address_is_kept(council, author):
    card = card_of(council)
    response = author.post(at("feedback-send", card.evidence.pk), follow=True)

    assert "There is no e-mail address to send it to." in shown(response)


def test_nothing_new_is_made_once_it_is_answered(council, author, phone):
    card = card_of(council)
    sent_by_card(phone, card.code)
    response = author.post(at("feedback-again", card.evidence.pk))

    assert (response.status_code, "It is answered, or you withdrew it." in shown(response)) == (422, True)


def test_colleague_is_found_asked_and_answers_in_the_portal(council, author):
    found = shown(author.get(at("feedback-colleague"), {"q": council.colleague.family_name}))
    assert council.colleague.full_name in found
    author.post(at("feedback-colleague"), {**WISH, "giver": "professional", "person": council.manager.pk})
    evidence = Evidence.objects.get()
    manager = council.client(council.manager)
    assert f'href="{at("feedback-answer", evidence.pk)}"' in shown(manager.get(at("feedback", evidence.pk)))

    asked = shown(manager.get(at("feedback-answer", evidence.pk)))
    assert f"How do you see the work of {council.author.full_name}?" in asked
    manager.post(at("feedback-answer", evidence.pk), {"went_well": "Clear plans.", "agreed": "on"})

    assert "Clear plans." in shown(author.get(at("feedback", evidence.pk)))
    assert manager.get(at("feedback-answer", evidence.pk)).url == at("feedback", evidence.pk)


def test_colleague_notes_a_carers_words_and_reads_them_back(council):
    wish = Wish(title="The move", giver="carer")
    asked = ask_colleague(wish=wish, colleague=council.colleague, by=as_actor(council.author), at=NOW)
    colleague = council.client(council.colleague)
    said = {"on": "12 June 2026", "went_well": "She listens.", "agreed": "on"}

    assert colleague.post(at("feedback-answer", asked.pk), said).status_code == 422
    colleague.post(at("feedback-answer", asked.pk), {**said, "read_back": "on"})

    assert Evidence.objects.get().feedback.collected_by == council.colleague


def test_told_is_kept_with_yes_and_reading_back(author):
    said = {"title": "The move", "on": "12 June 2026", "went_well": "She listens.", "agreed": "on"}
    assert "Say this first, in your own words" in shown(author.get(at("feedback-told", "person")))
    assert author.post(at("feedback-told", "person"), said).status_code == 422

    response = author.post(at("feedback-told", "person"), {**said, "read_back": "on"}, follow=True)

    assert "Told, and written down for her" in shown(response)
    assert author.get(at("feedback-told", "cat")).status_code == 404


def test_recording_is_written_out_approved_and_deleted(author):
    voice = SimpleUploadedFile("talk.ogg", b"OggS\x00\x02" + bytes(60), "audio/ogg")
    author.post(at("feedback-recording"), {**WISH, "on": "12 June 2026", "agreed": "on", "recording": voice})
    evidence = Evidence.objects.get()
    assert "A recording that is to be written out and approved" in shown(author.get(at("feedback-mine")))
    assert "Listen to the recording" in shown(author.get(at("feedback-write-out", evidence.pk)))

    written = author.post(at("feedback-write-out", evidence.pk), {"went_well": "She asks me."}, follow=True)
    assert "Is this what was said?" in shown(written)
    author.post(at("feedback-approve", evidence.pk))

    assert (Evidence.objects.get().state, StoredFile.objects.get().is_there) == ("complete", False)


def test_reflection_is_written_and_joined_to_an_observation(council, author, phone):
    card = card_of(council)
    sent_by_card(phone, card.code)
    seen = made.ObservationFactory(evidence__person=council.author, evidence__organisation=council.organisation)
    form = shown(author.get(at("feedback-reflect", card.evidence.pk)))
    assert ("What was said" in form, f'<option value="{seen.pk}">' in form) == (True, True)

    said = {"reflection": "I will ring first.", "observation": str(seen.pk)}
    response = author.post(at("feedback-reflect", card.evidence.pk), said, follow=True)

    page = shown(response)
    assert ("I will ring first." in page, "It belongs to your observation “A visit”" in page) == (True, True)


def test_withdrawn_with_its_card(council, author, phone):
    card = card_of(council)
    author.post(at("feedback-withdraw", card.evidence.pk), {"reason": ""})

    assert phone.post(at("feedback-code"), {"code": card.code}).status_code == 422
    assert "You withdrew it on 17 November 2026" in shown(author.get(at("feedback-mine")))


def test_link_opened_before_it_was_withdrawn_is_closed(council, phone):
    card = card_of(council)
    opened = phone.post(at("feedback-code"), {"code": card.code}, follow=True)
    Evidence.objects.update(state="draft")

    assert phone.get(opened.request["PATH_INFO"]).status_code == 404


def test_others_know_nothing_of_it(council):
    card = card_of(council)
    for person in (council.manager, council.colleague):
        assert council.client(person).get(at("feedback", card.evidence.pk)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_as_many_queries_for_three_as_for_one(council, author, django_assert_num_queries, count):
    for _ in range(count):
        card_of(council)
    author.get(at("feedback-mine"))

    with django_assert_num_queries(LIST_QUERIES):
        author.get(at("feedback-mine"))


def test_answer_of_an_outsider_shows_nothing_of_others(council, phone):
    outside = Outside(name="Ruth Sand", role="", email="ruth@surgery.example")
    wish = Wish(title="The move", giver="manager")
    asked = ask_outside(wish=wish, outside=outside, by=as_actor(council.author), at=NOW)

    assert phone.get(at("give-feedback", asked.pk)).status_code == 404


LIST_QUERIES = 7


def test_page_of_evidence_shows_feedback_and_leads_on(council, phone, author):
    card = card_of(council)
    sent_by_card(phone, card.code)
    page = shown(author.get(reverse("portfolios:evidence", args=[card.evidence.pk])))

    assert ("She listens." in page, f'href="{at("feedback-reflect", card.evidence.pk)}"' in page) == (True, True)
    assert f'href="{at("feedback-begin")}"' in shown(author.get(reverse("portfolios:begin-evidence")))
