"""After a fortnight without feedback: who hears of it, and in which words."""

from datetime import date, timedelta

import pytest

from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from portfolios.models import Evidence
from portfolios.reminders.feedback import UNANSWERED
from portfolios.services.feedback_asks import Wish, ask_colleague, hand_link
from tests.factories.identity import TODAY
from tests.factories.people import NOW, account_of
from tests.factories.reminders import AT


@pytest.fixture
def asked(council):
    for person in (council.author, council.manager):
        account_of(person)
    hand_link(wish=Wish(title="The move", giver="carer"), by=council.by, at=NOW)
    return ask_colleague(wish=Wish(title="Plans", giver="manager"), colleague=council.manager, by=council.by, at=NOW)


@pytest.mark.parametrize(("days", "number"), [(13, 0), (14, 3)])
def test_both_hear_after_a_fortnight_of_silence(council, asked, days, number):
    note_due(on=TODAY + timedelta(days=days), at=AT)

    rows = Reminder.objects.filter(kind=UNANSWERED.key)
    expected = [council.author.pk, council.author.pk, council.manager.pk][:number]
    assert sorted(rows.values_list("recipient_id", flat=True)) == sorted(expected)


def test_nobody_hears_of_what_came_or_was_withdrawn(council, asked):
    Evidence.objects.update(state="withdrawn", withdrawn_at=NOW)
    note_due(on=TODAY + timedelta(days=14), at=AT)

    assert not Reminder.objects.filter(kind=UNANSWERED.key).exists()


def test_lines_say_who_asked_and_never_about_what(council, asked):
    said = {"subject_id": asked.pk, "about": council.author, "due_on": TODAY, "on": date(2026, 12, 1)}
    own, other = (UNANSWERED.line(Told(is_own=is_own, **said)) for is_own in (True, False))

    assert own.what.startswith("Feedback you asked for on 17 November")
    assert other.what.startswith(f"{council.author.full_name} asked you for feedback on 17 November")
    assert (own.url, other.url) == (f"/portfolio/feedback/{asked.pk}/", f"/portfolio/feedback/{asked.pk}/answer/")
    assert "Plans" not in own.what + other.what
