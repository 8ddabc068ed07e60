import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from academy.development.choices import Kind
from academy.development.models import Entry
from academy.development.services.entries import withdraw
from tests.factories.development import CpdPolicyFactory, EntryFactory, framework, kept_by
from tests.factories.people import NOW, as_actor

WRITTEN = {
    "kind": "work",
    "title": "Whose risk was it?",
    "started_on": "12 November 2026",
    "way": "experience",
    "happened": "I was asked for a second opinion.",
    "learnt": "That I read unwise as unable.",
    "impact": "",
    "hours": "1.5",
    "seen": "",
}


def new_form():
    return reverse("development:new-form", args=[uuid.uuid4()])


def shown(response):
    return response.content.decode()


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def edit_form(entry):
    return reverse("development:edit", args=[entry.pk])


def test_new_entry_gets_a_form_of_its_own(browser):
    first, second = (browser.get("/cpd/new/").headers["Location"] for _ in range(2))
    assert re.fullmatch(r"/cpd/new/[0-9a-f-]{36}/", first)
    assert first != second


def test_form_sent_with_keep_is_kept_and_leads_to_the_entry(browser, council):
    line, *_ = framework()
    response = browser.post(new_form(), {**WRITTEN, "statements": [line.pk], "keep": "1"}, follow=True)
    entry = Entry.objects.get()
    assert (entry.author, entry.state, entry.title, str(entry.hours)) == (
        council.author,
        "kept",
        WRITTEN["title"],
        "1.50",
    )
    assert list(entry.statements.all()) == [line]
    assert response.redirect_chain == [(entry.get_absolute_url(), 302)]
    assert "Kept. It is private until you share it." in shown(response)


def test_form_sent_with_leave_is_a_draft_and_leads_to_the_year(browser):
    response = browser.post(new_form(), {"kind": "talk", "title": "Half", "leave": "1", "seen": ""}, follow=True)
    assert (Entry.objects.get().state, response.redirect_chain) == ("draft", [("/cpd/", 302)])
    assert "Left as a draft" in shown(response)


def test_form_sent_for_files_is_a_draft_and_leads_to_its_files(browser):
    response = browser.post(new_form(), {**WRITTEN, "files": "1"})
    assert response.headers["Location"] == reverse("development:files", args=[Entry.objects.get().pk])


def test_form_sent_twice_makes_one_entry(browser):
    address = new_form()
    for _ in range(2):
        browser.post(address, {**WRITTEN, "keep": "1"})
    assert Entry.objects.count() == 1


def test_address_of_a_form_leads_to_the_entry_it_became(browser):
    address = new_form()
    browser.post(address, {**WRITTEN, "keep": "1"})
    assert browser.get(address).headers["Location"] == edit_form(Entry.objects.get())


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"title": ""}, "title", "Give it a title, so that you find it again."),
        ({"title": "t" * 201}, "title", "Use at most 200 characters. You have 201."),
        ({"happened": "x" * 20_001}, "happened", "Use at most 20,000 characters. You have 20001."),
        ({"happened": ""}, "happened", "Write what happened, in a sentence at least."),
        (
            {"started_on": "18 November 2026"},
            "started_on",
            "Write a day that has been; an entry is about what you did.",
        ),
        ({"started_on": "31 February 2026"}, "started_on", "There is no 31 February 2026."),
        ({"started_on": ""}, "started_on", "Write when it was."),
        ({"ended_on": "1 November 2026"}, "ended_on", "The last day cannot be before the first."),
        ({"way": ""}, "way", "Say how you learnt it mostly."),
        ({"hours": "many"}, "hours", "Write hours as a number, such as 1.5."),
        ({"hours": "-1"}, "hours", "Write hours between 0 and 999, or leave it empty."),
        ({"hours": "1e400"}, "hours", "Write hours between 0 and 999, or leave it empty."),
        ({"kind": "podcast"}, "kind", "Choose one of the answers shown."),
        ({"statements": ["987"]}, "statements", "Choose only from the answers shown."),
        ({"statements": ["x"]}, "statements", "Choose only from the answers shown."),
        ({"happened": "a\x00b"}, "happened", "Null characters are not allowed."),
    ],
)
def test_wrong_answer_is_told_at_its_field_and_in_the_summary_and_nothing_is_lost(browser, change, field, said):
    response = browser.post(new_form(), {**WRITTEN, **change, "keep": "1"})
    page = shown(response)
    assert (response.status_code, Entry.objects.count()) == (422, 0)
    assert f'<li><a href="#id_{field}">{said}</a></li>' in page
    assert page.count(said) == 2
    assert WRITTEN["learnt"] in page


def test_html_in_the_words_is_shown_and_never_run(browser):
    nasty = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    words = {**WRITTEN, "title": nasty, "happened": nasty, "learnt": nasty, "impact": nasty, "keep": "1"}
    browser.post(new_form(), words)
    entry = Entry.objects.get()
    for address in ("/cpd/", entry.get_absolute_url(), edit_form(entry)):
        page = shown(browser.get(address))
        assert ("<script>alert" in page, "<img src=x" in page) == (False, False)
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("button", ["questions", "find", "framework"])
def test_buttons_that_show_the_form_again_keep_everything_typed(browser, button):
    framework("ot", professions=["occupational_therapist"])
    typed = {**WRITTEN, "started_on": "not a day yet", "hours": "some", button: "ot-2018"}
    response = browser.post(new_form(), typed)
    page = shown(response)
    assert (response.status_code, Entry.objects.count(), "There is a problem" in page) == (200, 0, False)
    for words in ("not a day yet", 'value="some"', WRITTEN["title"], WRITTEN["happened"], WRITTEN["learnt"]):
        assert words in page


