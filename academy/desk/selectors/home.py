"""What the home page shows, gathered from the apps below: the worklist, the year, the diary."""

from dataclasses import dataclass

from academy.development.selectors.year import YearAtAGlance, year_at_a_glance
from academy.engines.worklist.days import days_ahead
from academy.engines.worklist.selectors.items import waiting_for, waiting_on_others
from academy.engines.worklist.wording import todo
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.ui.lists import Day, Todo
from asye.selectors.weeks import WeekAsked, own_week

DAYS_AHEAD = 90
DAYS_SHOWN = 6


@dataclass(frozen=True)
class Home:
    """One morning's page. `year` is None for somebody who has no record of her own to keep here; `week` is the week of
    her assessed and supported year that is asked about, None where there is none to say. While it is, it is said here
    in two taps and is not in `to_do` as well; `count` is how many things wait for her, that one with them."""

    short_name: str
    to_do: list[Todo]
    count: int
    waiting: list[Todo]
    coming_up: list[Day]
    year: YearAtAGlance | None
    week: WeekAsked | None


def home_of(actor: Actor) -> Home:
    """The actor's home on her day. The number of queries does not grow with what is on it."""
    person = Person.objects.filter(pk=actor.person_id).first() if actor.person_id else None
    week = own_week(actor)
    items = waiting_for(actor)
    return Home(
        short_name=person.short_name if person else actor.label,
        to_do=[todo(item, on=actor.on) for item in items if week is None or item.url != week.url],
        count=len(items),
        waiting=[todo(item, on=actor.on) for item in waiting_on_others(actor)],
        coming_up=days_ahead(actor, days=DAYS_AHEAD)[:DAYS_SHOWN],
        year=year_at_a_glance(actor) if person else None,
        week=week,
    )
