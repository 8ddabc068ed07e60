"""Days ahead that panels know of: for a candidate the last day to hand in, the sitting and her interview; for a member
the sitting."""

from datetime import date

from academy.engines.worklist.days import DayProvider, declare_days
from academy.identity.actor import Actor
from academy.ui.lists import Day
from panels.choices.cases import CaseState
from panels.models import Case
from panels.selectors.interviews import interviews_of
from panels.selectors.meeting_readers import meetings_ahead
from panels.selectors.own_cases import days_of, drafts_of
from panels.selectors.wording import about


def _last_day(case: Case) -> date:
    """As the reading of it annotates it."""
    found: date = getattr(case, "last_day")
    return found


def _own(actor: Actor, until: date) -> list[Day]:
    """The last day of what she prepares, unless her portfolio for it has that day in the diary already, and the day of
    each sitting."""
    hands_in = [
        Day(
            on=_last_day(case),
            what="Last day to hand in your case",
            detail=about(case),
            url=case.get_absolute_url(),
        )
        for case in drafts_of(actor)
        if case.portfolio is None or case.portfolio.due_on != _last_day(case)
    ]
    sits = [
        Day(on=case.sitting.on, what="The panel meets about your case", detail=about(case), url=case.get_absolute_url())
        for case in days_of(actor, until=until)
        if case.sitting is not None and case.state != CaseState.DEFERRED
    ]
    return [each for each in (*hands_in, *sits) if actor.on <= each.on <= until]


def _interviews(actor: Actor, until: date) -> list[Day]:
    """The actor's own interviews for a post, with when and where."""
    return [
        Day(on=on, what="Your interview", detail=detail, url=case.get_absolute_url())
        for on, detail, case in interviews_of(actor, until=until)
    ]


def _sits(actor: Actor, until: date) -> list[Day]:
    """The days on which a panel meets on which she has a seat."""
    return [
        Day(on=each.sitting.on, what="Your panel meets", detail=each.panel.title, url=each.get_absolute_url())
        for each in meetings_ahead(actor, until=until)
    ]


declare_days(DayProvider("panels.case", _own))
declare_days(DayProvider("panels.appointment", _interviews))
declare_days(DayProvider("panels.meeting", _sits))
