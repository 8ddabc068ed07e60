"""More time to hand a case in."""

from datetime import date, datetime

from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.people.services.judging import require
from panels.choices.cases import CaseState
from panels.models import Case, Extension
from panels.notices import cases as told
from panels.rules.handing_in import can_extend
from panels.selectors.audience import clerks_of
from panels.selectors.handing_in import closes_on, extended_until
from panels.selectors.portfolios import opened_as
from panels.services.locking import locked
from panels.services.telling import tell
from portfolios.services.days import move_day

EXTEND = "panels.case.extend"
AFTER_SITTING = "The panel meets on {day}. Give an earlier day."


@command("panels.case.extend")
def extend(*, case: Case, until_on: date, reason: str, by: Actor, at: datetime) -> Extension:
    """Give a candidate more time to hand in and to have it endorsed, with a reason; the sitting's own day stays, and a
    portfolio that was opened for it takes the last day she has now. She and the clerk are told.

    Refuses everybody but the academy lead, an accepted case, a day that is not later or that is not before the panel
    meets, and no reason.
    """
    held = locked(case, EXTEND, by=by)
    closes = closes_on(held) or by.on
    require(can_extend(CaseState(held.state), until_on=until_on, submit_by=closes, reason=reason))
    if held.sitting is not None and until_on >= held.sitting.on:
        raise Refused(AFTER_SITTING.format(day=in_words(held.sitting.on)), field="until_on")
    said = {"until_on": until_on, "reason": reason.strip()}
    made = Extension.objects.create(case=held, given_by_id=by.person_id, given_at=at, **said)
    record(made, about=held.person_id, organisation=held.organisation_id)
    source, reference = opened_as(held)
    move_day(source=source, reference=reference, due_on=extended_until(held) or until_on, by=by, at=at)
    people = [held.person, *clerks_of(held, on=by.on)]
    tell(told.EXTENDED, held, to=people, by=by, at=at, due=in_words(until_on))
    return made
