"""What may tell who somebody is, in an entry: shown in place when kept, let pass with a reason, not in a draft."""

import re
from html import unescape

from academy.development.models import Entry
from academy.engines.guard.known import Alias
from academy.engines.guard.models import Overrule
from academy.engines.guard.services.keys import keep_key
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
