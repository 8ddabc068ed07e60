"""An item in the words and colours of the page."""

from datetime import date

from django.utils.formats import date_format

from academy.engines.worklist.items import Item, Urgency
from academy.ui.lists import Todo, Tone

_TONES: dict[Urgency, Tone] = {Urgency.LATE: "late", Urgency.SOON: "soon", Urgency.LATER: "", Urgency.UNDATED: ""}


def todo(item: Item, *, on: date) -> Todo:
    """The item as the to-do list shows it on a day: "Today is the last day.", "3 days left, closes 30 November." """
    return Todo(
        what=item.what,
        why=item.why,
        action=item.action,
        url=item.url,
        due=due_words(item, on=on),
        tone=_TONES[item.urgency(on)],
    )


def due_words(item: Item, *, on: date) -> str:
    """How near the item's day is, or since when it waits if it has none; empty if it has neither."""
    if item.due_on is None:
        return _waiting_words(item)
    days = (item.due_on - on).days
    closes = _day(item.due_on, on)
    if days < 0:
        return f"{_count(-days)} late, was due {closes}."
    return f"{_count(days)} left, closes {closes}." if days else "Today is the last day."


def _waiting_words(item: Item) -> str:
    return f"Waiting since {date_format(item.waiting_since, 'j F Y')}." if item.waiting_since else ""


def _count(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _day(day: date, on: date) -> str:
    return date_format(day, "j F" if day.year == on.year else "j F Y")