def test_other_kind_asks_other_questions_without_script(browser):
    questions = {kind: {"usual_way": "experience", "happened": [f"How was {kind}?"]} for kind in Kind.values}
    CpdPolicyFactory(questions=questions)
    address = new_form()
    assert "<li>How was work?</li>" in shown(browser.get(address))
    page = shown(browser.post(address, {**WRITTEN, "kind": "peer", "questions": "1"}))
    assert ("<li>How was peer?</li>" in page, "<li>How was work?</li>" in page) == (True, False)
    assert 'value="peer" checked' in page


def test_other_questions_come_with_the_usual_way_where_none_was_chosen(browser):
    CpdPolicyFactory(questions={"course": {"usual_way": "formal"}})
    address = new_form()
    page = shown(browser.post(address, {"kind": "course", "questions": "1"}))
    assert '<option value="formal" selected>' in page
    page = shown(browser.post(address, {"kind": "course", "way": "others", "questions": "1"}))
    assert '<option value="others" selected>' in page


def test_form_whose_entry_was_withdrawn_meanwhile_keeps_the_words_on_the_page(browser, council):
    entry = kept_by(council.author)
    withdraw(entry=entry, reason="Wrong", by=as_actor(council.author), at=NOW)
    response = browser.post(edit_form(entry), {**WRITTEN, "learnt": "Written late", "keep": "1"})
    page = shown(response)
    assert (response.status_code, "Bring it back first, then change it." in page, "Written late" in page) == (
        422,
        True,
        True,
    )


def test_standard_of_another_framework_is_brought_and_found_without_script(browser):
    lines = framework("ot", professions=["occupational_therapist"])
    address, box = new_form(), f'name="statements" type="checkbox" value="{lines[1].pk}"'
    assert box not in shown(browser.get(address))
    assert box in shown(browser.post(address, {**WRITTEN, "framework": "ot-2018"}))
    assert box in shown(browser.post(address, {**WRITTEN, "opened": "ot-2018", "keep": "1", "title": ""}))
    found = shown(browser.post(address, {**WRITTEN, "find": "1", "standards_called": "line 2"}))
    assert (box in found, f'type="checkbox" value="{lines[0].pk}"' in found) == (True, False)
    assert "1 more standard with “line 2”." in found


def test_ticked_standard_stays_ticked_when_the_form_is_shown_again(browser):
    lines = framework("ot", professions=["occupational_therapist"])
    page = shown(browser.post(new_form(), {**WRITTEN, "statements": [lines[2].pk], "questions": "1"}))
    assert f'value="{lines[2].pk}" checked' in page


def test_kept_entry_is_changed_by_keeping_again(browser, council):
    entry = kept_by(council.author)
    page = shown(browser.get(edit_form(entry)))
    assert ("Keep what I changed" in page, "Leave as draft" in page) == (True, False)
    browser.post(edit_form(entry), {**WRITTEN, "title": "Another", "seen": hidden(page, "seen"), "keep": "1"})
    entry.refresh_from_db()
    assert (entry.title, entry.state, Entry.objects.count()) == ("Another", "kept", 1)


def test_second_tab_that_keeps_over_the_first_sees_both_texts_and_decides(browser, council):
    entry = kept_by(council.author)
    seen = hidden(shown(browser.get(edit_form(entry))), "seen")
    Entry.objects.filter(pk=entry.pk).update(learnt="Tab one’s words", changed_at=NOW + timedelta(minutes=1))
    response = browser.post(edit_form(entry), {**WRITTEN, "learnt": "Tab two’s words", "seen": seen, "keep": "1"})
    page = shown(response)
    assert response.status_code == 422
    assert "This entry was changed in another tab since you opened it. Both texts are below." in page
    assert ("Tab one’s words" in page, "Tab two’s words" in page) == (True, True)
    assert Entry.objects.get().learnt == "Tab one’s words"
    words = {**WRITTEN, "learnt": "Both", "seen": hidden(page, "seen"), "keep": "1"}
    assert browser.post(edit_form(entry), words).status_code == 302
    assert Entry.objects.get().learnt == "Both"


def test_validation_error_does_not_hide_that_another_tab_was_quicker(browser, council):
    entry = kept_by(council.author)
    seen = hidden(shown(browser.get(edit_form(entry))), "seen")
    Entry.objects.filter(pk=entry.pk).update(learnt="Tab one’s words", changed_at=NOW + timedelta(minutes=1))
    page = shown(browser.post(edit_form(entry), {**WRITTEN, "title": "", "seen": seen, "keep": "1"}))
    assert hidden(page, "seen") == seen


def test_withdrawn_entry_is_not_opened_for_writing(browser, council):
    entry = EntryFactory(author=council.author, organisation=council.organisation, withdrawn=True)
    response = browser.get(edit_form(entry), follow=True)
    assert response.redirect_chain == [(entry.get_absolute_url(), 302)]
    assert "Bring it back first" in shown(response)


@pytest.mark.parametrize("seen", ["nonsense", "2026-99-99T00:00:00Z"])
def test_tampered_moment_is_taken_for_a_form_that_saw_nothing(browser, council, seen):
    entry = kept_by(council.author)
    response = browser.post(edit_form(entry), {**WRITTEN, "seen": seen, "keep": "1"})
    assert (response.status_code, "another tab" in shown(response)) == (422, True)


@pytest.mark.parametrize("number", [1, 3])
def test_form_takes_the_same_queries_whatever_there_is(council, django_assert_num_queries, number):
    entry = kept_by(council.author)
    for each in range(number):
        entry.statements.add(*framework(f"f{each}", lines=number))
    browser = council.client(council.author)
    browser.get(edit_form(entry))
    with django_assert_num_queries(18):
        browser.get(edit_form(entry))
