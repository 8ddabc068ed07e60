import uuid

import pytest
from django.test import Client
from django.urls import reverse

from academy.people.choices import RoleCode
from academy.training.choices import REQUEST_FORM
from academy.training.models import TrainingRequest
from academy.training.services.decisions import ask, decline
from academy.training.services.requests import write
from tests.factories.people import NOW, account_of, as_actor, holder_of
from tests.factories.requests import asking_council, request_words, small, submitted
from tests.factories.training import CourseFactory

TYPED = {
    "title": "BIA module",
    "provider": "University",
    "award_type": "module",
    "starts_on_0": "25",
    "starts_on_1": "1",
    "starts_on_2": "2027",
    "starts_on": "25 January 2027",
    "days": "10",
    "cost_fee": "1350",
    "need": "Our team waits.",
    "role_relevance": "I could do them.",
    "benefit": "Shorter waits.",
    "support": ["fees", "time"],
    "agreed_in": "supervision",
    "agreed_on": "3 November 2026",
}


@pytest.fixture
def council(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    return asking_council()


def client_of(person):
    client = Client()
    client.force_login(account_of(person))
    return client


def shown(response):
    return response.content.decode()


@pytest.fixture
def form(council):
    return reverse("training:new-request-form", args=[uuid.uuid4()])


def test_new_form_has_a_name_of_its_own(council):
    client = client_of(council.amara)
    one, two = (client.get(reverse("training:new-request"))["Location"] for _ in range(2))
    assert one != two
    assert "Decided on job role and benefit to the organisation." in shown(client.get(one))


def test_catalogue_leads_to_asking_for_whatever_is_not_in_it(council):
    """S2-129: the list of courses is open."""
    page = shown(client_of(council.amara).get(reverse("training:catalogue")))
    link = f'<a class="govuk-link" href="{reverse("training:new-request")}">Ask for something outside</a>'
    assert f"Not here? {link}." in page


def test_request_is_asked_for_in_one_form_and_says_where_it_is(council, form):
    client = client_of(council.amara)
    page = shown(client.post(form, TYPED, follow=True))
    assert "Sent. You see below who decides." in page
    assert "With Helen Prosser (line manager) since 17 November 2026. It goes up on 27 November 2026" in page
    request = TrainingRequest.objects.get()
    assert (request.state, request.support, request.costs.get().pounds) == (
        "submitted",
        ["fees", "time"],
        1350,
    )


def test_form_sent_twice_leads_to_the_one_request(council, form):
    client = client_of(council.amara)
    first = client.post(form, TYPED)["Location"]
    assert client.post(form, TYPED)["Location"] == first
    assert client.get(form)["Location"] == first
    assert TrainingRequest.objects.count() == 1


def test_request_left_as_a_draft_is_found_and_gone_on_with(council, form):
    client = client_of(council.amara)
    client.post(form, {"title": "Half a thought", "award_type": "none", "agreed_in": "not_yet", "leave": "1"})
    request = TrainingRequest.objects.get()
    edit = reverse("training:edit-request", args=[request.pk])
    assert (request.state, client.get(form)["Location"]) == ("draft", edit)
    assert 'value="Half a thought"' in shown(client.get(edit))
    mine = shown(client.get(reverse("training:requests")))
    assert ("Half a thought" in mine, "A draft, which only you can see." in mine) == (True, True)
    page = shown(client.post(edit, TYPED, follow=True))
    request.refresh_from_db()
    assert (request.state, "With Helen Prosser" in page) == ("submitted", True)
    assert client.get(edit)["Location"] == request.get_absolute_url()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": ""}, "Say what you ask for."),
        ({"benefit": ""}, "Say what your service gains from it."),
        ({"starts_on": "1 January 2020"}, "It has begun already. Ask before the first day."),
        ({"ends_on": "1 January 2027"}, "The last day cannot be before the first."),
        ({"days": "many"}, "Write days as a number, such as 100."),
        ({"days": "-1"}, "Write days as 0 or more."),
        ({"cost_fee": "1000000"}, "Write pounds as 99,999.99 or less."),
        ({"cost_books": "1.999"}, "Write pounds with two decimals at most."),
        ({"agreed_on": "18 November 2026"}, "Write the day you talked it over, not one to come."),
        ({"support": ["gold"]}, "Choose only from the answers shown."),
        ({"need": "a" * 5001}, "Use at most 5,000 characters."),
    ],
)
def test_answer_that_cannot_be_is_told_beside_it_and_nothing_typed_is_lost(council, form, change, said):
    response = client_of(council.amara).post(form, {**TYPED, "provider": "TYPEDPROVIDER", **change})
    page = shown(response)
    assert (response.status_code, said in page, "TYPEDPROVIDER" in page) == (422, True, True)
    assert TrainingRequest.objects.count() == 0


