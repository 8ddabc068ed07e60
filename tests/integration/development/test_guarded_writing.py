"""What may tell who somebody is, in an entry: shown in place when kept, let pass with a reason, not in a draft."""

import re
from html import unescape

from django.urls import reverse

from academy.development.models import Entry
from academy.engines.guard.known import Alias
from academy.engines.guard.models import Overrule
from academy.engines.guard.selectors.overrules import overrules_of
from academy.engines.guard.services.keys import keep_key
from academy.engines.guard.texts import bounds
from tests.factories.development import kept_by
from tests.factories.files import upload
from tests.factories.people import NOW, as_actor
from tests.integration.development.test_writing import WRITTEN, edit_form, new_form

TOLD = "I met her at BS1 5TR.\r\nWe talked."
PLAIN = {**WRITTEN, "keep": "1", "happened": TOLD}
BOX = re.compile(r'name="guard_overruled" type="checkbox" value="([0-9a-f]{64})"')


def shown(response):
    return unescape(response.content.decode())


def test_hit_in_what_is_kept_is_shown_in_place_and_keeps_everything_typed(browser):
    response = browser.post(new_form(), PLAIN)
    page = shown(response)
    assert (response.status_code, Entry.objects.count()) == (422, 0)
    assert "Postcode: “I met her at <mark>BS1 5TR</mark>.” It is a whole postcode" in page
    assert "We talked.</textarea>" in page
    assert len(BOX.findall(page)) == 1


def test_hit_overruled_with_a_reason_is_kept_and_not_asked_again(browser):
    address = new_form()
    (mark,) = BOX.findall(shown(browser.post(address, PLAIN)))
    reason = {"guard_overruled": mark, "guard_reason": "It is the town hall."}
    browser.post(address, {**PLAIN, **reason})
    entry = Entry.objects.get()
    assert (entry.state, entry.happened) == ("kept", "I met her at BS1 5TR.\nWe talked.")
    assert list(Overrule.objects.values_list("thing_id", "field", "reason")) == [
        (entry.pk, "happened", "It is the town hall.")
    ]
    again = browser.post(edit_form(entry), {**PLAIN, "impact": "More.", "seen": entry.changed_at.isoformat()})
    assert (again.status_code, Entry.objects.get().impact) == (302, "More.")


def test_draft_is_left_with_whatever_it_says(browser):
    browser.post(new_form(), {**WRITTEN, "happened": TOLD, "leave": "1"})
    assert (Entry.objects.get().state, Overrule.objects.count()) == ("draft", 0)


def test_form_offers_own_pseudonyms_without_whom_they_mean_and_finds_the_name(browser, council):
    keep_key(aliases=[Alias("Mrs A", "Margaret Ellis")], seen=None, by=as_actor(council.author), at=NOW)
    page = shown(browser.get(new_form()))
    assert '<p class="app-dense app-2">Mrs A</p>' in page
    assert "Margaret" not in page
    refused = shown(browser.post(new_form(), {**WRITTEN, "keep": "1", "learnt": "Ellis decided herself."}))
    assert "“<mark>Ellis</mark> decided herself.” You listed it yourself" in refused
    assert "Write “Mrs A” instead" in refused


def test_file_is_looked_through_before_it_stands_beside_an_entry(browser, council, settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    entry = kept_by(council.author)
    address = reverse("development:files", args=[entry.pk])
    refused = browser.post(address, {"upload": upload(TOLD.encode(), name="notes.txt")})
    page = shown(refused)
    assert (refused.status_code, entry.files.count()) == (422, 0)
    assert "“I met her at <mark>BS1 5TR</mark>.” (in the file’s text)." in page
    (mark,) = BOX.findall(page)
    reason = {"guard_overruled": mark, "guard_reason": "It is the town hall."}
    browser.post(address, {"upload": upload(TOLD.encode(), name="notes.txt"), **reason})
    assert [each.file.original_name for each in entry.files.all()] == ["notes.txt"]
    assert [row.field for row in overrules_of(entry)] == ["upload"]


def test_file_that_is_too_long_to_read_is_taken_and_said(browser, council, settings, monkeypatch):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    monkeypatch.setattr(bounds, "MOST_SIGNS", 12)
    entry = kept_by(council.author)
    address = reverse("development:files", args=[entry.pk])
    page = shown(browser.post(address, {"upload": upload(TOLD.encode(), name="notes.txt")}, follow=True))
    assert entry.files.count() == 1
    assert "“notes.txt” was not wholly looked through. It is longer than the portal reads" in page
