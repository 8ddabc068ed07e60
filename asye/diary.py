"""Days ahead that the ASYE knows of: the dates of one's own year, and reviews of others one comes to.

Workshops and groups are events of training: with a place in one, it is in the diary from there.
"""

from datetime import date

from academy.engines.worklist.days import DayProvider, declare_days
from academy.identity.actor import Actor
from academy.ui.lists import Day
from asye.models import Milestone
from asye.rules.diary import title_of
from asye.selectors.days_ahead import own_dates, reviews_ahead


def _own(actor: Actor, until: date) -> list[Day]:
    return [
        Day(on=each.due_on, what=title_of(each.kind, each.title), detail=_detail(each, "Your ASYE"), url=_url(each))
        for each in own_dates(actor, until=until)
    ]


def _reviews(actor: Actor, until: date) -> list[Day]:
    return [
        Day(
            on=each.due_on,
            what=f"{each.title}: {each.enrolment.person.full_name}",
            detail=_detail(each, "ASYE"),
            url=_url(each),
        )
        for each in reviews_ahead(actor, until=until)
    ]


def _detail(milestone: Milestone, where: str) -> str:
    return f"{where}; held where it is needed" if milestone.is_optional else where


def _url(milestone: Milestone) -> str:
    """The page of the review once there is one, else the record."""
    review = getattr(milestone, "review", None)
    return review.get_absolute_url() if review else milestone.enrolment.get_absolute_url()


declare_days(DayProvider("asye.year", _own))
declare_days(DayProvider("asye.reviews", _reviews))
