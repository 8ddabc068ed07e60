import pytest
from django.urls import reverse

from academy.development.choices import SHARE
from academy.development.models import Discussion, Share
from academy.development.services.sharing import share
from academy.engines.access.services.grants import give
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from tests.factories.development import WORDS, EntryFactory, kept_by
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of

PAGES = ("entry", "edit", "withdraw", "share", "discuss", "files")


@pytest.fixture
def entry(council):
    return kept_by(council.author)


@pytest.fixture
def shared(council, entry):
    return share(entry=entry, person=council.colleague, note="See <b>this</b>", by=as_actor(council.author), at=NOW)


def at(name, *args):
    return reverse(f"development:{name}", args=args)


def shown(response):
    return response.content.decode()


def answers(client, entry):
    return {name: client.get(at(name, entry.pk)).status_code for name in PAGES}


def test_author_opens_every_page_of_her_entry(browser, entry):
    assert answers(browser, entry) == dict.fromkeys(PAGES, 200)


@pytest.mark.parametrize("role", RoleCode.values)
def test_every_role_gets_404_for_every_page_of_somebodys_entry(council, entry, role):
    client = council.client(holder_of(role, council.organisation))
    assert answers(client, entry) == dict.fromkeys(PAGES, 404)


def test_line_manager_gets_404_and_learns_nothing(council, entry):
    client = council.client(council.manager)
    assert answers(client, entry) == dict.fromkeys(PAGES, 404)
    assert WORDS.title not in shown(client.get(at("entry", entry.pk)))
    assert WORDS.title not in shown(client.get(at("year")))


@pytest.mark.parametrize(
    ("name", "data"),
    [("withdraw", {"reason": "x"}), ("share", {"person": "1"}), ("bring-back", {}), ("edit", {"title": "x"})],
)
def test_tampered_id_is_a_404_for_acts_too(council, entry, name, data):
    client = council.client(council.manager)
    assert client.post(at(name, entry.pk), data).status_code == 404
    entry.refresh_from_db()
    assert (entry.state, entry.title) == ("kept", WORDS.title)


def test_reader_reads_and_notes_and_nothing_else(council, entry, shared):
    client = council.client(council.colleague)
    assert answers(client, entry) == {**dict.fromkeys(PAGES, 403), "entry": 200, "discuss": 200}


def test_reader_reads_the_shared_version_and_never_the_live_text(council, entry, shared):
    type(entry).objects.filter(pk=entry.pk).update(learnt="Written since", title="Renamed since")
    page = shown(council.client(council.colleague).get(at("entry", entry.pk)))
    assert (WORDS.learnt in page, WORDS.title in page) == (True, True)
    assert ("Written since" in page, "Renamed since" in page) == (False, False)
    assert "See &lt;b&gt;this&lt;/b&gt;" in page
    assert f"By {council.author.full_name}, shared with you on 17 November 2026." in page


def test_reading_somebody_elses_entry_is_audited_and_ones_own_is_not(browser, council, entry, shared):
    reads = Event.objects.filter(kind="read")
    browser.get(at("entry", entry.pk))
    assert reads.count() == 0
    council.client(council.colleague).get(at("entry", entry.pk))
    event = reads.get()
    assert (event.about_id, event.subject_label, event.subject_id) == (
        council.author.pk,
        "development.entry",
        str(entry.pk),
    )
    assert event.actor.name == council.colleague.full_name


def test_grant_without_a_share_opens_nothing(council, entry):
    give(person=council.colleague, thing=entry, purpose=SHARE, by=as_actor(council.author), at=NOW)
    response = council.client(council.colleague).get(at("entry", entry.pk))
    assert (response.status_code, WORDS.title in shown(response)) == (404, False)


def test_shared_entries_are_listed_for_their_reader(council, entry, shared):
    page = shown(council.client(council.colleague).get(at("shared")))
    assert (WORDS.title in page, council.author.full_name in page) == (True, True)
    assert WORDS.title not in shown(council.client(council.manager).get(at("shared")))


@pytest.mark.parametrize("number", [1, 3])
def test_shared_list_takes_the_same_queries_whatever_there_is(council, django_assert_num_queries, number):
    for _ in range(number):
        share(entry=kept_by(council.author), person=council.colleague, note="", by=as_actor(council.author), at=NOW)
    client = council.client(council.colleague)
    client.get(at("shared"))
    with django_assert_num_queries(7):
        client.get(at("shared"))


