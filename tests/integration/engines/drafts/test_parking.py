import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from academy.engines.drafts.choices import LARGEST_BYTES
from academy.engines.drafts.models import Draft, ParkedPost
from tests.factories.identity import UserFactory
from tests.integration.engines.drafts import sample
from tests.integration.engines.drafts.sample import KEY, opened

URL = f"/sample/{KEY}/"
OFFER = "Your words of 10:34 were kept."


def send(client, fields, words, **more):
    return client.post(URL, {**fields, "text": words, **more})


@pytest.fixture
def expired(signed_in):
    """A form page open while its session ended; the CSRF cookie outlives the session."""
    fields = opened(signed_in)
    signed_in.cookies.pop("sessionid")
    return signed_in, fields


def test_form_sent_after_the_session_ended_is_kept_and_leads_to_sign_in(expired, owner):
    client, fields = expired
    response = send(client, fields, "Long afternoon's words")
    assert (response.status_code, response["Location"]) == (302, f"/accounts/login/?next={URL}")
    parked = ParkedPost.objects.get()
    assert (parked.owner, parked.form, parked.key, parked.path) == (owner, "sample.form", KEY, URL)
    assert (parked.payload, parked.had_files) == ({"text": ["Long afternoon's words"]}, False)
    assert sample.sent == []


def test_kept_form_is_offered_to_its_owner_and_put_back(expired, owner):
    client, fields = expired
    send(client, fields, "Late words")
    client.force_login(owner)
    page = client.get(URL).content.decode()
    assert page.count(OFFER) == 1
    assert "<textarea name='text'></textarea>" in page
    fields = opened(client)
    uid = ParkedPost.objects.get().uid
    response = client.post(f"/drafts/parked/{uid}/put-back/", {"csrfmiddlewaretoken": fields["csrfmiddlewaretoken"]})
    assert (response.status_code, response["Location"]) == (302, URL)
    page = client.get(URL).content.decode()
    assert "<textarea name='text'>Late words</textarea>" in page
    assert OFFER not in page
    assert sample.sent == []


def test_kept_form_is_discarded_when_its_owner_says_so(expired, owner):
    client, fields = expired
    send(client, fields, "Late words")
    client.force_login(owner)
    token = opened(client)["csrfmiddlewaretoken"]
    response = client.post(f"/drafts/parked/{ParkedPost.objects.get().uid}/discard/", {"csrfmiddlewaretoken": token})
    assert (response.status_code, response["Location"]) == (302, URL)
    assert (ParkedPost.objects.count(), Draft.objects.count()) == (0, 0)


def test_kept_form_is_never_shown_to_somebody_else(expired):
    client, fields = expired
    send(client, fields, "Late words")
    other = Client()
    other.force_login(UserFactory())
    assert "Late words" not in other.get(URL).content.decode()
    assert OFFER not in other.get(URL).content.decode()
    for act in ("put-back", "discard"):
        assert other.post(f"/drafts/parked/{ParkedPost.objects.get().uid}/{act}/").status_code == 404
    assert (ParkedPost.objects.count(), Draft.objects.count()) == (1, 0)


def test_files_of_a_kept_form_are_said_not_to_be_kept(expired, owner):
    client, fields = expired
    send(client, fields, "Late words", files=SimpleUploadedFile("plan.txt", b"secret plan"))
    assert ParkedPost.objects.get().had_files is True
    client.force_login(owner)
    page = client.get(URL).content.decode()
    assert page.count("The files chosen with them could not be kept: choose them again.") == 1
    assert "plan.txt" not in page


@pytest.mark.parametrize("seal", ["", "forged:1abc:def"])
def test_form_without_a_true_owner_is_not_kept(expired, seal):
    client, fields = expired
    response = send(client, {**fields, "form_owner": seal}, "Words")
    assert (response.status_code, response["Location"]) == (302, f"/accounts/login/?next={URL}")
    assert ParkedPost.objects.count() == 0


@pytest.mark.parametrize(("path", "words"), [(URL, "x" * LARGEST_BYTES), (f"/sample/{'x' * 200}/", "Words")])
def test_form_far_too_large_or_of_an_endless_address_is_not_kept(expired, path, words):
    client, fields = expired
    response = client.post(path, {**fields, "text": words})
    assert (response.status_code, ParkedPost.objects.count()) == (302, 0)


def test_form_of_an_account_that_was_closed_is_not_kept(expired, owner):
    client, fields = expired
    owner.is_active = False
    owner.save()
    send(client, fields, "Words")
    assert ParkedPost.objects.count() == 0


def test_form_made_for_somebody_else_is_kept_for_her_and_not_used(signed_in, owner):
    """Two people at one computer: the first one's page is still open when the second has signed in."""
    fields = opened(signed_in)
    signed_in.force_login(UserFactory())
    fields["csrfmiddlewaretoken"] = opened(signed_in)["csrfmiddlewaretoken"]
    response = send(signed_in, fields, "The first one's words")
    assert (response.status_code, response["Location"]) == (302, URL)
    assert [(post.owner, post.payload) for post in ParkedPost.objects.all()] == [
        (owner, {"text": ["The first one's words"]})
    ]
    assert sample.sent == []


def test_form_sent_with_a_token_from_before_a_new_sign_in_is_kept(signed_in, owner):
    """The same person signed in again in another tab: the old page's token no longer holds, her words do."""
    fields = opened(signed_in)
    signed_in.cookies["csrftoken"] = "a" * 32
    response = send(signed_in, fields, "Words of the old page")
    assert response.status_code == 403
    assert f'Your words were kept: <a class="govuk-link" href="{URL}">' in response.content.decode()
    assert [(post.owner, post.payload) for post in ParkedPost.objects.all()] == [
        (owner, {"text": ["Words of the old page"]})
    ]
    assert sample.sent == []


def test_form_sent_in_time_is_used_and_not_kept(signed_in):
    send(signed_in, opened(signed_in), "In time")
    assert (sample.sent, ParkedPost.objects.count()) == (["In time"], 0)
