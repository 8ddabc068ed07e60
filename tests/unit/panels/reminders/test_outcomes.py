"""Days after a decision: the letter for the lead alone, feedback for who gives it, targets for whom they concern."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.reminders import finding
from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.models import Reminder
from panels.choices.panels import MemberSort
from panels.choices.policy import Releaser
from panels.models import Feedback, Target
from panels.reminders.outcomes import FEEDBACK, FEEDBACK_LATE, LETTER, LETTER_OF_CHAIR, TARGET
from panels.rules.policy import PLAIN
from tests.factories.panels import DecisionFactory, TieFactory, seat_of
from tests.factories.panels_outcomes import decided, lead_of, lettered, sat, target_of, told, with_feedback
from tests.factories.people import TODAY, staff_of
from tests.factories.reminders import AT

pytestmark = pytest.mark.django_db
FEEDBACK_TO = "Feedback to NAME on what the panel decided"


@pytest.fixture
def heard(monkeypatch):
    """Who hears of one deadline on a day, at the latest of its offsets."""

    def of(deadline, on):
        monkeypatch.setattr(finding, "declared", lambda: [deadline])
        finding.note_due(on=on, at=AT)
        rows = Reminder.objects.filter(kind=deadline.key)
        latest = max((row.days for row in rows), default=None)
        return {(row.days, row.recipient_id) for row in rows if row.days == latest}

    return of


def said_by(deadline, *, days, is_own=False):
    person = staff_of(sat().panel.organisation)
    on = TODAY + timedelta(days=days)
    line = deadline.line(Told(subject_id=7, about=person, is_own=is_own, due_on=TODAY, on=on))
    return line.what.replace(person.full_name, "NAME"), line.url


@pytest.mark.parametrize("days", [-3, 0, 2])
def test_letter_is_for_the_lead_alone_who_is_not_out_of_the_case(heard, days):
    decision = decided()
    lettered(decision, "written")
    tied, lead = lead_of(decision.case.organisation), lead_of(decision.case.organisation)
    TieFactory(case=decision.case, person=tied)
    due = TODAY.replace(day=30)
    assert heard(LETTER, due + timedelta(days=days)) == {(days, lead.pk)}


def test_letter_the_chair_tells_is_for_her_and_names_nobody(heard):
    meeting = sat(rules=replace(PLAIN, release_by=(Releaser.CHAIR,)))
    lettered(decided(meeting), "written")
    lead_of(meeting.panel.organisation)
    due = TODAY.replace(day=30)
    assert heard(LETTER, due) == set()
    assert heard(LETTER_OF_CHAIR, due) == {(0, seat_of(meeting.panel).pk)}
    on_the_day = ("A letter of your panel goes by 17 November, which is today.", "/panels/cases/7/")
    assert said_by(LETTER_OF_CHAIR, days=0) == on_the_day
    assert said_by(LETTER_OF_CHAIR, days=2)[0].startswith("A letter of your panel was to go by ")


def test_nobody_hears_of_a_letter_that_went_or_was_overtaken(heard):
    decision = told()
    lead_of(decision.case.organisation)
    overtaken = decided()
    lettered(overtaken)
    DecisionFactory(case=overtaken.case)
    lead_of(overtaken.case.organisation)
    assert heard(LETTER, TODAY.replace(day=30)) == set()


def test_feedback_is_for_who_gives_it_then_for_the_lead_too(heard):
    decision = told(meeting=sat(rules=with_feedback(MemberSort.PSW_CHILDREN, MemberSort.SERVICE_MANAGER)))
    lead = lead_of(decision.case.organisation)
    givers = set(decision.case.feedback.values_list("person_id", flat=True))
    due = TODAY.replace(day=30)
    assert heard(FEEDBACK, due) == {(0, pk) for pk in givers}
    assert heard(FEEDBACK_LATE, due + timedelta(days=3)) == {(3, lead.pk)}
    Feedback.objects.update(given_on=TODAY, words="You listen well.")
    Reminder.objects.all().delete()
    assert heard(FEEDBACK, due) == set()


def test_target_is_for_her_and_who_sees_to_it_then_for_her_manager_too(heard):
    meeting = sat()
    organisation = meeting.panel.organisation
    manager, coach = staff_of(organisation), staff_of(organisation)
    decision = told("not_yet", meeting=meeting, person=staff_of(organisation, line_manager=manager))
    target = target_of(decision, owner=coach, owner_words="Her coach")
    both = {decision.case.person_id, coach.pk}
    assert heard(TARGET, target.due_on) == {(0, pk) for pk in both}
    assert heard(TARGET, target.due_on + timedelta(days=7)) == {(7, pk) for pk in {*both, manager.pk}}


def test_condition_is_reminded_of_as_a_target_until_it_is_done(heard):
    decision = told("condition")
    assert heard(TARGET, decision.condition_by_on) == {(0, decision.case.person_id)}
    Target.objects.update(done_on=TODAY)
    Reminder.objects.all().delete()
    assert heard(TARGET, decision.condition_by_on) == set()


def test_target_that_is_not_told_is_nobodys_yet(heard):
    decision = decided(outcome="not_yet")
    lettered(decision)
    target = target_of(decision)
    assert heard(TARGET, target.due_on) == set()


@pytest.mark.parametrize(
    ("deadline", "days", "is_own", "says"),
    [
        (LETTER, 0, False, "The letter to NAME from the panel goes by 17 November, which is today."),
        (LETTER, 2, False, "The letter to NAME from the panel was to go by 17 November, 2 days ago."),
        (
            FEEDBACK,
            0,
            False,
            f"{FEEDBACK_TO} is to be given by 17 November, which is today.",
        ),
        (FEEDBACK, 3, False, f"{FEEDBACK_TO} was to be given by 17 November, 3 days ago."),
        (
            FEEDBACK_LATE,
            3,
            False,
            f"{FEEDBACK_TO} was to be given by 17 November, 3 days ago.",
        ),
        (TARGET, 0, True, "A target of your plan from the panel is due by 17 November, which is today."),
        (TARGET, 7, False, "A target of the plan of NAME from the panel was due by 17 November, 7 days ago."),
    ],
)
def test_no_line_says_what_was_decided(deadline, days, is_own, says):
    assert said_by(deadline, days=days, is_own=is_own)[0] == says


def test_lines_lead_to_where_it_is_done():
    found = [said_by(each, days=0)[1] for each in (LETTER, FEEDBACK, FEEDBACK_LATE, TARGET)]
    assert found == ["/panels/cases/7/", "/panels/cases/feedback/7/", "/panels/cases/7/", "/panels/cases/targets/7/"]
