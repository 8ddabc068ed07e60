"""Days of a sitting on which hardly anybody works. Pure."""

from datetime import date

from academy.people.rules.spans import in_words
from pathways.rules.working_days import SATURDAY, is_working

MEANT = {
    "on": "The panel meets",
    "submit_by": "The last day to hand in falls",
    "endorse_by": "The last day for the manager’s endorsement falls",
}


def odd_days(*, on: date, submit_by: date, endorse_by: date) -> list[str]:
    """A sentence for each of the three days that lies on a weekend or a bank holiday; it is a warning, no refusal."""
    days = {"on": on, "submit_by": submit_by, "endorse_by": endorse_by}
    return [f"{MEANT[name]} on {_called(day)}." for name, day in days.items() if not is_working(day)]


def _called(day: date) -> str:
    kind = f"a {day:%A}" if day.weekday() >= SATURDAY else "a bank holiday"
    return f"{in_words(day)}, {kind}"
