"""Monitoring answers: given, changed, taken back, counted; and nothing of them in the audit."""

from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.identity.actor import Actor
from academy.people.models import MonitoringAnswer
from academy.people.selectors.monitoring import Totals, form_for, own_answers, totals
from academy.people.services.monitoring import NOBODY, answer, take_back
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.monitoring import MonitoringAnswerFactory, MonitoringFormFactory
from tests.factories.people import NOW, PostFactory, as_actor, staff_of

pytestmark = pytest.mark.django_db

CODES = ("25-34", "35-44", "not-said")


def question(code):
    return {"code": code, "asks": f"About {code}?", "answers": [{"code": each, "words": each} for each in CODES]}


def form(council=None, **values):
    content = {"why": "Answers are free and only counted.", "questions": [question("age"), question("other")]}
    return MonitoringFormFactory(organisation=council, content=content, **values)


def test_answers_are_kept_changed_and_left_out():
    form()
    by = as_actor(staff_of(OrganisationFactory()))
    answer(answers={"age": "25-34", "other": "not-said"}, by=by, at=NOW)
    answer(answers={"age": "35-44", "other": ""}, by=by, at=NOW)
    assert own_answers(by) == {"age": "35-44"}


def test_audit_holds_that_she_answered_and_never_what(last_act):
    form()
    by = as_actor(staff_of(OrganisationFactory()))
    answer(answers={"age": "25-34"}, by=by, at=NOW)
    assert last_act() == ("people.monitoring.answer", by.person_id, [], "", "answered")
    assert Event.objects.latest("pk").note == ""


@pytest.mark.parametrize("given", [{"age": "old"}, {"colour": "25-34"}])
def test_what_is_not_on_the_form_is_refused(given):
    form()
    by = as_actor(staff_of(OrganisationFactory()))
    with pytest.raises(Refused, match=r"Choose only from the answers shown\."):
        answer(answers=given, by=by, at=NOW)


def test_without_a_form_nothing_is_asked_and_only_people_answer():
    by = as_actor(staff_of(OrganisationFactory()))
    assert form_for(by.organisation_id, on=TODAY) is None
    with pytest.raises(Refused, match="Choose only"):
        answer(answers={"age": "25-34"}, by=by, at=NOW)
    with pytest.raises(Refused, match=NOBODY):
        take_back(by=Actor.system("tests", on=TODAY), at=NOW)


def test_taken_back_at_any_time_also_what_is_not_asked_any_more(last_act):
    by = as_actor(staff_of(OrganisationFactory()))
    MonitoringAnswerFactory(person_id=by.person_id, question="asked-once")
    other = MonitoringAnswerFactory()
    take_back(by=by, at=NOW)
    assert list(MonitoringAnswer.objects.all()) == [other]
    assert last_act()[3:] == ("answered", "taken back")


def test_own_form_goes_before_the_one_for_all_and_the_newest_holds():
    council = OrganisationFactory()
    form(valid_from=date(2026, 1, 1))
    form(council, valid_from=date(2020, 1, 1))
    newest = form(council, valid_from=date(2024, 1, 1))
    form(council, valid_from=TODAY + timedelta(days=1))
    type(newest).objects.filter(pk=newest.pk).update(content={**newest.content, "why": "The newest form is this one."})
    found = form_for(council.pk, on=TODAY)
    assert found is not None
    assert found.why == "The newest form is this one."


def test_totals_are_of_who_works_here_today_with_small_numbers_hidden(django_assert_num_queries):
    council = OrganisationFactory()
    form()
    asked = form_for(council.pk, on=TODAY)
    for number in range(25):
        post = PostFactory(organisation=council)
        given = "25-34" if number < 13 else "35-44" if number < 23 else "not-said"
        MonitoringAnswerFactory(person=post.person, answer=given)
    for until_on in (TODAY - timedelta(days=1), None):
        post = PostFactory(organisation=council if until_on else OrganisationFactory(), until_on=until_on)
        MonitoringAnswerFactory(person=post.person, answer="not-said")
    PostFactory(person=post.person, organisation=council, is_primary=False, until_on=date(2024, 1, 1))
    assert asked is not None
    with django_assert_num_queries(1):
        found = totals(council.pk, asked, on=TODAY)
    assert found == [
        Totals("About age?", 25, (("25-34", 13), ("35-44", None), ("not-said", None))),
        Totals("About other?", None, (("25-34", None), ("35-44", None), ("not-said", None))),
    ]


def test_second_post_does_not_count_twice():
    council = OrganisationFactory()
    form()
    for _ in range(10):
        post = PostFactory(organisation=council)
        PostFactory(person=post.person, organisation=council, is_primary=False)
        MonitoringAnswerFactory(person=post.person)
    asked = form_for(council.pk, on=TODAY)
    assert asked is not None
    assert totals(council.pk, asked, on=TODAY)[0].total == 10
