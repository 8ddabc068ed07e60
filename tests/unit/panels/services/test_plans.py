"""Targets of a plan are noted as done by whoever they concern, once the plan is told."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from panels.choices.cases import CaseState
from panels.models import Case, Progress
from panels.services.plans import note_done, note_progress
from tests.factories.panels import DecisionFactory
from tests.factories.panels_outcomes import DECIDED_ON, lead_of, target_of, told
from tests.factories.people import NOW, TODAY, as_actor, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def target():
    decision = told("not_yet")
    manager = staff_of(decision.case.organisation)
    decision.case.person.posts.get().terms.update(line_manager=manager)
    return target_of(decision, owner=staff_of(decision.case.organisation), owner_words="Her coach")


def person_as(who, target):
    case = target.decision.case
    people = {"candidate": case.person, "owner": target.owner}
    people["manager"] = case.person.posts.get().terms.get().line_manager
    return people.get(who) or {"lead": lead_of, "colleague": staff_of}[who](case.organisation)


@pytest.mark.parametrize("who", ["candidate", "owner", "manager", "lead"])
def test_whom_it_concerns_notes_it_and_she_and_her_manager_are_told(target, who):
    by = person_as(who, target)
    done = note_done(target=target, done_on=DECIDED_ON, words=" In March. ", by=as_actor(by), at=NOW)
    assert (done.done_on, done.done_words) == (DECIDED_ON, "In March.")
    told_people = {person_as("candidate", target).pk, person_as("manager", target).pk} - {by.pk}
    assert set(Notice.objects.values_list("person_id", flat=True)) == told_people


def test_nobody_else_notes_it_and_nobody_before_it_is_told(target):
    with pytest.raises(Refused, match="somebody else"):
        note_done(target=target, done_on=TODAY, by=as_actor(person_as("colleague", target)), at=NOW)
    Case.objects.update(state=CaseState.DECIDED)
    with pytest.raises(Refused, match="somebody else"):
        note_done(target=target, done_on=TODAY, by=as_actor(target.owner), at=NOW)
    with pytest.raises(Refused, match="does not hold"):
        note_done(target=target, done_on=TODAY, by=as_actor(target.decision.case.person), at=NOW)


def test_target_of_an_earlier_decision_is_not_noted(target):
    DecisionFactory(case=target.decision.case)
    with pytest.raises(Refused, match="does not hold"):
        note_done(target=target, done_on=TODAY, by=as_actor(target.owner), at=NOW)


@pytest.mark.parametrize("days", [1, -2])
def test_day_to_come_or_before_the_decision_is_refused_at_its_question(target, days):
    with pytest.raises(Refused, match="to today") as refused:
        note_done(target=target, done_on=TODAY + timedelta(days=days), by=as_actor(target.owner), at=NOW)
    assert refused.value.field == "done_on"


def test_it_is_noted_once(target):
    note_done(target=target, done_on=TODAY, by=as_actor(target.owner), at=NOW)
    with pytest.raises(Refused, match="already"):
        note_done(target=target, done_on=TODAY, by=as_actor(target.owner), at=NOW)


def test_how_far_it_is_is_noted_by_whom_it_concerns_and_stays(target):
    first = note_progress(target=target, on=DECIDED_ON, words=" Half way. ", by=as_actor(target.owner), at=NOW)
    candidate = as_actor(target.decision.case.person)
    note_progress(target=target, on=TODAY, words="Nearly.", by=candidate, at=NOW)
    assert (first.words, first.noted_by_id, first.person_id) == ("Half way.", target.owner_id, candidate.person_id)
    assert list(target.progress.values_list("on", "words")) == [(DECIDED_ON, "Half way."), (TODAY, "Nearly.")]
    event = Event.objects.filter(act="panels.target.note_progress").first()
    assert (event.about_id, event.organisation_id) == (candidate.person_id, first.organisation_id)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"on": TODAY + timedelta(days=1)}, "on"),
        ({"on": DECIDED_ON - timedelta(days=1)}, "on"),
        ({"words": " "}, "words"),
        ({"words": "x" * 501}, "words"),
    ],
)
def test_progress_on_another_day_or_without_words_is_refused_at_its_question(target, said, field):
    with pytest.raises(Refused) as refused:
        note_progress(
            **{"target": target, "on": TODAY, "words": "Half way.", **said}, by=as_actor(target.owner), at=NOW
        )
    assert (refused.value.field, Progress.objects.count()) == (field, 0)


def test_progress_is_refused_to_others_and_once_the_target_is_done(target):
    said = {"target": target, "on": TODAY, "words": "Half way.", "at": NOW}
    with pytest.raises(Refused, match="somebody else"):
        note_progress(**said, by=as_actor(person_as("colleague", target)))
    note_done(target=target, done_on=TODAY, by=as_actor(target.owner), at=NOW)
    with pytest.raises(Refused, match="noted as done"):
        note_progress(**said, by=as_actor(target.owner))
