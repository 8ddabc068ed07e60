import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from academy.development.models import Entry, PeerOffer, PeerReflection
from academy.development.services.reflections import answer, withdraw
from academy.engines.audit.models import Event
from academy.engines.links.models import Link
from academy.engines.notify.models import Mail
from academy.people.choices import RoleCode
from tests.factories.development import WORDS, EntryFactory, framework, kept_by
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.reflections import ROSA, TALK, asked_colleague, noted_outside

SAID = {"talked_on": "16 November 2026", "learnt": TALK.learnt}
GONE = "This link can no longer be used"


@pytest.fixture(autouse=True)
def _no_limit_is_used_up():
    cache.clear()


@pytest.fixture
def entry(council):
    return kept_by(council.author)


@pytest.fixture
def asked(council, entry):
    return asked_colleague(entry, council.colleague)


def at(name, *args):
    return reverse(f"development:{name}", args=args)


def shown(response):
    return " ".join(response.content.decode().split())


def link_in_mail():
    return re.search(r"/l/[\w-]+/", Mail.objects.filter(person=None).latest("pk").text).group()


def test_author_finds_a_colleague_by_name_and_asks_her_without_script(browser, council, entry):
    tom = staff_of(council.organisation, person=PersonFactory(given_name="Tom", family_name="Breakwell"))
    address = f"{at('peer', entry.pk)}?q=breakw"
    assert "1 found for “breakw”." in shown(browser.get(address))

    response = browser.post(address, {"person": tom.pk, **SAID}, follow=True)

    assert response.redirect_chain == [(entry.get_absolute_url(), 302)]
    page = shown(response)
    assert ("16 November 2026 with Tom Breakwell" in page, "Waiting for the peer" in page) == (True, True)
    assert "Add another peer" in page


def test_second_peer_of_a_group_finds_day_and_words_there(browser, asked, entry):
    page = shown(browser.get(at("peer", entry.pk)))

    assert ('value="16 November 2026"' in page, TALK.learnt in page) == (True, True)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"talked_on": "18 November 2026"}, "talked_on"),
        ({"learnt": ""}, "learnt"),
        ({"person": "0"}, "person"),
    ],
)
def test_wrong_answer_is_told_at_its_field_and_nothing_is_lost(browser, council, entry, said, field):
    response = browser.post(at("peer", entry.pk), {"person": council.manager.pk, **SAID, **said})

    assert (response.status_code, f'href="#id_{field}' in shown(response)) == (422, True)
    assert PeerReflection.objects.count() == 0


def test_talk_beside_a_draft_without_a_title_says_what_to_do(browser, council):
    draft = EntryFactory(author=council.author, organisation=council.organisation, draft=True, title="")

    response = browser.post(at("peer", draft.pk), {"person": council.manager.pk, **SAID})

    assert (response.status_code, "Give the entry a title first" in shown(response)) == (422, True)


def test_colleague_sees_title_day_and_what_was_learnt_and_nothing_else(council, entry, asked):
    client = council.client(council.colleague)
    Entry.objects.filter(pk=entry.pk).update(title="Renamed since")

    pages = [shown(client.get(at(name, asked.pk))) for name in ("answer-reflection", "reflection")]

    for page in pages:
        assert (WORDS.title in page, "16 November 2026" in page, TALK.learnt in page) == (True, True, True)
        assert [word for word in (WORDS.happened, WORDS.impact, "Renamed since") if word in page] == []
    assert client.get(entry.get_absolute_url()).status_code == 404


def test_colleague_who_moved_away_is_reminded_of_nothing_and_the_author_reads_why(browser, council, asked):
    council.colleague.posts.update(until_on=TODAY - timedelta(days=1))
    here = council.organisation.name
    staff_of(OrganisationFactory(), person=council.colleague)

    gone = council.client(council.colleague).get(at("answer-reflection", asked.pk))
    page = shown(browser.get(at("reflection", asked.pk)))

    assert (gone.status_code, council.author.full_name in shown(gone)) == (404, False)
    assert f"{council.colleague.full_name} no longer works with {here}, so nobody can answer here" in page
    assert "to confirm that you talked" not in shown(browser.get("/"))


def test_author_of_a_talk_that_can_be_answered_reads_nothing_of_leaving(browser, asked):
    assert "no longer works with" not in shown(browser.get(at("reflection", asked.pk)))


def test_reading_a_colleagues_reflection_is_told_to_its_author(council, asked):
    council.client(council.colleague).get(at("answer-reflection", asked.pk))

    event = Event.objects.get(kind="read")
    assert (event.about_id, event.subject_label) == (council.author.pk, "development.peerreflection")


