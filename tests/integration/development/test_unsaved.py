"""A long entry that was typed is there again: autosaved, sent after a time-out, or written in a second tab."""

import re
import uuid

import pytest
from django.urls import reverse

from academy.development.models import Entry
from academy.engines.drafts.models import Draft, DraftCopy, ParkedPost
from academy.engines.drafts.services.drafts import Sent, save
from tests.factories.development import EntryFactory, framework, kept_by
from tests.factories.people import NOW, account_of

TOKEN = uuid.UUID("0f0e0d0c-0b0a-4908-8706-050403020100")
FORM = f"/cpd/new/{TOKEN}/"
SAVING = f"/drafts/development.entry/new-{TOKEN}/"
LONG = "I was asked for a second opinion. " * 300
WRITTEN = {
    "kind": "talk",
    "title": "Whose risk?",
    "started_on": "12/11/2026",
    "way": "others",
    "happened": LONG.strip(),
    "seen": "",
}


def shown(response):
    return response.content.decode()


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def autosave(browser, address=SAVING, revision=0, **words):
    return browser.post(address, {**WRITTEN, **words, "revision": revision, "tab": "a"}).json()


def test_form_says_where_and_from_which_revision_it_saves_itself(browser):
    page = shown(browser.get(FORM))
    assert f'data-autosave-url="{SAVING}" data-autosave-revision="0"' in page
    autosave(browser)
    assert f'data-autosave-url="{SAVING}" data-autosave-revision="1"' in shown(browser.get(FORM))


def test_autosaved_words_are_in_the_form_again_with_what_they_are(browser):
    autosave(browser, started_on="not a day", hours="some")
    page = shown(browser.get(FORM))
    assert "These are your unsaved words of 17 November, 09:30." in page
    assert (LONG.strip() in page, "not a day" in page, 'value="talk" checked' in page) == (True, True, True)


def test_autosaved_changes_of_a_kept_entry_do_not_touch_it(browser, council):
    entry = kept_by(council.author)
    autosave(browser, f"/drafts/development.entry/{entry.pk}/", title="Changed")
    assert Entry.objects.get().title == "Whose risk was it?"
    assert 'value="Changed"' in shown(browser.get(reverse("development:edit", args=[entry.pk])))
    assert "Changed" not in shown(browser.get(entry.get_absolute_url()))


def test_unsaved_words_come_first_in_the_year(browser):
    autosave(browser)
    page = shown(browser.get("/cpd/"))
    assert (
        f'<a class="govuk-link" href="{FORM}">Whose risk?</a><small>Unsaved words of 17 November, 09:30</small>' in page
    )


@pytest.mark.parametrize("button", ["keep", "leave"])
def test_autosaved_words_go_with_what_is_handed_in(browser, button):
    autosave(browser)
    assert browser.post(FORM, {**WRITTEN, button: "1"}).status_code == 302
    assert (Draft.objects.count(), Entry.objects.count()) == (0, 1)


def test_autosaved_words_stay_when_the_form_is_refused(browser):
    autosave(browser)
    response = browser.post(FORM, {**WRITTEN, "way": "", "keep": "1"})
    assert (response.status_code, Draft.objects.count()) == (422, 1)
    assert "These are your unsaved words" not in shown(response)


def test_autosaved_words_are_discarded_when_asked(browser, council):
    autosave(browser)
    response = browser.post(FORM, {"discard": "1"}, follow=True)
    assert (Draft.objects.count(), response.redirect_chain) == (0, [("/cpd/", 302)])
    entry = kept_by(council.author)
    autosave(browser, f"/drafts/development.entry/{entry.pk}/", title="Changed")
    edit = reverse("development:edit", args=[entry.pk])
    response = browser.post(edit, {"discard": "1"}, follow=True)
    assert (Draft.objects.count(), response.redirect_chain) == (0, [(edit, 302)])
    assert "The unsaved words are gone." in shown(response)


