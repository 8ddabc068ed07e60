"""The guard's look at a whole portfolio before it is passed on (D7-01)."""

from datetime import datetime

from academy.engines.audit.commands import Refused
from academy.engines.guard.forms import Overruled
from academy.engines.guard.services.overrules import note_overrules
from academy.identity.actor import Actor
from portfolios.models import Portfolio
from portfolios.rules.content import Content
from portfolios.selectors.looking import standing_in


def look_through(
    portfolio: Portfolio, content: Content, *, let_stand: Overruled | None, by: Actor, at: datetime
) -> None:
    """Keep what its author lets stand, with her reason. Refuses while anything else stands that could tell who
    somebody is; the refusal names none of it.
    """
    let = {each.mark for each in let_stand.found} if let_stand is not None else set()
    left = {each.found.mark for each in standing_in(portfolio, content, by=by)} - let
    if left:
        raise Refused("Something in it could tell who somebody is. Open this page again: it shows where.")
    note_overrules(thing=portfolio, overruled=let_stand, by=by, at=at)
