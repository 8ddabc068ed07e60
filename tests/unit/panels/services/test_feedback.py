"""Who gives feedback on an outcome is named, asked once the decision is told, and gives it in writing."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from panels.choices.cases import CaseState
from panels.choices.outcomes import LetterState
from panels.choices.panels import MemberSort, Seat
from panels.models import Case, Feedback
from panels.services.feedback import give, name
from panels.services.letters import change
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import TieFactory, seat_of
from tests.factories.panels_outcomes import decided, lead_of, lettered, sat, told, with_feedback
from tests.factories.people import NOW, TODAY, as_actor, staff_of

pytestmark = pytest.mark.django_db
SORT = MemberSort.PSW_CHILDREN


@pytest.fixture
def meeting():
    return sat(rules=with_feedback(SORT))


def naming(decision, person, *, sort=SORT, by=None):
    lead = by or lead_of(decision.case.organisation)
    return name(case=decision.case, sort=sort, person=person, by=as_actor(lead), at=NOW)


def asked(meeting):
    decision = told(meeting=meeting)
    return decision, decision.case.feedback.get()


def test_another_is_named_and_the_letter_follows_and_is_read_once_more(meeting):
    decision = decided(meeting)
    letter = lettered(decision)
    other = staff_of(meeting.panel.organisation)
    row = naming(decision, other)
    letter.refresh_from_db()
    assert (row.person, Feedback.objects.count(), Notice.objects.count()) == (other, 1, 0)
    assert letter.body.endswith(f"{other.full_name} gives you feedback by 30 November 2026.")
    assert letter.state == LetterState.WRITTEN


def test_letter_with_words_of_its_own_stays_as_it_is(meeting):
    decision = decided(meeting)
    letter = lettered(decision)
    lead = as_actor(lead_of(meeting.panel.organisation))
    change(letter=letter, body="Dear Amina", by=lead, at=NOW)
    naming(decision, staff_of(meeting.panel.organisation))
    letter.refresh_from_db()
    assert letter.body == "Dear Amina"


def test_somebody_is_named_where_nobody_was_found():
    meeting = sat(rules=with_feedback(MemberSort.INDEPENDENT))
    decision = decided(meeting)
    lettered(decision)
    person = staff_of(meeting.panel.organisation)
    assert naming(decision, person, sort=MemberSort.INDEPENDENT).due_on.isoformat() == "2026-11-30"


def test_once_the_decision_is_told_who_is_named_is_asked_at_once(meeting):
    decision, _ = asked(meeting)
    other = staff_of(meeting.panel.organisation)
    naming(decision, other)
    notice = Notice.objects.get()
    assert (notice.person, notice.kind) == (other, "panels.feedback.asked")
    assert notice.subject == f"You are asked for feedback to {decision.case.person.full_name}"
    assert "by 30 November 2026" in notice.body


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ("candidate", "takes no part"),
        ("tied", "takes no part"),
        ("stranger", "belongs to this organisation"),
        ("twice", "in another part already"),
    ],
)
def test_who_is_out_of_the_case_a_stranger_or_somebody_twice_is_not_named(who, says):
    meeting = sat(rules=with_feedback(SORT, MemberSort.SERVICE_MANAGER))
    decision = decided(meeting)
    lettered(decision)
    here = meeting.panel.organisation
    person = {
        "candidate": decision.case.person,
        "stranger": staff_of(OrganisationFactory()),
        "twice": meeting.panel.members.get(sort=MemberSort.SERVICE_MANAGER).person,
    }.get(who) or staff_of(here)
    if who == "tied":
        TieFactory(case=decision.case, person=person)
    with pytest.raises(Refused, match=says) as refused:
        naming(decision, person)
    assert refused.value.field == "person"


def test_naming_is_refused_for_another_part_before_a_decision_after_feedback_and_to_others(meeting):
    decision, row = asked(meeting)
    person = staff_of(meeting.panel.organisation)
    with pytest.raises(Refused, match="asks nobody"):
        naming(decision, person, sort=MemberSort.LEAD_ADULTS)
    with pytest.raises(Refused, match="somebody else"):
        naming(decision, person, by=seat_of(meeting.panel, Seat.CLERK))
    give(feedback=row, words="You listen well.", by=as_actor(row.person), at=NOW)
    with pytest.raises(Refused, match="was given"):
        naming(decision, person)
    Case.objects.update(state=CaseState.ON_AGENDA)
    with pytest.raises(Refused, match="Wait until"):
        naming(decision, person)


def test_feedback_is_given_once_and_she_is_told_that_it_is_there(meeting):
    decision, row = asked(meeting)
    given = give(feedback=row, words=" You listen well. ", by=as_actor(row.person), at=NOW)
    assert (given.words, given.given_on) == ("You listen well.", TODAY)
    notice = Notice.objects.get(kind="panels.feedback.given")
    assert (notice.person, "listen" in notice.body) == (decision.case.person, False)
    with pytest.raises(Refused, match="stays as it is"):
        give(feedback=row, words="More.", by=as_actor(row.person), at=NOW)


def test_feedback_is_refused_to_others_before_it_is_told_and_without_words(meeting):
    decision, row = asked(meeting)
    giver = as_actor(row.person)
    with pytest.raises(Refused, match="Write your feedback"):
        give(feedback=row, words=" ", by=giver, at=NOW)
    with pytest.raises(Refused, match="at most 6,000"):
        give(feedback=row, words="x" * 6001, by=giver, at=NOW)
    with pytest.raises(Refused, match="somebody else"):
        give(feedback=row, words="Hello.", by=as_actor(decision.case.person), at=NOW)
    Case.objects.update(state=CaseState.DECIDED)
    with pytest.raises(Refused, match="somebody else"):
        give(feedback=row, words="Hello.", by=giver, at=NOW)


def test_who_is_named_knows_nothing_before_it_is_told(meeting):
    decision = decided(meeting)
    lettered(decision)
    row = decision.case.feedback.get()
    other = staff_of(meeting.panel.organisation)
    Feedback.objects.update(person=other)
    assert list(Feedback.objects.visible_to(as_actor(other))) == []
    Case.objects.update(state=CaseState.RELEASED, released_at=NOW)
    assert list(Feedback.objects.visible_to(as_actor(other))) == [row]