def test_colleague_confirms_and_begins_her_own_entry(council, asked):
    client = council.client(council.colleague)
    words = {"took_place": "yes", "words": "We did, and <b>well</b>."}

    page = shown(client.post(at("answer-reflection", asked.pk), words, follow=True))

    assert ("Confirmed by the peer" in page, "We did, and &lt;b&gt;well&lt;/b&gt;." in page) == (True, True)
    for _ in range(2):
        begun = client.post(at("own-entry", asked.pk))
    own = Entry.objects.get(author=council.colleague)
    assert (begun.url, own.state) == (at("edit", own.pk), "draft")
    assert f'href="{own.get_absolute_url()}"' in shown(client.get(at("reflection", asked.pk)))


def test_answered_once_the_question_leads_to_the_answer(council, asked):
    client = council.client(council.colleague)
    client.post(at("answer-reflection", asked.pk), {"took_place": "no"})

    shown_again, sent_again = (
        client.get(at("answer-reflection", asked.pk)),
        client.post(at("answer-reflection", asked.pk), {"took_place": "yes"}),
    )

    asked.refresh_from_db()
    assert (shown_again.url, sent_again.status_code, asked.state) == (asked.get_absolute_url(), 422, "declined")
    assert "Nothing is left to do." in shown(client.get(asked.get_absolute_url()))


def test_own_entry_before_the_answer_is_refused_with_a_sentence(council, asked):
    page = council.client(council.colleague).post(at("own-entry", asked.pk), follow=True)

    assert ("Say first whether you talked." in shown(page), Entry.objects.count()) == (True, 1)


@pytest.mark.parametrize("role", RoleCode.values)
def test_no_role_opens_a_reflection(council, asked, role):
    client = council.client(holder_of(role, council.organisation))

    answers = [client.get(at("reflection", asked.pk)), client.post(at("withdraw-reflection", asked.pk))]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_peer_may_not_withdraw_and_the_author_may_not_answer(browser, council, asked):
    peer = council.client(council.colleague)

    answers = [peer.post(at(name, asked.pk)) for name in ("withdraw-reflection", "send-again", "reflection-address")]
    answers.append(browser.post(at("answer-reflection", asked.pk), {"took_place": "yes"}))
    assert [answer.status_code for answer in answers] == [403] * 4
    asked.refresh_from_db()
    assert asked.state == "asked"


def test_author_withdraws_the_note(browser, entry, asked):
    response = browser.post(at("withdraw-reflection", asked.pk), follow=True)

    assert response.redirect_chain == [(entry.get_absolute_url(), 302)]
    assert "Did you talk about it with a peer?" in shown(response)
    assert browser.get(asked.get_absolute_url()).status_code == 404


def test_author_names_a_peer_outside_and_sends_again(browser, entry):
    words = {"name": ROSA.name, "role": ROSA.role, "counts_as": ROSA.counts_as, "email": ROSA.email, **SAID}

    page = shown(browser.post(at("outside-peer", entry.pk), words, follow=True))

    noted = PeerReflection.objects.get()
    assert ("With Rosa Whitlock, Hospice nurse." in page, "Waiting for the peer" in page) == (True, True)
    page = shown(browser.post(at("send-again", noted.pk), follow=True))
    assert ("A new link is on its way." in page, Mail.objects.filter(person=None).count()) == (True, 2)


def test_peer_outside_without_a_name_is_told_at_its_field(browser, entry):
    response = browser.post(at("outside-peer", entry.pk), {"counts_as": "professional", **SAID})

    assert (response.status_code, 'href="#id_name"' in shown(response)) == (422, True)
    assert 'value="17 November 2026"' in shown(browser.get(at("outside-peer", entry.pk)))


def test_address_is_shown_once_and_kept_by_no_cache(browser, entry):
    noted = noted_outside(entry, peer=replace(ROSA, email=""))

    answer = browser.post(at("reflection-address", noted.pk))

    address = re.search(r"http://testserver(/l/[\w-]+/)", shown(answer)).group(1)
    assert "no-store" in answer["Cache-Control"]
    assert "/l/" not in shown(browser.get(noted.get_absolute_url()))
    assert TALK.learnt in shown(Client().get(address, follow=True))


def test_address_for_a_colleague_is_refused_with_a_sentence(browser, asked):
    answer = shown(browser.post(at("reflection-address", asked.pk)))

    assert ("This peer is a colleague and is asked in the portal." in answer, Link.objects.count()) == (True, 0)


