import pytest

from academy.engines.access.sign_in import Keeper, register_keeper
from tests.factories.identity import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept() -> list[str]:
    """Names that were put by. The keeper knows a form's owner from its hidden field."""
    names: list[str] = []

    def owner_of(request):
        return int(request.POST["owner"]) if "owner" in request.POST else None

    def keep(request, at):
        names.append(request.POST["name"])
        return True

    register_keeper(Keeper(owner_of=owner_of, keep=keep))
    return names


def test_words_sent_after_the_session_ended_are_kept(client, kept):
    response = client.post("/rename/", {"name": "Mimi"})

    assert (response.url, kept) == ("/accounts/login/?next=/rename/", ["Mimi"])


def test_page_asked_for_after_the_session_ended_keeps_nothing(client, kept):
    client.get("/rename/?name=Mimi")

    assert kept == []


def test_form_of_somebody_else_is_kept_for_them_and_not_used(visitor, kept):
    other = UserFactory()

    response = visitor.post("/rename/", {"name": "Mimi", "owner": other.pk})

    assert (response.status_code, response.url, kept) == (302, "/rename/", ["Mimi"])
    said = [str(message) for message in response.wsgi_request._messages]
    assert said == ["That form was opened by somebody else. What it said is kept for them and was not used."]


@pytest.mark.parametrize("says_whose", [True, False])
def test_form_of_ones_own_is_used(visitor, amara, kept, says_whose):
    response = visitor.post("/rename/", {"name": "Mimi", **({"owner": amara.pk} if says_whose else {})})

    assert (response.url, kept) == (f"/board/?for={amara.person.pk}", [])
