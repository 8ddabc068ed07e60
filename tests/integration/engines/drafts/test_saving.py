import pytest
from django.test import Client

from academy.engines.drafts.choices import LARGEST_BYTES
from academy.engines.drafts.models import Draft, DraftCopy, ParkedPost
from tests.factories.identity import UserFactory
from tests.integration.engines.drafts.sample import KEY, opened

URL = f"/drafts/sample.form/{KEY}/"


def save(client, words, *, url=URL, **fields):
    token = client.cookies["csrftoken"].value if "csrftoken" in client.cookies else ""
    return client.post(url, {"text": words, **fields}, headers={"X-CSRFToken": token})


def test_save_draft_answers_revision_and_local_time(signed_in, owner):
    opened(signed_in)
    response = save(signed_in, "First words", revision="0")
    assert (response.status_code, response.json()) == (200, {"revision": 1, "saved_at_text": "10:34"})
    draft = Draft.objects.get()
    assert (draft.owner, draft.form, draft.key, draft.payload) == (owner, "sample.form", KEY, {"text": ["First words"]})


def test_save_draft_from_an_old_revision_answers_where_to_compare(signed_in):
    opened(signed_in)
    save(signed_in, "First", revision="0", tab="a")
    response = save(signed_in, "Second tab", revision="0", tab="b")
    assert (response.status_code, response.json()) == (409, {"compare_url": f"{URL}compare/", "revision": 1})
    assert [copy.payload for copy in DraftCopy.objects.all()] == [{"text": ["Second tab"]}]


def test_save_draft_without_sign_in_answers_401_and_saves_nothing(signed_in):
    opened(signed_in)
    signed_in.cookies.pop("sessionid")
    response = save(signed_in, "Words", revision="0")
    assert response.status_code == 401
    assert response.json()["error"].startswith("You have been signed out.")
    assert Draft.objects.count() == 0


def test_save_draft_of_a_form_made_for_somebody_else_answers_401_and_saves_nothing(signed_in, owner):
    fields = opened(signed_in)
    signed_in.force_login(UserFactory())
    opened(signed_in)
    response = save(signed_in, "Words", revision="0", form_owner=fields["form_owner"])
    assert (response.status_code, Draft.objects.count(), ParkedPost.objects.count()) == (401, 0, 0)


def test_save_draft_without_a_token_is_refused(signed_in):
    opened(signed_in)
    response = signed_in.post(URL, {"text": "Words", "revision": "0"})
    assert (response.status_code, Draft.objects.count()) == (403, 0)


@pytest.mark.parametrize("url", [f"/drafts/unknown.form/{KEY}/", "/drafts/sample.form/new-x/"])
def test_save_draft_of_an_unknown_form_or_key_is_not_found(signed_in, url):
    opened(signed_in)
    assert (save(signed_in, "Words", url=url, revision="0").status_code, Draft.objects.count()) == (404, 0)


@pytest.mark.parametrize("length", [LARGEST_BYTES, 4 * LARGEST_BYTES])
def test_save_draft_too_large_answers_413_with_what_to_do(signed_in, length):
    opened(signed_in)
    response = save(signed_in, "x" * length, revision="0")
    assert response.status_code == 413
    assert response.json() == {
        "error": "This is more text than can be saved: at most 512 kB. Shorten it, or attach it as a file."
    }
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("revision", ["", "-1", "one", "9" * 12])
def test_save_draft_with_a_bad_revision_answers_422(signed_in, revision):
    opened(signed_in)
    assert (save(signed_in, "Words", revision=revision).status_code, Draft.objects.count()) == (422, 0)


def test_compare_page_shows_both_texts_to_their_owner_only(signed_in):
    opened(signed_in)
    save(signed_in, "Kept <b>words</b>", revision="0", tab="a")
    save(signed_in, "Other words", revision="0", tab="b")
    html = signed_in.get(f"{URL}compare/").content.decode()
    assert html.count("Kept &lt;b&gt;words&lt;/b&gt;") == 1
    assert html.count("Other words") == 1
    other = Client()
    other.force_login(UserFactory())
    response = other.get(f"{URL}compare/")
    assert response.status_code == 404
    assert "Other words" not in response.content.decode()


def test_compare_page_choice_of_the_other_text_leads_back_to_the_form(signed_in):
    opened(signed_in)
    save(signed_in, "Kept", revision="0", tab="a")
    save(signed_in, "Other", revision="0", tab="b")
    token = signed_in.cookies["csrftoken"].value
    copy = str(DraftCopy.objects.get().uid)
    response = signed_in.post(f"{URL}compare/", {"copy": copy}, headers={"X-CSRFToken": token})
    assert (response.status_code, response["Location"]) == (302, f"/sample/{KEY}/")
    assert Draft.objects.get().payload == {"text": ["Other"]}


def test_compare_page_without_a_second_text_leads_back_to_the_form(signed_in):
    opened(signed_in)
    save(signed_in, "Kept", revision="0")
    html = signed_in.get(f"{URL}compare/").content.decode()
    assert f'There is only one text now. <a class="govuk-link" href="/sample/{KEY}/">' in html
