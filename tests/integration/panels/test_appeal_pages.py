"""An appeal by its pages, from the candidate's words to the answer; nobody else finds it."""

import pytest
from django.urls import reverse

from academy.engines.drafts.models import Draft
from academy.people.choices import RoleCode
from panels.models import Appeal, Case, Hearer
from panels.worklist import appeals as worklist
from tests.factories.identity import TODAY
from tests.factories.panels import AppealFactory, HearerFactory, TieFactory
from tests.factories.panels_outcomes import lead_of, told
from tests.factories.people import as_actor, holder_of, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
WHAT = "The second observation was not looked at."


@pytest.fixture
def case():
    return told("deferred").case


@pytest.fixture
def lead(case):
    return lead_of(case.organisation)


def heard(case, *people):
    """An appeal with these people, or with two who lead social work there."""
    appeal = AppealFactory(decision=case.decisions.get(), words=WHAT, state="heard")
    for each in people or [holder_of(RoleCode.SERVICE_MANAGER, case.organisation) for _ in range(2)]:
        HearerFactory(appeal=appeal, person=each)
    return appeal


def at(name, pk):
    return reverse(f"panels:{name}", args=[pk])


def test_candidate_writes_it_the_lead_names_two_and_one_of_them_answers(case, lead):
    hers, leads, page = browser(case.person), browser(lead), case.get_absolute_url()
    assert at("appeal-against", case.pk) in words(hers.get(page))
    assert hers.get(at("appeal-against", case.pk)).status_code == 200
    lacking = hers.post(at("appeal-against", case.pk), {"ground": "evidence", "words": ""})
    sent = hers.post(at("appeal-against", case.pk), {"ground": "evidence", "words": WHAT})
    appeal = Appeal.objects.get()
    assert (lacking.status_code, sent.status_code, sent.url) == (422, 302, appeal.get_absolute_url())
    assert Draft.objects.count() == 0
    first, second = (holder_of(RoleCode.SERVICE_MANAGER, case.organisation) for _ in range(2))
    offered = dict(leads.get(at("name-hearer", appeal.pk)).context["form"].fields["person"].choices)
    assert {str(first.pk), str(second.pk)} <= offered.keys()
    for each in (first, second):
        assert leads.post(at("name-hearer", appeal.pk), {"person": each.pk}).status_code == 302
    hearer = browser(first)
    assert WHAT in words(hearer.get(appeal.get_absolute_url()))
    assert "What she says" in words(hearer.get(at("answer-appeal", appeal.pk)))
    said = {"outcome": "dismissed", "outcome_words": "Both observations were before the panel."}
    sent = hearer.post(at("answer-appeal", appeal.pk), said)
    assert (sent.status_code, sent.url) == (302, reverse("panels:home"))
    assert said["outcome_words"] in words(hers.get(appeal.get_absolute_url()))
    assert "Not upheld: the decision stands" in words(hers.get(page))


def test_upheld_the_candidate_still_reads_the_answer_while_the_case_is_judged_afresh(case, lead):
    appeal = heard(case)
    hearer = browser(appeal.hearers.all()[0].person)
    hearer.post(at("answer-appeal", appeal.pk), {"outcome": "upheld", "outcome_words": "It was not before them."})
    assert Case.objects.get().state == "accepted"
    for person in (case.person, lead):
        assert "It was not before them." in words(browser(person).get(appeal.get_absolute_url()))
    assert hearer.get(case.get_absolute_url()).status_code == 404


def test_lead_takes_it_off_somebody_and_the_candidate_withdraws_it(case, lead):
    appeal = heard(case)
    hearer = appeal.hearers.all()[0]
    sent = browser(lead).post(at("stand-down", hearer.pk), {"because": "She is away."})
    assert (sent.status_code, sent.url) == (302, appeal.get_absolute_url())
    assert "Name one more person to hear it" in words(browser(lead).get(sent.url))
    other = Hearer.objects.standing().get()
    assert "Name one more person to hear it" in words(browser(other.person).get(appeal.get_absolute_url()))
    assert browser(case.person).post(at("withdraw-appeal", appeal.pk)).status_code == 302
    assert Appeal.objects.get().state == "withdrawn"


def test_nobody_else_finds_it_and_each_does_only_what_is_hers(case, lead):
    appeal = heard(case)
    hearer = appeal.hearers.all()[0].person
    member = case.panel.members.filter(seat="member")[0].person
    people = (case.person, lead, hearer, member, staff_of(case.organisation))
    found = {name: [browser(each).get(at(name, appeal.pk)).status_code for each in people] for name in NAMES}
    assert found == NAMES


NAMES = {
    "appeal": [200, 200, 200, 404, 404],
    "name-hearer": [403, 200, 403, 404, 404],
    "answer-appeal": [403, 403, 200, 404, 404],
}


def test_worklist_has_it_for_the_lead_and_for_who_hears_it_unless_she_is_tied(case, lead):
    appeal = AppealFactory(decision=case.decisions.get())
    naming = [(item.what, item.url, item.due_on) for item in worklist._name(as_actor(lead), TODAY)]
    name = case.person.full_name
    assert naming == [(f"Name who hears the appeal of {name}: step up", appeal.get_absolute_url(), appeal.hear_by)]
    Appeal.objects.update(state="heard")
    hearer = HearerFactory(appeal=appeal).person
    assert [item.what for item in worklist._answer(as_actor(hearer), TODAY)] == [
        f"Hear and answer the appeal of {name}: step up"
    ]
    assert worklist._name(as_actor(lead), TODAY) == []
    TieFactory(case=case, person=hearer)
    assert worklist._answer(as_actor(hearer), TODAY) == []