@pytest.fixture
def module(council):
    return CourseFactory(
        organisation=council.organisation, title="BIA award", provider="University of Leigh Woods", is_external=True
    )


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({"course": True, "title": "", "provider": ""}, ("BIA award", "University of Leigh Woods")),
        ({"course": True}, ("BIA module", "University")),
        ({"title": "bia AWARD"}, ("bia AWARD", "University")),
    ],
    ids=["chosen", "chosen and named", "named"],
)
def test_request_for_a_course_of_the_offer_taught_outside_is_tied_to_it(council, form, module, change, asked):
    client = client_of(council.amara)
    choice = f'<option value="{module.pk}">BIA award · University of Leigh Woods</option>'
    assert choice in shown(client.get(form))
    chosen = {"course": str(module.pk)} if "course" in change else {}
    page = shown(client.post(form, {**TYPED, **change, **chosen}, follow=True))
    request = TrainingRequest.objects.get()
    assert ((request.title, request.provider), request.course) == (asked, module)
    link = f'href="{module.get_absolute_url()}"'
    decided_on = shown(client_of(council.helen).get(reverse("training:decide", args=[request.stages.get(order=1).pk])))
    assert (link in page, link in decided_on) == (True, True)


def test_course_is_chosen_again_when_a_draft_is_gone_on_with(council, form, module):
    client = client_of(council.amara)
    client.post(form, {"course": str(module.pk), "award_type": "none", "agreed_in": "not_yet", "leave": "1"})
    edit = reverse("training:edit-request", args=[TrainingRequest.objects.get().pk])
    assert f'<option value="{module.pk}" selected>' in shown(client.get(edit))


@pytest.mark.parametrize("title", ["BIA module", ""])
def test_course_that_is_not_offered_outside_is_refused_beside_the_question(council, form, module, title):
    taught_here = CourseFactory(organisation=council.organisation)
    page = shown(client_of(council.amara).post(form, {**TYPED, "course": str(taught_here.pk), "title": title}))
    assert ("Choose one of the answers shown." in page, TrainingRequest.objects.count()) == (True, 0)


def test_form_does_not_ask_for_a_course_where_none_is_taught_outside(council, form):
    page = shown(client_of(council.amara).get(form))
    assert ("Is it one of these?" in page, "What do you ask for?" in page) == (False, True)


def test_words_saved_by_themselves_are_there_again(council, form):
    client = client_of(council.amara)
    token = form.rstrip("/").rsplit("/", 1)[-1]
    page = shown(client.get(form))
    owner = page.split('name="form_owner" value="')[1].split('"')[0]
    tab = page.split('name="tab" value="')[1].split('"')[0]
    url = reverse("drafts:save", args=[REQUEST_FORM, f"new-{token}"])
    saved = client.post(url, {"form_owner": owner, "tab": tab, "revision": "0", "title": "Saved words"})
    assert (saved.status_code, 'value="Saved words"' in shown(client.get(form))) == (200, True)


def test_question_is_answered_on_the_requests_page(council):
    stage = submitted(council)
    ask(stage=stage, question="Which <b>dates</b>?", by=as_actor(council.helen), at=NOW)
    client = client_of(council.amara)
    page = shown(client.get(stage.request.get_absolute_url()))
    assert "Waits for your answer to a question of 17 November 2026. Then it is with Helen Prosser" in page
    assert "Which &lt;b&gt;dates&lt;/b&gt;?" in page
    answer = reverse("training:answer-request", args=[stage.request_id])
    assert "Helen Prosser asks: Which" in shown(client.get(answer))
    page = shown(client.post(answer, {"answer": "Mondays."}, follow=True))
    assert ("Answered. The decision is waited for again." in page, "“Mondays.”" in page) == (True, True)
    assert client.post(answer, {"answer": "Again."}).status_code == 422


def test_declined_request_shows_the_reason_and_whom_to_ask_again(council):
    stage = submitted(council)
    decline(stage=stage, reason="Not this year.", by=as_actor(council.helen), at=NOW)
    page = shown(client_of(council.amara).get(stage.request.get_absolute_url()))
    assert "Helen Prosser declined it:</strong> “Not this year.”" in page
    assert "You may ask Sam Ekwueme to look at it again." in page


def test_request_is_withdrawn_after_a_page_that_says_what_happens(council):
    stage = submitted(council)
    client = client_of(council.amara)
    url = reverse("training:withdraw-request", args=[stage.request_id])
    assert "Whoever was asked to decide is told." in shown(client.get(url))
    assert "Withdrawn on 17 November 2026." in shown(client.post(url, follow=True))
    assert client.post(url).status_code == 422


def test_decider_reads_the_request_and_does_not_act_for_the_person(council):
    stage = submitted(council)
    client = client_of(council.helen)
    page = shown(client.get(stage.request.get_absolute_url()))
    assert ("Amara Osei. With Helen Prosser" in page, "Withdraw it" in page) == (True, False)
    for name in ("edit-request", "answer-request", "withdraw-request"):
        assert client.get(reverse(f"training:{name}", args=[stage.request_id])).status_code == 403


def test_draft_is_seen_by_nobody_else(council):
    draft = write(words=request_words(), by=council.by, at=NOW)
    for person in (council.helen, council.sam, council.ruth):
        assert client_of(person).get(draft.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("role", RoleCode.values)
def test_reasons_reach_nobody_who_does_not_decide(council, role):
    stage = submitted(council, **small())
    decline(stage=stage, reason="REASONWORD", by=as_actor(council.helen), at=NOW)
    client = client_of(holder_of(role, council.organisation))
    for name in ("training:approvals", "training:decided", "training:requests", "desk:home"):
        response = client.get(reverse(name), follow=True)
        assert ("REASONWORD" in shown(response), "Amara" in shown(response)) == (False, False)
    assert client.get(stage.request.get_absolute_url()).status_code == 404
