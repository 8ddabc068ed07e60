import pytest
from django.contrib.messages import get_messages

pytestmark = pytest.mark.django_db


def shown(response) -> tuple[int, str, str, str]:
    """Status, title, the error beside the field, and what stands in it."""
    title, _, _, error, value = response.content.decode().split("|")
    return response.status_code, title, error, value


def test_form_is_shown_with_what_is_known(visitor):
    assert shown(visitor.get("/rename/")) == (200, "Rename", "", "Suggested")


def test_form_with_a_wrong_answer_is_shown_again_with_what_was_typed(visitor):
    response = visitor.post("/rename/", {"name": "much too long"})

    error = "Ensure this value has at most 10 characters (it has 13)."
    assert shown(response) == (422, "Rename", error, "much too long")


def test_refusal_of_the_command_stands_next_to_its_field(visitor):
    response = visitor.post("/rename/", {"name": "taken"})

    assert shown(response) == (422, "Rename", "This name is taken. Choose another.", "taken")


def test_form_that_is_done_says_so_and_leads_on(visitor, amara):
    response = visitor.post("/rename/", {"name": "Mimi"})

    assert (response.status_code, response.url) == (302, f"/board/?for={amara.person.pk}")
    assert [str(message) for message in get_messages(response.wsgi_request)] == ["Renamed."]


def test_form_without_a_message_leads_to_the_page_of_what_was_made(visitor):
    response = visitor.post("/quietly/", {"name": "Mimi"})

    assert (response.status_code, response.url) == (302, "/p/7/")
    assert list(get_messages(response.wsgi_request)) == []


def test_form_that_knows_nothing_is_shown_empty(visitor):
    assert shown(visitor.get("/quietly/")) == (200, "Rename", "", "")


def test_form_page_without_an_act_is_a_bug(visitor):
    with pytest.raises(NotImplementedError):
        visitor.post("/unfinished/", {"name": "Mimi"})
