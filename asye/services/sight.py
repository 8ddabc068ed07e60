"""Who reads the portfolio of a year while it is gathered: those who have a part in the year, as long as they have it,
and whoever stands in for the line manager among them.

She sees them among its readers, and each of their readings, on the portfolio's own page.
"""

from datetime import date, datetime, timedelta

from django.db.models import Q

from academy.identity.actor import Actor
from asye.choices.enrolments import ENDED
from asye.models import Enrolment
from asye.selectors.portfolio import portfolio_of, readers_by_part
from portfolios.services.following import let_read, take_along

JUST_ENDED = timedelta(days=3)


def let_see(enrolment: Enrolment, *, by: Actor, at: datetime) -> None:
    """Make the readers of the year's portfolio those who have a part in it on the actor's day.

    Gives what is missing and takes away what no longer holds; does nothing where nothing changed or no portfolio is
    open. Called when a part begins or ends, when the record goes to another employer (the portfolio goes along), when
    the year ends, and once a day.
    """
    portfolio = portfolio_of(enrolment)
    if portfolio is None:
        return
    if portfolio.organisation_id != enrolment.organisation_id:
        portfolio = take_along(portfolio=portfolio, organisation_id=enrolment.organisation_id, by=by, at=at)
    found = readers_by_part(enrolment, on=by.on)
    let_read(portfolio=portfolio, readers=found.others, managers=found.managers, by=by, at=at)


def let_see_today(*, on: date, at: datetime) -> int:
    """Once a day: the same for every year under way, because parts begin and people leave by date, and for those that
    have just ended. Gives back how many years were looked at."""
    just_ended = Q(ended_at__gte=at - JUST_ENDED)
    looked = Enrolment.objects.filter(~Q(state__in=ENDED) | just_ended).select_related("policy").order_by("pk")
    for enrolment in looked:
        let_see(enrolment, by=Actor.system("asye", on=on), at=at)
    return len(looked)
