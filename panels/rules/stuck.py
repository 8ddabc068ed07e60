"""Whose turn lasts longer than the policy of the case allows (workflows 3, no. 2). Pure.

A policy counts the days to mend what is asked for, to answer, to judge and to send the letter. Whoever looks a case
through has as long as a candidate to mend it; who chairs as long as a reviewer to answer. A panel is through with what
is on its agenda on the day it meets. A case in preparation has its last day, and one that is put off waits as long as
was agreed: neither counts here.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from panels.choices.cases import CaseState
from panels.rules.days import letter_by
from panels.rules.policy import PanelRules

DAY = timedelta(days=1)


def lasting_since(rules: PanelRules, *, on: date) -> Mapping[CaseState, date]:
    """For each state that has a limit the first day since which a turn may have lasted: a turn that began before it
    lasts too long on the day. On the agenda nothing is late before the panel has met, which the caller asks."""
    mends, answers, judges = (on - days * DAY for days in (rules.changes_days, rules.answer_days, rules.review_days))
    return {
        **dict.fromkeys((CaseState.RECEIVED, CaseState.CHANGES_ASKED, CaseState.CHANGES_MADE), mends),
        **dict.fromkeys((CaseState.ACCEPTED, CaseState.REVIEWS_IN), answers),
        **dict.fromkeys((CaseState.IN_REVIEW, CaseState.LOOKED_AGAIN), judges),
        CaseState.ON_AGENDA: on,
        CaseState.DECIDED: _first_in_time(rules, on=on),
    }


def _first_in_time(rules: PanelRules, *, on: date) -> date:
    """The first day of a decision whose letter need not have gone before the day."""
    day = on
    while letter_by(rules, decided_on=day - DAY).on >= on:
        day -= DAY
    return day
