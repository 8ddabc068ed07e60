"""A portfolio's day: a month, two weeks and three days before, as long as it is not handed in."""

from datetime import date

import pytest

from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from portfolios.reminders.portfolios import DUE
from tests.factories.people import account_of
from tests.factories.portfolios import portfolio_in
from tests.factories.reminders import AT

ON = date(2027, 3, 31)


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        ("gathering", date(2027, 2, 28), set()),
        ("gathering", date(2027, 3, 1), {-30}),
        ("returned", date(2027, 3, 17), {-14}),
        ("endorsed", date(2027, 3, 28), {-3}),
        ("submitted", date(2027, 3, 28), set()),
        ("withdrawn", date(2027, 3, 1), set()),
    ],
)
def test_author_hears_before_the_day(council, state, day, expected):
    its = {"person": council.author, "organisation": council.organisation, "template": council.template}
    portfolio_in(state, **its, due_on=ON)
    account_of(council.author)
    note_due(on=day, at=AT)

    days = set(Reminder.objects.filter(kind=DUE.key, recipient=council.author).values_list("days", flat=True))
    assert expected <= days
    assert bool(days) is bool(expected)


def test_line_does_not_name_the_portfolio(council):
    said = DUE.line(Told(subject_id=7, about=council.author, is_own=True, due_on=ON, on=date(2027, 3, 28)))

    assert (said.what, said.url) == (
        "A portfolio of yours is to be handed in by 31 March, in 3 days. Its page says what is missing.",
        "/portfolio/7/",
    )
