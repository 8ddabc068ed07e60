"""Pages of observations: planned, written, reflected on and judged, signed in and by links on a phone."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from academy.engines.audit.models import Event
from academy.engines.drafts.models import Draft
from academy.engines.links.models import Link
from academy.people.choices import RoleCode
from portfolios.models import Evidence, Observation
from portfolios.services.observations import call_back
from portfolios.services.observing import decline
from tests.factories.development import framework
from tests.factories.identity import OrganisationFactory
from tests.factories.observations import (
    DAY,
    SEEN,
    WORDS,
    path_in_mail,
    planned,
    planned_outside,
    reflected,
    written,
)
from tests.factories.people import NOW, account_of, as_actor, holder_of, staff_of

GONE = "This link can no longer be used"
PLAN = {"relation": "line_manager", "setting": "visit", "planned_on": "16 November 2026", "title": "", "focus": "Pace."}
TOKEN = "6f1c1f0e-6a7e-4a57-9f0b-6d5d4ef2a111"
SENT = {
    "happened_on": "16 November 2026",
    "people_agreed": "on",
    "seen": SEEN.seen,
    "strengths": "Time.",
    "to_develop": "",
}
JUDGE = {"judgement": "partly", "reason": "More to see."}


@pytest.fixture(autouse=True)
def _frozen():
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def manager(db):
    return staff_of(OrganisationFactory())


@pytest.fixture
def author(manager):
    return staff_of(manager.posts.get().organisation, line_manager=manager)


@pytest.fixture
def browser(author):
    return signed_in(author)


def signed_in(person):
    client = Client()
    client.force_login(account_of(person))
    return client


def at(name, *args):
    return reverse(f"portfolios:{name}", args=args)


def shown(response):
    return " ".join(response.content.decode().split())


def test_practitioner_plans_with_her_manager_and_reads_what_is_not_known_of_her(browser, manager):
    statement = framework()[0]
    page = shown(browser.get(at("plan-observation")))
    sent = {**PLAN, "relation": "assessor", "person": manager.pk, "token": TOKEN, "statements": [statement.pk]}

    answer = browser.post(at("plan-observation"), sent, follow=True)

    made = Evidence.objects.get()
    assert (manager.full_name in page, "line manager, no live social work registration known here" in page) == (
        True,
        True,
    )
    assert answer.redirect_chain == [(made.get_absolute_url(), 302)]
    assert f"No live registration of {manager.full_name} as a social worker is known here." in shown(answer)
    assert (made.title, made.observation.observer, list(made.statements.all())) == ("A visit", manager, [statement])


def test_colleague_is_found_by_name_and_wrong_answers_stand_at_their_fields(browser, author, manager):
    page = shown(browser.get(at("plan-observation"), {"q": manager.family_name}))
    answer = browser.post(at("plan-observation"), {**PLAN, "person": "0", "planned_on": "soon", "token": TOKEN})

    assert f"1 found for “{manager.family_name}”." in page
    assert answer.status_code == 422
    assert ['href="#id_person' in shown(answer), 'href="#id_planned_on"' in shown(answer)] == [True, True]
    assert "Pace." in shown(answer)


def test_looking_for_standards_loses_nothing(browser, manager):
    framework(lines=2)

    page = shown(browser.post(at("plan-observation"), {**PLAN, "person": manager.pk, "token": TOKEN, "find": "1"}))

    assert (Evidence.objects.count(), "Pace." in page, TOKEN in page) == (0, True, True)


def test_plan_that_tells_who_somebody_is_is_shown_and_goes_once_it_is_said_why_not(browser, manager):
    sent = {**PLAN, "person": manager.pk, "token": TOKEN, "focus": "The visit in BS3 1TF."}
    found = browser.post(at("plan-observation"), sent)
    mark = found.context["form"].fields["guard_overruled"].choices[0][0]
    gone = browser.post(at("plan-observation"), {**sent, "guard_overruled": [mark], "guard_reason": "Our own office."})

    assert (found.status_code, "BS3 1TF" in shown(found), Evidence.objects.count()) == (422, True, 1)
    assert gone.url == Evidence.objects.get().get_absolute_url()


def test_outsider_is_sent_a_link_and_is_never_the_line_manager(browser):
    page = shown(browser.get(at("plan-outside-observation")))
    sent = {**PLAN, "relation": "assessor", "name": "Rosa Whitlock", "email": "rosa@hospice.example", "token": TOKEN}

    browser.post(at("plan-outside-observation"), sent)

    assert ("My line manager" in page, "My ASYE assessor" in page) == (False, True)
    assert (Link.objects.get().holder_email, Observation.objects.get().relation) == ("rosa@hospice.example", "assessor")


@pytest.mark.parametrize("is_outside", [False, True])
def test_asked_again_the_plan_stands_in_the_form_with_the_reason(browser, author, manager, is_outside):
    if is_outside:
        name, asked = "plan-outside-observation-again", planned_outside(author)
        call_back(evidence=asked, by=as_actor(author), at=NOW)
        who = {"name": "Rosa Whitlock", "email": "rosa@hospice.example", "relation": "assessor"}
    else:
        name, asked = "plan-observation-again", planned(author, manager)
        decline(evidence=asked, reason="I am away.", by=as_actor(manager), at=NOW)
        who = {"person": manager.pk}
    page = shown(browser.get(at(name, asked.pk)))

    answer = browser.post(at(name, asked.pk), {**PLAN, **who, "token": TOKEN})

    asked.refresh_from_db()
    assert ("First visit after hospital" in page, "I am away." in page) == (True, not is_outside)
    assert (answer.url, asked.state) == (asked.get_absolute_url(), "asked")


def test_observer_writes_with_her_unsent_words_there_and_the_practitioner_reflects(browser, author, manager):
    asked = planned(author, manager)
    helen = signed_in(manager)
    Draft.objects.create(
        owner=account_of(manager),
        form="portfolios.observe",
        key=str(asked.pk),
        payload={"seen": ["Half a sentence"]},
        revision=1,
        saved_at=NOW,
        expires_on=NOW.date(),
    )
    page = shown(helen.get(at("write-observation", asked.pk)))
    sent = helen.post(at("write-observation", asked.pk), SENT)
    reading = shown(browser.get(at("reflect-on-observation", asked.pk)))
    browser.post(at("reflect-on-observation", asked.pk), {"reflection": WORDS})
    judging = shown(helen.get(at("judge-observation", asked.pk)))
    done = helen.post(at("judge-observation", asked.pk), JUDGE)

    asked.refresh_from_db()
    assert ("Half a sentence" in page, "Pace." in page, 'value="16 November 2026"' in page) == (True, True, True)
    assert (sent.url, Draft.objects.count()) == (asked.get_absolute_url(), 0)
    assert (SEEN.seen in reading, WORDS in judging, done.url) == (True, True, asked.get_absolute_url())
    assert (asked.state, asked.observation.judgement) == ("complete", "partly")


def test_reading_to_write_is_told_to_the_practitioner(author, manager):
    asked = planned(author, manager)

    signed_in(manager).get(at("write-observation", asked.pk))

    assert Event.objects.get(kind="read").about_id == author.pk


def test_observer_says_that_she_cannot(author, manager):
    asked = planned(author, manager)

    answer = signed_in(manager).post(at("decline-observation", asked.pk), {"reason": "I am away."})

    asked.refresh_from_db()
    assert (answer.url, asked.state, asked.returned_because) == ("/", "draft", "I am away.")


def test_practitioner_moves_takes_back_and_withdraws(browser, author, manager):
    asked = planned(author, manager)
    moving = shown(browser.get(at("move-observation", asked.pk)))
    moved = browser.post(at("move-observation", asked.pk), {"planned_on": "20 November 2026"})
    back = browser.post(at("call-back-observation", asked.pk))
    gone = browser.post(at("withdraw-observation", asked.pk), {"reason": "Twice."})

    asked.refresh_from_db()
    assert 'value="16 November 2026"' in moving
    assert {answer.url for answer in (moved, back, gone)} == {asked.get_absolute_url()}
    assert (asked.observation.planned_on - DAY, asked.state) == (timedelta(days=4), "withdrawn")


def test_link_is_sent_again_from_a_page(browser, author):
    asked = planned_outside(author)

    answer = browser.post(at("send-observation-again", asked.pk))

    assert (answer.url, Link.objects.count()) == (asked.get_absolute_url(), 2)


def test_page_for_another_state_leads_to_the_piece_and_sending_is_refused(browser, author, manager):
    asked = planned(author, manager)

    answers = [browser.get(at(name, asked.pk)) for name in ("reflect-on-observation", "plan-observation-again")]
    sent = browser.post(at("reflect-on-observation", asked.pk), {"reflection": WORDS})

    assert {answer.url for answer in answers} == {asked.get_absolute_url()}
    assert (sent.status_code, WORDS in shown(sent)) == (422, True)


def test_nobody_else_finds_or_does_the_others_part(browser, author, manager):
    asked = planned(author, manager)
    stranger = signed_in(holder_of(RoleCode.ACADEMY_LEAD, author.posts.get().organisation))

    hers = [browser.get(at(name, asked.pk)).status_code for name in ("write-observation", "decline-observation")]
    not_hers = [signed_in(manager).get(at(name, asked.pk)).status_code for name in ("move-observation",)]
    unseen = [stranger.get(at(name, asked.pk)).status_code for name in ("write-observation", "move-observation")]
    assert (hers, not_hers, unseen) == ([403, 403], [403], [404, 404])


def test_outsider_writes_and_judges_by_two_small_pages(author):
    asked = planned_outside(author)
    phone = Client()
    first = path_in_mail()
    page = phone.get(first, follow=True)
    sent = phone.post(page.redirect_chain[-1][0], SENT, follow=True)
    signed_in(author).post(at("reflect-on-observation", asked.pk), {"reflection": WORDS})
    second = phone.get(path_in_mail(), follow=True)
    phone.post(second.redirect_chain[-1][0], JUDGE)

    asked.refresh_from_db()
    assert (author.full_name in shown(page), "Pace." in shown(page)) == (True, True)
    assert [len(each.content) < 30_000 for each in (page, second)] == [True, True]
    assert ("Thank you" in shown(sent), GONE in shown(phone.get(first))) == (True, True)
    assert (WORDS in shown(second), SEEN.seen in shown(second)) == (True, True)
    assert (asked.state, asked.observation.outsider_email) == ("complete", "")


def test_outsider_who_sends_half_loses_nothing_and_can_decline(author):
    asked = planned_outside(author)
    phone = Client()
    phone.get(path_in_mail())
    half = phone.post(at("observe-by-link", asked.pk), {**SENT, "people_agreed": ""})
    asking = shown(phone.get(at("decline-by-link", asked.pk)))
    declined = phone.post(at("decline-by-link", asked.pk), {"reason": "I am away."})

    asked.refresh_from_db()
    assert (half.status_code, SEEN.seen in shown(half)) == (422, True)
    assert ("Why can you not do it?" in asking, declined.url) == (True, at("observation-thanks"))
    assert (asked.state, asked.returned_because) == ("draft", "I am away.")


def test_without_the_link_or_after_it_was_taken_back_the_answer_is_the_same(author):
    asked = planned_outside(author)
    phone, other = Client(), Client()
    phone.get(path_in_mail())
    call_back(evidence=asked, by=as_actor(author), at=NOW)

    answers = [
        phone.get(at("observe-by-link", asked.pk)),
        other.get(at("observe-by-link", asked.pk)),
        other.get(at("judge-by-link", asked.pk + 999)),
    ]
    assert [(answer.status_code, GONE in shown(answer)) for answer in answers] == [(404, True)] * 3


def test_link_to_judge_is_not_there_before_it_is_reflected(author):
    """A link that is open for a piece that has moved on shows nothing of it."""
    asked = planned_outside(author)
    phone = Client()
    phone.get(path_in_mail())
    Evidence.objects.update(state="reflected")

    assert phone.get(at("observe-by-link", asked.pk)).status_code == 404


def test_home_shows_what_waits(author, manager):
    written(planned(author, manager, title="First"))
    reflected(planned(author, manager, title="Second"))

    own, observers = shown(signed_in(author).get("/")), shown(signed_in(manager).get("/"))
    assert "Write your reflection on “First”" in own
    assert f"Say what you make of what you saw of {author.full_name}" in observers