def test_peer_outside_confirms_by_the_mails_link_without_an_account(council, entry):
    noted = noted_outside(entry)
    phone = Client(enforce_csrf_checks=True)

    page = phone.get(link_in_mail(), follow=True)

    text = shown(page)
    assert (WORDS.title in text, TALK.learnt in text, "You approve nothing" in text) == (True, True, True)
    assert [word for word in (WORDS.happened, WORDS.impact) if word in text] == []
    assert (len(page.content) < 30_000, page["Cache-Control"].count("no-store")) == (True, 1)
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', text).group(1)
    words = {"took_place": "yes", "words": "A good talk.", "csrfmiddlewaretoken": token}
    thanks = phone.post(page.redirect_chain[-1][0], words, follow=True)
    noted.refresh_from_db()
    assert (noted.state, noted.words, "Your answer is noted" in shown(thanks)) == ("confirmed", "A good talk.", True)
    assert Link.objects.get().spent_at == NOW


def test_link_used_twice_expired_guessed_or_withdrawn_changes_nothing(council, entry):
    noted = noted_outside(entry)
    link = link_in_mail()
    phone = Client()
    where = phone.get(link).url
    phone.post(where, {"took_place": "no", "words": "Not me."})

    answers = [phone.get(link), phone.post(where, {"took_place": "yes"}), Client().get(where), Client().get("/l/x/")]

    assert [(each.status_code, GONE in shown(each)) for each in answers] == [(404, True)] * 4
    noted.refresh_from_db()
    assert (noted.state, noted.words) == ("declined", "Not me.")


@pytest.mark.parametrize("ends", ["withdrawn", "answered", "entry"])
def test_link_ends_with_what_it_was_made_for(council, entry, ends):
    noted = noted_outside(entry)
    phone = Client()
    where = phone.get(link_in_mail()).url
    if ends == "withdrawn":
        withdraw(reflection=noted, by=as_actor(entry.author), at=NOW)
    elif ends == "answered":
        PeerReflection.objects.update(state="confirmed", answered_at=NOW)
    else:
        Entry.objects.update(state="withdrawn", withdrawn_at=NOW)

    answers = [phone.get(where).status_code, phone.post(where, {"took_place": "yes"}).status_code]

    assert (answers, Link.objects.get().spent_at) == ([404, 404], None)


def test_answer_without_a_choice_keeps_the_words_and_the_link(entry):
    noted_outside(entry)
    phone = Client()
    where = phone.get(link_in_mail()).url

    page = phone.post(where, {"words": "I am not sure"})

    assert (page.status_code, "I am not sure" in shown(page), Link.objects.get().spent_at) == (422, True, None)


def test_page_for_somebody_outside_works_without_script(entry):
    noted_outside(entry)
    page = shown(Client().get(link_in_mail(), follow=True))

    assert ('<form method="post"' in page, 'type="radio"' in page, "data-owner" in page) == (True, True, True)


def test_partner_is_suggested_and_offers_end(browser, council, entry):
    lines = framework()
    entry.statements.set(lines)
    kept = kept_by(council.colleague)
    kept.statements.set(lines)
    assert council.colleague.full_name not in shown(browser.get(at("peer", entry.pk)))

    council.client(council.colleague).post(at("partner"), {"offer": "1"})

    page = shown(browser.get(at("peer", entry.pk)))
    assert (council.colleague.full_name in page, "wrote in the last twelve months" in page) == (True, True)
    assert "You are suggested to nobody." in page
    page = shown(council.client(council.colleague).post(at("partner"), {"end": "1"}, follow=True))
    assert ("Your wish is noted." in page, PeerOffer.objects.count()) == (True, 0)


def test_year_shows_and_filters_what_was_talked_over(browser, council, asked):
    other = EntryFactory(author=council.author, organisation=council.organisation, title="Alone with it")

    everything, with_peer = shown(browser.get(at("year"))), shown(browser.get(f"{at('year')}?peer=with"))

    assert everything.count("With a peer</small>") == 1
    assert (WORDS.title in with_peer, other.title in with_peer) == (True, False)


def test_author_waits_for_the_peer_and_the_peer_is_to_answer(browser, council, asked):
    own, peers = shown(browser.get("/")), shown(council.client(council.colleague).get("/"))

    assert f"{council.colleague.full_name} to confirm that you talked" in own
    assert f"Confirm {council.author.full_name}’s peer reflection" in peers


def test_answered_reflection_waits_for_nobody(browser, council, asked):
    answer(reflection=asked, took_place=True, words="", by=as_actor(council.colleague), at=NOW)

    own, peers = shown(browser.get("/")), shown(council.client(council.colleague).get("/"))
    assert ("to confirm that you talked" in own, "’s peer reflection" in peers) == (False, False)


@pytest.mark.parametrize("number", [1, 3])
def test_page_of_talks_takes_the_same_queries_whatever_there_is(
    browser, council, entry, django_assert_num_queries, number
):
    for _ in range(number):
        asked_colleague(entry, staff_of(council.organisation))
        PeerOffer.objects.create(person=staff_of(council.organisation), offered_at=NOW)
    browser.get(at("peer", entry.pk))
    with django_assert_num_queries(14):
        browser.get(at("peer", entry.pk))
