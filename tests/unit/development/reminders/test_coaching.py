from datetime import date, timedelta

import pytest

from academy.development.reminders.coaching import ANSWER, ENDING, UNANSWERED
from academy.engines.notify.models import Notice
from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from academy.engines.reminders.sweeping import sweep
from tests.factories.coaching import CoachProfileFactory, match_in
from tests.factories.people import account_of
from tests.factories.reminders import AT

ASKED_ON, UNTIL = date(2026, 11, 16), date(2026, 12, 31)


@pytest.fixture
def match(council):
    account_of(council.author)
    account_of(council.colleague)
    coach = CoachProfileFactory(person=council.colleague, organisation=council.organisation)
    return lambda state, **said: match_in(state, person=council.author, profile=coach, **said)


def reminded(council, day):
    """What is noted on a day on which the sweep runs for the first time: days it missed are made up for."""
    note_due(on=day, at=AT)
    names = {council.author.pk: "person", council.colleague.pk: "coach"}
    rows = Reminder.objects.filter(kind__startswith="development.match").order_by("kind", "days", "pk")
    return [(row.kind.removeprefix("development."), row.days, names[row.recipient_id]) for row in rows]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (6, []),
        (7, [("match_answer", 7, "coach")]),
        (12, [("match_answer", 7, "coach"), ("match_answer", 12, "coach")]),
        (15, [("match_answer", 7, "coach"), ("match_answer", 12, "coach"), ("match_unanswered", 15, "person")]),
    ],
)
def test_coach_is_reminded_twice_and_the_person_told_after_the_fourteenth_day(council, match, days, expected):
    match("asked")

    assert reminded(council, ASKED_ON + timedelta(days=days)) == expected


@pytest.mark.parametrize("state", ["offered", "declined", "withdrawn"])
def test_request_that_was_answered_or_taken_back_reminds_nobody(council, match, state):
    match(state)

    assert reminded(council, ASKED_ON + timedelta(days=7)) == []


@pytest.mark.parametrize(("days", "expected"), [(-15, []), (-14, [-14, -14]), (0, [-14, -14, 0, 0])])
def test_both_are_told_two_weeks_before_coaching_ends_and_on_the_day(council, match, days, expected):
    match("running", until_on=UNTIL)

    assert [each for _, each, _ in reminded(council, UNTIL + timedelta(days=days))] == expected


def test_reminder_names_who_asks_and_leads_to_the_answer(council, match):
    asked = match("asked")
    sweep(on=ASKED_ON + timedelta(days=7), at=AT)

    notice = Notice.objects.get(person=council.colleague)
    said = (
        f"{council.author.full_name} asked you on 16 November, 7 days ago, for coaching. Please answer within 14 days."
    )
    assert notice.body.startswith(said)
    assert notice.url == f"/development/coaching/matches/{asked.pk}/answer/"


@pytest.mark.parametrize(
    ("deadline", "on", "words"),
    [
        (ANSWER, date(2026, 11, 23), "asked you on 16 November"),
        (UNANSWERED, date(2026, 12, 1), "Your request for coaching of 16 November, 15 days ago, has no answer."),
        (ENDING, date(2026, 11, 2), "The time you agreed for coaching ends on 16 November, in 14 days."),
        (ENDING, date(2026, 11, 17), "The time you agreed for coaching ended on 16 November, which was yesterday."),
    ],
)
def test_lines_say_what_has_a_date(council, deadline, on, words):
    told = Told(subject_id=1, about=council.author, is_own=True, due_on=ASKED_ON, on=on)

    assert words in deadline.line(told).what