def test_colleague_is_found_by_name_and_chosen_without_script(browser, council, entry):
    tom = staff_of(council.organisation, person=PersonFactory(given_name="Tom", family_name="Breakwell"))
    page = shown(browser.get(at("share", entry.pk)))
    assert (council.manager.full_name in page, "Tom Breakwell" in page) == (True, False)
    address = f"{at('share', entry.pk)}?q=breakw"
    page = shown(browser.get(address))
    assert ("Tom Breakwell" in page, "1 found for “breakw”." in page, council.manager.full_name in page) == (
        True,
        True,
        False,
    )
    response = browser.post(address, {"person": tom.pk, "note": "Please"}, follow=True)
    assert response.redirect_chain == [(entry.get_absolute_url(), 302)]
    assert (Share.objects.get().person, Share.objects.get().note) == (tom, "Please")
    assert "Reads it as it stands." in shown(response)


def test_nobody_found_says_what_to_try(browser, entry):
    page = shown(browser.get(f"{at('share', entry.pk)}?q=zzz"))
    assert ("Try another part of the name." in page, "Share this entry</button>" in page) == (True, False)


def test_tampered_person_is_refused(browser, council, entry):
    stranger = PersonFactory()
    response = browser.post(at("share", entry.pk), {"person": stranger.pk})
    assert (response.status_code, "Choose one of the answers shown." in shown(response)) == (422, True)
    assert Share.objects.count() == 0


def test_sharing_a_draft_is_refused_with_what_to_do(browser, council):
    draft = EntryFactory(author=council.author, organisation=council.organisation, draft=True)
    response = browser.post(at("share", draft.pk), {"person": council.manager.pk})
    assert (response.status_code, "Keep this entry first." in shown(response)) == (422, True)


def test_author_sees_that_a_reader_sees_an_older_version(browser, entry, shared):
    type(entry).objects.filter(pk=entry.pk).update(learnt="Written since")
    assert "your changes since are not shared" in shown(browser.get(at("entry", entry.pk)))


def test_author_ends_a_share(browser, council, entry, shared):
    response = browser.post(at("end-share", entry.pk, shared.pk), follow=True)
    assert "They can open the entry no more." in shown(response)
    assert council.client(council.colleague).get(at("entry", entry.pk)).status_code == 404


def test_share_of_another_entry_is_not_ended_through_this_one(browser, council, entry, shared):
    other = kept_by(council.author)
    assert browser.post(at("end-share", other.pk, shared.pk)).status_code == 404
    assert Share.objects.live().count() == 1


def test_ending_a_share_twice_says_so(browser, entry, shared):
    for _ in range(2):
        response = browser.post(at("end-share", entry.pk, shared.pk), follow=True)
    assert "The sharing has ended already." in shown(response)


def test_reader_notes_the_talk(council, entry, shared):
    client = council.client(council.colleague)
    type(entry).objects.filter(pk=entry.pk).update(title="Renamed since")
    page = shown(client.get(at("discuss", entry.pk)))
    assert ('value="17 November 2026"' in page, WORDS.title in page, "Renamed since" in page) == (True, True, False)
    words = {"person": council.colleague.pk, "on": "16 November 2026"}
    page = shown(client.post(at("discuss", entry.pk), words, follow=True))
    talk = Discussion.objects.get()
    assert (talk.person, talk.noted_by, f"{talk.on:%d %B}") == (council.colleague, council.colleague, "16 November")
    assert ("Noted. Both of you see it." in page, "16 November 2026" in page) == (True, True)


def test_author_notes_the_talk_with_a_reader_she_names(browser, council, entry, shared):
    share(entry=entry, person=council.manager, note="", by=as_actor(council.author), at=NOW)
    words = {"person": council.manager.pk, "on": "16 November 2026"}
    assert WORDS.title in shown(browser.get(at("discuss", entry.pk)))
    assert browser.post(at("discuss", entry.pk), words).status_code == 302
    assert Discussion.objects.get().person == council.manager


@pytest.mark.parametrize(("on", "said"), [("18 November 2026", "Write a day that has been."), ("", "Write a date")])
def test_talk_on_a_wrong_day_is_told_at_its_field(browser, council, entry, shared, on, said):
    response = browser.post(at("discuss", entry.pk), {"person": council.colleague.pk, "on": on})
    assert (response.status_code, f'<a href="#id_on">{said}' in shown(response)) == (422, True)


def test_talk_of_another_reader_cannot_be_noted_by_tampering(council, entry, shared):
    share(entry=entry, person=council.manager, note="", by=as_actor(council.author), at=NOW)
    client = council.client(council.colleague)
    response = client.post(at("discuss", entry.pk), {"person": council.manager.pk, "on": "16 November 2026"})
    assert (response.status_code, Discussion.objects.count()) == (422, 0)