def test_second_tab_is_told_and_both_texts_are_kept(browser):
    autosave(browser)
    answer = browser.post(SAVING, {**WRITTEN, "title": "Second tab", "revision": 0, "tab": "b"})
    assert answer.status_code == 409
    assert answer.json()["compare_url"] == f"{SAVING}compare/"
    assert (Draft.objects.get().payload["title"], DraftCopy.objects.get().payload["title"]) == (
        ["Whose risk?"],
        ["Second tab"],
    )
    page = shown(browser.get(FORM))
    assert "There is a second text of this form" in page
    assert "Second tab" in shown(browser.get(f"{SAVING}compare/"))


def test_words_of_others_are_in_nobody_elses_form(browser, council):
    autosave(browser)
    other = council.client(council.colleague)
    assert LONG.strip() not in shown(other.get(FORM))
    assert "Whose risk?" not in shown(other.get("/cpd/"))


def test_form_sent_after_the_session_ended_is_there_again_after_signing_in(council):
    browser = council.client(council.author, enforce_csrf_checks=True)
    page = shown(browser.get(FORM))
    sent = {
        **WRITTEN,
        "keep": "1",
        "form_owner": hidden(page, "form_owner"),
        "csrfmiddlewaretoken": hidden(page, "csrfmiddlewaretoken"),
    }
    del browser.cookies["sessionid"]  # the session ended; the browser keeps its token
    response = browser.post(FORM, sent)
    assert (Entry.objects.count(), response.status_code) == (0, 302)
    assert response.headers["Location"].startswith("/accounts/login/")
    parked = ParkedPost.objects.get()
    assert (parked.owner, parked.payload["happened"]) == (account_of(council.author), [LONG.strip()])
    again = council.client(council.author)
    page = shown(again.get(FORM))
    assert "were kept.</strong>" in page
    back = again.post(reverse("drafts:put-back", args=[parked.uid]), follow=True)
    assert back.redirect_chain == [(FORM, 302)]
    assert LONG.strip() in shown(back)
    again.post(FORM, {**WRITTEN, "keep": "1"})
    assert Entry.objects.get().happened == LONG.strip()


def test_form_of_one_person_sent_while_another_is_signed_in_is_kept_for_the_first(council):
    page = shown(council.client(council.author).get(FORM))
    other = council.client(council.colleague)
    response = other.post(FORM, {**WRITTEN, "keep": "1", "form_owner": hidden(page, "form_owner")})
    assert (response.status_code, Entry.objects.count()) == (302, 0)
    assert ParkedPost.objects.get().owner == account_of(council.author)
    assert LONG.strip() not in shown(other.get(FORM))


def test_draft_of_an_entry_that_is_not_ones_own_opens_nothing(browser, council):
    entry = EntryFactory(author=council.colleague, organisation=council.organisation, title="Hers")
    save(
        owner=account_of(council.author), form="development.entry", key=str(entry.pk), sent=Sent(0, payload={}), at=NOW
    )
    response = browser.get(reverse("development:edit", args=[entry.pk]))
    assert (response.status_code, "Hers" in shown(response)) == (404, False)


def test_two_texts_are_compared_by_what_people_call_their_fields(browser):
    first, second, _ = framework()
    autosave(browser, statements=[first.pk], seen="2026-11-17T09:30:00+00:00", opened=["pcf"])
    browser.post(SAVING, {**WRITTEN, "title": "Hers", "statements": [second.pk], "revision": 0, "tab": "b"})
    page = shown(browser.get(reverse("drafts:compare", args=["development.entry", f"new-{TOKEN}"])))
    heads = re.findall(r'<th scope="row" class="govuk-table__header">([^<]*)', page)
    assert heads == [
        "Kind of learning",
        "Title",
        "When",
        "Learnt mostly",
        "What happened, and why it matters",
        "Standards",
    ]
    assert ("PCF 1 Line 1" in page, "PCF 2 Line 2" in page, "From others" in page) == (True, True, True)
