"""A minor breach: its author hears on the last day, and with her who found it the day after."""

from datetime import date

import pytest

from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from portfolios.reminders.breaches import TO_CORRECT
from tests.factories.people import account_of
from tests.factories.portfolios import PortfolioFactory, breach_in
from tests.factories.reminders import AT

DUE = date(2026, 11, 19)


def reminded(council, state, day):
    portfolio = PortfolioFactory(person=council.author, organisation=council.organisation, template=council.template)
    breach = breach_in(state, portfolio=portfolio, found_by=council.manager)
    names = {council.author.pk: "author", council.manager.pk: "finder"}
    for person in (council.author, council.manager):
        account_of(person)
    note_due(on=day, at=AT)
    rows = Reminder.objects.filter(kind=TO_CORRECT.key).order_by("days", "pk")
    return breach, {(row.days, names[row.recipient_id]) for row in rows}


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        ("open", date(2026, 11, 18), set()),
        ("open", date(2026, 11, 19), {(0, "author")}),
        ("open", date(2026, 11, 20), {(0, "author"), (1, "author"), (1, "finder")}),
        ("corrected", date(2026, 11, 20), set()),
    ],
)
def test_the_author_hears_on_the_day_and_both_the_day_after(council, state, day, expected):
    assert reminded(council, state, day)[1] == expected


def test_the_line_names_the_portfolio_by_its_owner_and_never_what_was_found(council):
    breach, _ = reminded(council, "open", DUE)
    said = {"subject_id": breach.pk, "about": council.author, "due_on": DUE}
    own = TO_CORRECT.line(Told(on=DUE, is_own=True, **said))
    other = TO_CORRECT.line(Told(on=date(2026, 11, 20), is_own=False, **said))
    assert (
        own.what == "Your portfolio is to be corrected by 19 November, which is today: somebody could be told from it."
    )
    assert other.what.startswith(f"The portfolio of {council.author.full_name} was to be corrected by 19 November")
    assert own.url == breach.get_absolute_url()
